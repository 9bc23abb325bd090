import type { Workload } from '../../estimation/workload.ts';
import { MOST_TOKENS } from '../../library/bounds.ts';
import type { ModelFinder } from '../../library/find-model.ts';
import { type NamedModel, shortNameOf } from '../../library/model-names.ts';
import { hasTokens } from '../written-workload.ts';
import type { Activity } from './read-activity.ts';

/** More names than this nobody reads; the others are counted. */
export const MOST_NAMES_SAID = 12;

/** Names of an export with their tokens, the largest first. */
export interface NamedTokens {
  named: { name: string; workload: Workload }[];
  /** Of all of them together. */
  all: Workload;
  /** The export's rows of them. */
  rows: number;
}

/** A name of an export that the list does not have, and the model that it means. */
export interface ReadName {
  name: string;
  model: string;
}

/** A model of which a part of the rows tells the requests. */
export interface PartlyCounted {
  model: string;
  /** Rows with requests, and all. */
  counted: number;
  rows: number;
}

/** An export's usage by the models of the release, the largest first. */
export interface ActivityLines {
  lines: { id: string; workload: Workload }[];
  /** Names that the list itself does not have. */
  readAs: { first: ReadName[]; others: number };
  /** Models without requests, though some of their rows have them. */
  partlyCounted: PartlyCounted[];
  /** What no model of the release answers for, as the export names it. */
  unmatched: NamedTokens;
  /** Matched, but beyond what is wanted, or can be computed with. */
  beyond: NamedTokens;
}

/** Puts an export's names to the models of the release, `most` of them; several names of one model add up. */
export function activityLines(
  {
    byModel,
    rowsByModel,
    requestsByModel,
  }: Pick<Activity, 'byModel' | 'rowsByModel' | 'requestsByModel'>,
  { find }: Pick<ModelFinder<NamedModel>, 'find'>,
  most = Number.POSITIVE_INFINITY,
): ActivityLines {
  const workloads = new Map<string, Workload>();
  const readAs: ReadName[] = [];
  const unmatched: [string, Workload][] = [];
  const rows = new Map<string, number>();
  const requests = new Map<string, PartlyCounted>();
  for (const [name, workload] of byModel) {
    if (!hasTokens(workload)) continue;
    const found = find(name);
    const id = found?.model.id ?? name;
    rows.set(id, (rows.get(id) ?? 0) + (rowsByModel.get(name) ?? 0));
    if (found === undefined) {
      unmatched.push([name, workload]);
      continue;
    }
    const { model, exact } = found;
    workloads.set(model.id, added(workloads.get(model.id), workload));
    const of = requests.get(model.id) ?? { model: shortNameOf(model.name), counted: 0, rows: 0 };
    const { counted = 0, uncounted = 0 } = requestsByModel.get(name) ?? {};
    of.counted += counted;
    of.rows += counted + uncounted;
    requests.set(model.id, of);
    if (!exact) readAs.push({ name, model: shortNameOf(model.name) });
  }
  const matched = [...workloads].toSorted(largestFirst);
  const fitting = matched.filter(([, workload]) => canBeMeant(workload)).slice(0, most);
  const taken = new Set(fitting.map(([id]) => id));
  return {
    lines: fitting.map(([id, workload]) => ({ id, workload })),
    readAs: {
      first: readAs.slice(0, MOST_NAMES_SAID),
      others: Math.max(0, readAs.length - MOST_NAMES_SAID),
    },
    partlyCounted: fitting.flatMap(([id]) => {
      const of = requests.get(id);
      return of !== undefined && of.counted > 0 && of.counted < of.rows ? [of] : [];
    }),
    unmatched: namedTokens(unmatched.toSorted(largestFirst), rows),
    beyond: namedTokens(
      matched.filter(([id]) => !taken.has(id)),
      rows,
    ),
  };
}

function largestFirst([, a]: [string, Workload], [, b]: [string, Workload]): number {
  return tokensOf(b) - tokensOf(a);
}

/** Whether a line can hold as many tokens. */
export function canBeMeant(workload: Workload): boolean {
  const { inputTokens, cachedInputTokens, outputTokens, requests = 0 } = workload;
  return [inputTokens, cachedInputTokens, outputTokens, requests].every(
    (count) => count <= MOST_TOKENS,
  );
}

function namedTokens(
  named: readonly [string, Workload][],
  rows: ReadonlyMap<string, number>,
): NamedTokens {
  return {
    named: named.map(([name, workload]) => ({ name, workload })),
    all: allTokens(named.map(([, workload]) => workload)),
    rows: named.reduce((sum, [name]) => sum + (rows.get(name) ?? 0), 0),
  };
}

/** Tokens of all workloads together, without their requests. */
export function allTokens(workloads: readonly Workload[]): Workload {
  return workloads.reduce(added, noTokens());
}

/** Tokens of all kinds. */
export function tokensOf(workload: Workload): number {
  return workload.inputTokens + workload.cachedInputTokens + workload.outputTokens;
}

/** Both together; requests where both count them. */
function added(a: Workload | undefined, b: Workload): Workload {
  if (a === undefined) return b;
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    ...(a.requests !== undefined &&
      b.requests !== undefined && { requests: a.requests + b.requests }),
  };
}

function noTokens(): Workload {
  return { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
}

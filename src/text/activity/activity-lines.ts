import type { Workload } from '../../estimation/workload.ts';
import { MOST_TOKENS } from '../../library/bounds.ts';
import type { ModelFinder } from '../../library/find-model.ts';
import { type NamedModel, shortNameOf } from '../../library/model-names.ts';
import { hasTokens } from '../written-workload.ts';
import type { Activity } from './read-activity.ts';

/** More names than this nobody reads; the others are counted. */
const MOST_NAMES_SAID = 12;

/** Names of an export and their tokens: the largest, and how many others there are. */
export interface NamedTokens {
  largest: { name: string; workload: Workload }[];
  others: number;
  all: Workload;
}

/** A name of an export that the list does not have, and the model that it means. */
export interface ReadName {
  name: string;
  model: string;
}

/** An export's usage by the models of the release, the largest first. */
export interface ActivityLines {
  lines: { id: string; workload: Workload }[];
  /** Names that the list itself does not have. */
  readAs: { first: ReadName[]; others: number };
  /** What no model of the release answers for, as the export names it. */
  unmatched: NamedTokens;
  /** Matched, but beyond what is wanted, or can be computed with. */
  beyond: NamedTokens;
}

/** Puts an export's names to the models of the release, `most` of them; several names of one model add up. */
export function activityLines(
  { byModel }: Pick<Activity, 'byModel'>,
  { find }: Pick<ModelFinder<NamedModel>, 'find'>,
  most = Number.POSITIVE_INFINITY,
): ActivityLines {
  const workloads = new Map<string, Workload>();
  const readAs: ReadName[] = [];
  const unmatched: [string, Workload][] = [];
  for (const [name, workload] of byModel) {
    if (!hasTokens(workload)) continue;
    const found = find(name);
    if (found === undefined) {
      unmatched.push([name, workload]);
      continue;
    }
    const { model, exact } = found;
    workloads.set(model.id, added(workloads.get(model.id), workload));
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
    unmatched: namedTokens(unmatched.toSorted(largestFirst)),
    beyond: namedTokens(matched.filter(([id]) => !taken.has(id))),
  };
}

function largestFirst([, a]: [string, Workload], [, b]: [string, Workload]): number {
  return tokensOf(b) - tokensOf(a);
}

function canBeMeant(workload: Workload): boolean {
  const { inputTokens, cachedInputTokens, outputTokens, requests = 0 } = workload;
  return [inputTokens, cachedInputTokens, outputTokens, requests].every(
    (count) => count <= MOST_TOKENS,
  );
}

function namedTokens(named: readonly [string, Workload][]): NamedTokens {
  return {
    largest: named.slice(0, MOST_NAMES_SAID).map(([name, workload]) => ({ name, workload })),
    others: Math.max(0, named.length - MOST_NAMES_SAID),
    all: named.map(([, workload]) => workload).reduce(added, noTokens()),
  };
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

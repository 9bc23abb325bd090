import type { Workload } from '../../estimation/workload.ts';
import { hasTokens } from '../workload/workload-text.ts';
import type { Activity } from './activity-csv.ts';
import { MOST_LINES, type UsageLine } from './calculator-state.ts';
import type { NamedModel } from './model-finder.ts';

/** An export's usage by the models of the release, the largest first. */
export interface ActivityLines {
  lines: UsageLine[];
  /** What no model of the release answers for, as the export names it. */
  unmatched: { name: string; workload: Workload }[];
  /** Matched, but beyond the number of lines that an address can hold. */
  leftOut: UsageLine[];
}

/** Puts an export's names to the models of the release; several names of one model add up. */
export function activityLines(
  { byModel }: Pick<Activity, 'byModel'>,
  find: (text: string) => NamedModel | undefined,
): ActivityLines {
  const workloads = new Map<string, Workload>();
  const unmatched: ActivityLines['unmatched'] = [];
  for (const [name, workload] of byModel) {
    if (!hasTokens(workload)) continue;
    const model = find(name);
    if (model === undefined) {
      unmatched.push({ name, workload });
      continue;
    }
    const known = workloads.get(model.id);
    workloads.set(model.id, known === undefined ? workload : added(known, workload));
  }
  const lines = [...workloads]
    .map(([id, workload]) => ({ id, workload }))
    .toSorted((a, b) => tokensOf(b.workload) - tokensOf(a.workload));
  return { lines: lines.slice(0, MOST_LINES), unmatched, leftOut: lines.slice(MOST_LINES) };
}

/** Tokens of all kinds. */
export function tokensOf(workload: Workload): number {
  return workload.inputTokens + workload.cachedInputTokens + workload.outputTokens;
}

function added(a: Workload, b: Workload): Workload {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  };
}

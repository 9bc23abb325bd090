import type { Workload } from '../estimation/workload.ts';
import type { Asked } from './asked.ts';
import { isAsServed } from './asked-scenario.ts';
import { askedWorkloads } from './asked-workload.ts';
import { coreWorker } from './core-worker.ts';
import { gridTables, scenarioOf } from './grid-choice.ts';
import type { AskedEstimate } from './worker-messages.ts';

/** What a reader asks for, and of which models. */
export interface EstimatesAsked {
  asked: Asked;
  /** The models to estimate, by id. */
  ids: readonly string[];
  /** Whether a thousand tokens of every kind shall be estimated, too. */
  everyKind?: boolean;
  /** Whether it shall be told where each stands among these models. */
  standing?: boolean;
  /** With that: the model that each shall be held against, too. */
  inUse?: string | undefined;
}

/** What that gives. */
export interface AskedEstimates {
  /** Whether the scenario is that of the published figures. */
  asServed: boolean;
  estimates: ReadonlyMap<string, AskedEstimate>;
  /** The models that get no figure, with the reason. */
  leftOut: ReadonlyMap<string, string>;
}

/**
 * Estimates models as a reader asks, in a thread of its own, by the core that made the release.
 * Rejects with UnknownGrid, where the published inputs cannot be read, and where a later request
 * has taken its place.
 */
export async function estimatesFor({
  asked,
  ids,
  everyKind = false,
  standing = false,
  inUse,
}: EstimatesAsked): Promise<AskedEstimates> {
  const { scenario, workloads, leftOut } = await askedOfModels(asked, ids);
  const answer = coreWorker
    .ask({ wanted: 'estimates', scenario, workloads, everyKind, standing, inUse })
    .answer('estimates');
  const { estimates } = await answer;
  return { asServed: isAsServed(asked.scenario), estimates, leftOut };
}

/** What is asked of each model, as the core takes it, and who cannot do it, with the reason. */
export async function askedOfModels(asked: Asked, ids: readonly string[]) {
  const [tables, workloadOf] = await Promise.all([gridTables(), askedWorkloads(asked)]);
  const workloads = new Map<string, Workload>();
  const leftOut = new Map<string, string>();
  for (const id of ids) {
    const wanted = workloadOf(id);
    if ('workload' in wanted) workloads.set(id, wanted.workload);
    else leftOut.set(id, wanted.because);
  }
  return { scenario: scenarioOf(asked.scenario, tables), workloads, leftOut };
}

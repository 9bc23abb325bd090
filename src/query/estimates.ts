import type { RankInterval } from '../estimation/ranking.ts';
import type { Workload } from '../estimation/workload.ts';
import type { Asked } from './asked.ts';
import { isAsServed } from './asked-scenario.ts';
import { askedWorkloads } from './asked-workload.ts';
import type { AskedEstimate, ScenarioAnswer, ScenarioRequest } from './estimates-worker.ts';
import { gridTables, scenarioOf } from './grid-choice.ts';
import { WorkerClient } from './worker-client.ts';

/** What a reader asks for, and of which models. */
export interface EstimatesAsked {
  asked: Asked;
  /** The models to estimate, by id. */
  ids: readonly string[];
  /** Whether a thousand tokens of every kind shall be estimated, too. */
  everyKind?: boolean;
  ranked?: boolean;
}

/** What that gives. */
export interface AskedEstimates {
  /** Whether the scenario is that of the published figures. */
  asServed: boolean;
  estimates: ReadonlyMap<string, AskedEstimate>;
  /** The models that get no figure, with the reason. */
  leftOut: ReadonlyMap<string, string>;
  /** Among these models; absent where none were asked for. */
  ranks: Promise<ReadonlyMap<string, RankInterval>> | undefined;
}

const client = new WorkerClient<ScenarioRequest, ScenarioAnswer>(
  () => new Worker(new URL('./estimates-worker.ts', import.meta.url), { type: 'module' }),
);

/**
 * Estimates models as a reader asks, in a thread of its own, by the core that made the release.
 * Rejects with UnknownGrid, where the published inputs cannot be read, and where a later request
 * has taken its place.
 */
export async function estimatesFor({
  asked,
  ids,
  everyKind = false,
  ranked = false,
}: EstimatesAsked): Promise<AskedEstimates> {
  const [tables, workloadOf] = await Promise.all([gridTables(), askedWorkloads(asked)]);
  const workloads = new Map<string, Workload>();
  const leftOut = new Map<string, string>();
  for (const id of ids) {
    const wanted = workloadOf(id);
    if ('workload' in wanted) workloads.set(id, wanted.workload);
    else leftOut.set(id, wanted.because);
  }
  const conversation = client.ask({
    scenario: scenarioOf(asked.scenario, tables),
    workloads,
    everyKind,
    ranked,
  });
  const estimates = conversation.answer('estimates');
  const ranks = ranked ? conversation.answer('ranks').then((answer) => answer.ranks) : undefined;
  // Whoever awaits the estimates hears of a failure; nobody else has to.
  ranks?.catch(() => undefined);
  return {
    asServed: isAsServed(asked.scenario),
    estimates: (await estimates).estimates,
    leftOut,
    ranks,
  };
}

import { AS_SERVED } from '../../estimation/scenario.ts';
import { isAsServed, type ScenarioState } from '../../query/asked-scenario.ts';
import { gridTables, scenarioOf } from '../../query/grid-choice.ts';
import { WorkerClient } from '../../query/worker-client.ts';
import type { UsageEstimate } from './usage-estimate.ts';
import type { UsageAnswer, UsageRequest } from './usage-worker.ts';

const client = new WorkerClient<UsageRequest, UsageAnswer>(
  () => new Worker(new URL('./usage-worker.ts', import.meta.url), { type: 'module' }),
);

/**
 * Estimates usage under a scenario, in a thread of its own, by the core that made the release.
 * Rejects with UnknownGrid, or where the published inputs cannot be read.
 */
export async function usageUnder(
  state: ScenarioState,
  usage: Pick<UsageRequest, 'lines' | 'instead'>,
): Promise<UsageEstimate> {
  const scenario = isAsServed(state) ? AS_SERVED : scenarioOf(state, await gridTables());
  const { usage: estimate } = await client.ask({ scenario, ...usage }).answer('usage');
  return estimate;
}

import { AS_SERVED } from '../../estimation/scenario.ts';
import { isAsServed, type ScenarioState } from '../../query/asked-scenario.ts';
import { gridTables, scenarioOf } from '../../query/grid-choice.ts';
import { WorkerClient } from '../../query/worker-client.ts';
import type { Instead, UsageEstimate } from './usage-estimate.ts';
import type { CalculatorRequest, UsageAnswer, UsageRequest } from './usage-worker.ts';

const client = new WorkerClient<CalculatorRequest, UsageAnswer>(
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
  const scenario = await scenarioUnder(state);
  const request = { wanted: 'usage', scenario, ...usage } as const;
  const { usage: estimate } = await client.ask(request).answer('usage');
  return estimate;
}

/** On which of these models the same tokens emit less, the surest first. Rejects as `usageUnder` does. */
export async function lowerUnder(
  state: ScenarioState,
  lines: UsageRequest['lines'],
  others: readonly string[],
): Promise<Instead[]> {
  const scenario = await scenarioUnder(state);
  const { lower } = await client.ask({ wanted: 'lower', scenario, lines, others }).answer('lower');
  return lower;
}

async function scenarioUnder(state: ScenarioState) {
  return isAsServed(state) ? AS_SERVED : scenarioOf(state, await gridTables());
}

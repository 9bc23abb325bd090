import { AS_SERVED } from '../../estimation/scenario.ts';
import { gridTables, scenarioOf } from '../scenario/grid-choice.ts';
import { isAsServed, type ScenarioState } from '../scenario/scenario-state.ts';
import type { UsageEstimate } from './usage-estimate.ts';
import type { UsageAnswer, UsageRequest } from './usage-worker.ts';

let worker: Worker | undefined;
let steps = 0;

/**
 * Estimates usage under a scenario, in a thread of its own, by the core that made the release.
 * Rejects with UnknownGrid, or where the published inputs cannot be read.
 */
export async function usageUnder(
  state: ScenarioState,
  usage: Pick<UsageRequest, 'lines' | 'instead'>,
): Promise<UsageEstimate> {
  const scenario = isAsServed(state) ? AS_SERVED : scenarioOf(state, await gridTables());
  steps += 1;
  const request = { step: steps, scenario, ...usage } satisfies UsageRequest;
  worker ??= new Worker(new URL('./usage-worker.ts', import.meta.url), { type: 'module' });
  const answer = answerOf(worker, request);
  worker.postMessage(request);
  return answer;
}

function answerOf(from: Worker, { step }: UsageRequest): Promise<UsageEstimate> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const { signal } = listening;
    from.addEventListener(
      'message',
      ({ data }: MessageEvent<UsageAnswer>) => {
        if (data.step !== step) return;
        if (data.kind === 'failed') reject(new Error(data.message));
        else resolve(data.usage);
        listening.abort();
      },
      { signal },
    );
    from.addEventListener(
      'error',
      ({ message }) => {
        reject(new Error(message || 'the figures could not be computed here'));
        listening.abort();
      },
      { signal },
    );
  });
}

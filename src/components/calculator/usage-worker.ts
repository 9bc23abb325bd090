import { type Scenario, underScenario } from '../../estimation/scenario.ts';
import { publishedCore } from '../../query/published-core.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import type { Failure } from '../../query/worker-client.ts';
import { estimateUsage, type UsageEstimate } from './usage-estimate.ts';

/** What the page asks of the worker. Ids are those of the release. */
export interface UsageRequest {
  step: number;
  scenario: Scenario;
  lines: readonly UsageLine[];
  instead: string | undefined;
}

/** What it answers. */
export type UsageAnswer = { step: number; kind: 'usage'; usage: UsageEstimate } | Failure;

/** The core with the inputs of the release, in a thread of its own. */
addEventListener('message', ({ data }: MessageEvent<UsageRequest>) => {
  answer(data).then(
    (usage) => postMessage({ step: data.step, kind: 'usage', usage } satisfies UsageAnswer),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      postMessage({ step: data.step, kind: 'failed', message } satisfies UsageAnswer);
    },
  );
});

async function answer({ scenario, lines, instead }: UsageRequest): Promise<UsageEstimate> {
  const { preparation, inputs } = await publishedCore();
  const put = underScenario(scenario);
  const identified = (id: string) => {
    const input = inputs.get(id);
    if (input === undefined) throw new Error(`${id} is not among the estimated models`);
    return { id, input: put(input) };
  };
  return estimateUsage(
    lines.map(({ id, workload }) => ({ ...identified(id), workload })),
    instead === undefined ? undefined : identified(instead),
    preparation,
    scenario.boundary,
  );
}

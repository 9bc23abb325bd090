import type { Method } from '../../estimation/method.ts';
import { type EstimationInput, type Preparation, prepare } from '../../estimation/preparation.ts';
import { type Scenario, underScenario } from '../../estimation/scenario.ts';
import { type EstimationInputs, inputsById } from '../../release/estimation-inputs.ts';
import type { UsageLine } from './calculator-state.ts';
import { estimateUsage, type UsageEstimate } from './usage-estimate.ts';

/** What the page asks of the worker. Ids are those of the release. */
export interface UsageRequest {
  step: number;
  scenario: Scenario;
  lines: readonly UsageLine[];
  instead: string | undefined;
}

/** What it answers. */
export type UsageAnswer =
  | { step: number; kind: 'usage'; usage: UsageEstimate }
  | { step: number; kind: 'failed'; message: string };

interface Ready {
  preparation: Preparation;
  inputs: ReadonlyMap<string, EstimationInput>;
}

let ready: Promise<Ready> | undefined;

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
  ready ??= load();
  const { preparation, inputs } = await ready;
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

async function load(): Promise<Ready> {
  const [{ method }, inputs] = await Promise.all([
    read<{ method: Method }>('/api/v1/method.json'),
    read<EstimationInputs>('/api/v1/estimation-inputs.json'),
  ]);
  return { preparation: prepare(method), inputs: inputsById(inputs) };
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

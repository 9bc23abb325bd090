import { estimateModel, type ModelEstimate } from '../../estimation/estimate.ts';
import type { Method } from '../../estimation/method.ts';
import { type EstimationInput, type Preparation, prepare } from '../../estimation/preparation.ts';
import { type RankInterval, rankModels } from '../../estimation/ranking.ts';
import { type Scenario, underScenario } from '../../estimation/scenario.ts';
import { type EstimationInputs, inputsById } from '../../release/estimation-inputs.ts';

/** What the page asks of the worker. */
export interface ScenarioRequest {
  step: number;
  scenario: Scenario;
  /** The models to estimate; all where absent. */
  ids?: readonly string[];
  /** Whether all models shall be ranked, too. */
  ranked: boolean;
}

/** What it answers: ranges first, ranks after. */
export type ScenarioAnswer =
  | { step: number; kind: 'estimates'; estimates: ReadonlyMap<string, ModelEstimate> }
  | { step: number; kind: 'ranks'; ranks: ReadonlyMap<string, RankInterval> }
  | { step: number; kind: 'failed'; message: string };

interface Ready {
  preparation: Preparation;
  inputs: ReadonlyMap<string, EstimationInput>;
}

let ready: Promise<Ready> | undefined;

/** The core with the inputs of the release, in a thread of its own. */
addEventListener('message', ({ data }: MessageEvent<ScenarioRequest>) => {
  answer(data).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    postMessage({ step: data.step, kind: 'failed', message } satisfies ScenarioAnswer);
  });
});

async function answer({ step, scenario, ids, ranked }: ScenarioRequest): Promise<void> {
  ready ??= load();
  const { preparation, inputs } = await ready;
  const put = underScenario(scenario);
  const placed = new Map([...inputs].map(([id, input]) => [id, put(input)]));
  const estimates = new Map<string, ModelEstimate>();
  for (const id of ids ?? placed.keys()) {
    const input = placed.get(id);
    if (input !== undefined) {
      estimates.set(id, estimateModel(input, preparation, scenario.boundary));
    }
  }
  postMessage({ step, kind: 'estimates', estimates } satisfies ScenarioAnswer);
  if (!ranked) return;
  const named = [...placed].map(([id, input]) => ({ id, input }));
  const intervals = rankModels(named, preparation, scenario.boundary);
  const ranks = new Map<string, RankInterval>();
  for (const [index, { id }] of named.entries()) {
    const interval = intervals[index]?.outputGramsCO2e;
    if (interval !== undefined) ranks.set(id, interval);
  }
  postMessage({ step, kind: 'ranks', ranks } satisfies ScenarioAnswer);
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

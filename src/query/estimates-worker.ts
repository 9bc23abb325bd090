import {
  drawModel,
  type ModelEstimate,
  rangesOf,
  type WorkloadEstimate,
  workloadDraws,
  workloadRanges,
} from '../estimation/estimate.ts';
import { type RankInterval, rankWorkloads } from '../estimation/ranking.ts';
import { type Scenario, underScenario } from '../estimation/scenario.ts';
import type { Workload } from '../estimation/workload.ts';
import { publishedCore } from './published-core.ts';
import type { Failure } from './worker-client.ts';

/** What the page asks of the worker. */
export interface ScenarioRequest {
  step: number;
  scenario: Scenario;
  /** What is asked of each model; a model that is not here is not estimated. */
  workloads: ReadonlyMap<string, Workload>;
  /** Whether a thousand tokens of every kind shall be estimated, too. */
  everyKind: boolean;
  /** Whether these models shall be ranked, too. */
  ranked: boolean;
}

/** One model's figures. */
export interface AskedEstimate {
  asked: WorkloadEstimate;
  everyKind?: ModelEstimate;
}

/** What it answers: ranges first, ranks after. */
export type ScenarioAnswer =
  | { step: number; kind: 'estimates'; estimates: ReadonlyMap<string, AskedEstimate> }
  | { step: number; kind: 'ranks'; ranks: ReadonlyMap<string, RankInterval> }
  | Failure;

/** How many models are estimated before the worker looks whether somebody asks for something else. */
const MODELS_AT_ONCE = 16;

let latest = 0;

/** The core with the inputs of the release, in a thread of its own. */
addEventListener('message', ({ data }: MessageEvent<ScenarioRequest>) => {
  latest = data.step;
  answer(data).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    postMessage({ step: data.step, kind: 'failed', message } satisfies ScenarioAnswer);
  });
});

async function answer(request: ScenarioRequest): Promise<void> {
  const { preparation, inputs } = await publishedCore();
  const { step, scenario, workloads, everyKind, ranked } = request;
  const put = underScenario(scenario);
  const models = [...workloads].flatMap(([id, workload]) => {
    const input = inputs.get(id);
    return input === undefined ? [] : [{ id, workload, input: put(input) }];
  });
  const estimates = new Map<string, AskedEstimate>();
  for (const [index, { id, workload, input }] of models.entries()) {
    if (index % MODELS_AT_ONCE === 0) await letLaterRequestsIn(step);
    const draws = drawModel(input, preparation);
    estimates.set(id, {
      asked: workloadRanges(workloadDraws(draws, workload, scenario.boundary)),
      ...(everyKind && { everyKind: rangesOf(draws, scenario.boundary) }),
    });
  }
  postMessage({ step, kind: 'estimates', estimates } satisfies ScenarioAnswer);
  if (!ranked) return;
  await letLaterRequestsIn(step);
  const intervals = rankWorkloads(models, preparation, scenario.boundary);
  const ranks = new Map<string, RankInterval>();
  for (const [index, { id }] of models.entries()) {
    const interval = intervals[index];
    if (interval !== undefined) ranks.set(id, interval);
  }
  postMessage({ step, kind: 'ranks', ranks } satisfies ScenarioAnswer);
}

/** Lets waiting messages in; throws where one of them asks for something else by now. */
async function letLaterRequestsIn(step: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (step !== latest) throw new Error('a later request has taken its place');
}

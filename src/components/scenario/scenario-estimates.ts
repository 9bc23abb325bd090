import type { ModelEstimate } from '../../estimation/estimate.ts';
import type { RankInterval } from '../../estimation/ranking.ts';
import { gridTables, scenarioOf } from './grid-choice.ts';
import type { ScenarioState } from './scenario-state.ts';
import type { ScenarioAnswer, ScenarioRequest } from './scenario-worker.ts';

/** What a scenario gives for the models asked for. */
export interface ScenarioEstimates {
  estimates: ReadonlyMap<string, ModelEstimate>;
  /** Of all models; absent where none were asked for. */
  ranks: Promise<ReadonlyMap<string, RankInterval>> | undefined;
}

let worker: Worker | undefined;
let steps = 0;

/**
 * Estimates models under a scenario, in a thread of its own, by the core that made the release.
 * Rejects with UnknownGrid, where the published inputs cannot be read, and where a later request
 * has taken its place.
 */
export async function estimatesUnder(
  state: ScenarioState,
  { ids, ranked = false }: { ids?: readonly string[]; ranked?: boolean } = {},
): Promise<ScenarioEstimates> {
  const scenario = scenarioOf(state, await gridTables());
  steps += 1;
  const request = { step: steps, scenario, ranked, ...(ids !== undefined && { ids }) };
  worker ??= new Worker(new URL('./scenario-worker.ts', import.meta.url), { type: 'module' });
  const estimates = answerOf(worker, request, 'estimates');
  const ranks = ranked
    ? answerOf(worker, request, 'ranks').then((answer) => answer.ranks)
    : undefined;
  // Whoever awaits the estimates hears of a failure; nobody else has to.
  ranks?.catch(() => undefined);
  worker.postMessage(request satisfies ScenarioRequest);
  return { estimates: (await estimates).estimates, ranks };
}

type AnswerOf<Kind> = Extract<ScenarioAnswer, { kind: Kind }>;

function answerOf<Kind extends 'estimates' | 'ranks'>(
  from: Worker,
  { step }: Pick<ScenarioRequest, 'step'>,
  kind: Kind,
): Promise<AnswerOf<Kind>> {
  const isAnswer = (answer: ScenarioAnswer): answer is AnswerOf<Kind> => answer.kind === kind;
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const { signal } = listening;
    from.addEventListener(
      'message',
      ({ data }: MessageEvent<ScenarioAnswer>) => {
        if (data.step !== step) return;
        if (data.kind === 'failed') reject(new Error(data.message));
        else if (isAnswer(data)) resolve(data);
        else return;
        listening.abort();
      },
      { signal },
    );
    from.addEventListener(
      'error',
      ({ message }) => {
        reject(new Error(message || 'The estimates could not be computed here'));
        listening.abort();
        // A worker that does not run will not run the next request either.
        worker = undefined;
      },
      { signal },
    );
  });
}

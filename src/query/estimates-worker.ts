import { chooseLowest } from '../estimation/choice.ts';
import { compareDraws, timesDraws, typicalDraws } from '../estimation/comparison.ts';
import { emissionClasses } from '../estimation/emission-class.ts';
import { drawModel, rangesOf, workloadDraws, workloadRanges } from '../estimation/estimate.ts';
import { frontOfDraws } from '../estimation/frontier.ts';
import { type Range, rangeOf } from '../estimation/ranges.ts';
import { underScenario } from '../estimation/scenario.ts';
import { oncePerModel } from '../library/once-per-model.ts';
import { DrawnColumns } from './drawn-columns.ts';
import { type PublishedCore, publishedCore } from './published-core.ts';
import { answerRequests } from './worker-answers.ts';
import type {
  AskedEstimate,
  ChoiceRequest,
  EstimatesRequest,
  FrontRequest,
  ModelsAsked,
  WorkerAnswer,
  WorkerRequest,
} from './worker-messages.ts';

/** How many models are estimated before the worker looks whether somebody asks for something else. */
const MODELS_AT_ONCE = 16;

const latest = new Map<WorkerRequest['wanted'], number>();
const columns = new DrawnColumns();
/** The estimates that are being made: a choice among the same models waits for their draws. */
let estimating: Promise<unknown> = Promise.resolve();

// Every request needs it; one that fails here is tried again with the first request.
void publishedCore().catch(() => undefined);

/** The core with the inputs of the release, in a thread of its own. */
answerRequests<WorkerRequest>((request) => {
  latest.set(request.wanted, request.step);
  return answerTo(request);
});

function answerTo(request: WorkerRequest): Promise<WorkerAnswer> {
  if (request.wanted === 'choice') return estimating.then(() => choice(request));
  if (request.wanted === 'front') return front(request);
  const answer = estimates(request);
  estimating = answer.catch(() => undefined);
  return answer;
}

async function estimates(request: EstimatesRequest): Promise<WorkerAnswer> {
  const { preparation, inputs } = await publishedCore();
  const { step, scenario, workloads, everyKind, standing } = request;
  const put = underScenario(scenario);
  const estimated = new Map<string, AskedEstimate>();
  const drawnColumns = new Map<string, Float64Array>();
  for await (const [id, workload] of unlessAskedAnew(workloads, request)) {
    const input = inputs.get(id);
    if (input === undefined) continue;
    const draws = drawModel(put(input), preparation);
    const drawn = workloadDraws(draws, workload, scenario.boundary);
    if (standing) {
      columns.keep(scenario, workload, id, drawn.gramsCO2e);
      drawnColumns.set(id, drawn.gramsCO2e);
    }
    estimated.set(id, {
      asked: workloadRanges(drawn),
      ...(everyKind && { everyKind: rangesOf(draws, scenario.boundary) }),
    });
  }
  if (!standing) return { step, kind: 'estimates', estimates: estimated };
  const inUse = drawnColumns.get(request.inUse ?? '');
  return { step, kind: 'estimates', estimates: withStanding(estimated, drawnColumns, inUse) };
}

function withStanding(
  estimated: ReadonlyMap<string, AskedEstimate>,
  drawn: ReadonlyMap<string, Float64Array>,
  inUse: Float64Array | undefined,
): Map<string, AskedEstimate> {
  const all = [...drawn.values()];
  const found = emissionClasses(all);
  const classes = new Map([...drawn.keys()].map((id, index) => [id, found[index]]));
  const typical = typicalDraws(all);
  return new Map(
    [...estimated].map(([id, estimate]) => {
      const emissionClass = classes.get(id);
      const column = drawn.get(id);
      if (emissionClass === undefined || column === undefined) return [id, estimate];
      const standing = {
        emissionClass,
        timesTypicalModel: compareDraws(column, typical).ratio,
        ...(inUse && { timesModelInUse: compareDraws(column, inUse).ratio }),
      };
      return [id, { ...estimate, standing }];
    }),
  );
}

/** The draws of a model's gCO2e as asked; undefined where it is asked for nothing. */
function columnsAsked(
  { scenario, workloads }: ModelsAsked,
  { preparation, inputs }: PublishedCore,
): (id: string) => Float64Array | undefined {
  const put = underScenario(scenario);
  return (id) => {
    const input = inputs.get(id);
    const workload = workloads.get(id);
    if (input === undefined || workload === undefined) return undefined;
    return columns.get(
      scenario,
      workload,
      id,
      () =>
        workloadDraws(drawModel(put(input), preparation), workload, scenario.boundary).gramsCO2e,
    );
  };
}

async function front(request: FrontRequest): Promise<WorkerAnswer> {
  const { step, qualities, competing } = request;
  const columnOf = columnsAsked(request, await publishedCore());
  const others: Float64Array[] = [];
  for await (const id of unlessAskedAnew(request.heldAgainst, request)) {
    const column = columnOf(id);
    if (column !== undefined) others.push(column);
  }
  const typical = others.length === 0 ? undefined : typicalDraws(others);
  const ranges = new Map<string, Range>();
  const rivals = new Map<string, { quality: number; carbon: Float64Array }>();
  for await (const [id, quality] of unlessAskedAnew(qualities, request)) {
    const column = columnOf(id);
    if (column === undefined) continue;
    const carbon = typical === undefined ? column : timesDraws(column, typical);
    ranges.set(id, rangeOf(carbon));
    if (competing.has(id)) rivals.set(id, { quality, carbon });
  }
  return {
    step,
    kind: 'front',
    carbon: ranges,
    front: frontOfDraws([...rivals.values()]),
    ids: [...rivals.keys()],
  };
}

async function choice(request: ChoiceRequest): Promise<WorkerAnswer> {
  const core = await publishedCore();
  const { inputs } = core;
  const { step, inUse } = request;
  const columnOf = columnsAsked(request, core);
  // A model that is sold under several terms has the same draws under each: it is chosen once.
  const once = oncePerModel(request.candidates, (id) => inputs.get(id)?.drawnAs ?? id);
  const candidates = new Map<string, Float64Array>();
  for await (const id of unlessAskedAnew(once, request)) {
    const column = columnOf(id);
    if (column !== undefined) candidates.set(id, column);
  }
  const used = inUse === undefined ? undefined : columnOf(inUse);
  return {
    step,
    kind: 'choice',
    choice: chooseLowest([...candidates.values()], used),
    candidates: [...candidates.keys()],
    inUseGramsCO2e: used && rangeOf(used),
  };
}

/** The models one by one, with waiting messages let in; throws where one of them asks for another of the kind. */
async function* unlessAskedAnew<One>(models: Iterable<One>, { wanted, step }: WorkerRequest) {
  let count = 0;
  for (const model of models) {
    if (count % MODELS_AT_ONCE === 0) {
      await new Promise((resolve) => setTimeout(resolve));
      if (step !== latest.get(wanted)) throw new Error('a later request has taken its place');
    }
    count += 1;
    yield model;
  }
}

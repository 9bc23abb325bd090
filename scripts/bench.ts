import { joinCatalog } from '../src/catalog/catalog.ts';
import { methodOf } from '../src/catalog/method.ts';
import { readData } from '../src/catalog/read-data.ts';
import { compareModels, type IdentifiedInput } from '../src/estimation/comparison.ts';
import { prepareContributions } from '../src/estimation/contributions.ts';
import { product } from '../src/estimation/draws.ts';
import {
  type EstimationInput,
  estimateModel,
  type ModelEstimate,
} from '../src/estimation/estimate.ts';
import { energyDraws, prepare } from '../src/estimation/preparation.ts';
import { rankModels } from '../src/estimation/ranking.ts';
import { serve } from '../src/estimation/serving.ts';
import { runCommand } from './command.ts';
import { MemoryWatch } from './memory-watch.ts';
import { type Timing, timeRuns } from './stopwatch.ts';

/** Times the core on the current list. A benchmark, not a test: what is slow is said, no more. */

const MANY_MODELS = 10_000;
const LIMIT_MILLISECONDS = { list: 1000, oneModel: 3, manyModels: 25_000 };

await runCommand('bench', async () => {
  const { models, method } = currentList();
  const inputs = models.map(({ input }) => input);
  const preparation = prepare(method);
  const { shared, factorsOf } = preparation;
  console.log(`${models.length} models, ${shared.count} draws, Node ${process.version}`);
  console.log('Milliseconds; the limit is held against the median of the processor time.\n');
  const contributionsOf = prepareContributions(shared.unit);
  const spacedOut = (run: number) => nth(models, Math.floor((run * models.length) / 50));

  printHeader();
  print(
    'setup: draws of a method',
    timeRuns({ runs: 20, warmUps: 5 }, () => prepare(method)),
  );
  print(
    'ranges of the whole list, setup included',
    timeRuns({ runs: 10, warmUps: 3 }, () => {
      const fresh = prepare(method);
      for (const input of inputs) estimateModel(input, fresh);
    }),
    LIMIT_MILLISECONDS.list,
  );
  print(
    'ranges of one model (50 models, once each)',
    timeRuns({ runs: 50, warmUps: 20 }, (run) => estimateModel(spacedOut(run).input, preparation)),
    LIMIT_MILLISECONDS.oneModel,
  );
  print(
    'ranks of the whole list',
    timeRuns({ runs: 5, warmUps: 1 }, () => rankModels(models, preparation)),
  );
  print(
    'comparison of a pair (50 pairs)',
    timeRuns({ runs: 50, warmUps: 20 }, (run) =>
      compareModels(spacedOut(run), spacedOut((run + 7) % 50), preparation),
    ),
  );
  print(
    'contributions of one model (50 models)',
    timeRuns({ runs: 50, warmUps: 20 }, (run) => {
      const { model, endpoints } = spacedOut(run).input;
      const { servedBits, factor } = serve(endpoints, shared.unit.endpoint, factorsOf);
      const { outputJoules } = energyDraws(model, servedBits, preparation);
      contributionsOf(product(outputJoules, factor('facilityAndEmbodiedGrams')), {
        gridIntensity: factor('acceleratorsGrams'),
        weightBits: shared.weightBits,
      });
    }),
  );

  const memory = new MemoryWatch();
  const many = repeated(inputs, MANY_MODELS);
  const timing = timeRuns({ runs: 3, warmUps: 0 }, () => {
    memory.begin();
    const kept: ModelEstimate[] = [];
    for (const input of many) {
      kept.push(estimateModel(input, preparation));
      if (kept.length % (MANY_MODELS / 4) === 0) memory.note(kept.length);
    }
    memory.end(kept);
  });
  print(`ranges of ${MANY_MODELS} models`, timing, LIMIT_MILLISECONDS.manyModels);
  console.log(`\n${memory.report(shared.count)}`);
});

function currentList() {
  const data = readData(process.cwd());
  const models: IdentifiedInput[] = joinCatalog(data).estimable.map(({ listed, input }) => ({
    id: listed.id,
    input,
  }));
  return { models, method: methodOf(data.factors) };
}

/** The list over and over, each time with sizes and prices a little larger. */
function repeated(inputs: readonly EstimationInput[], count: number): EstimationInput[] {
  return Array.from({ length: count }, (_, index) => {
    const { model, endpoints } = nth(inputs, index % inputs.length);
    const factor = 1 + 0.001 * Math.floor(index / inputs.length);
    if (model.tier === 'price') {
      const { inputUsdPerMillionTokens, outputUsdPerMillionTokens } = model;
      return {
        model: {
          ...model,
          inputUsdPerMillionTokens: factor * inputUsdPerMillionTokens,
          outputUsdPerMillionTokens: factor * outputUsdPerMillionTokens,
        },
        endpoints,
      };
    }
    const scaled = (size: typeof model.total) =>
      typeof size === 'number'
        ? factor * size
        : { ...size, low: factor * size.low, high: factor * size.high };
    return {
      model: { ...model, active: scaled(model.active), total: scaled(model.total) },
      endpoints,
    };
  });
}

function nth<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${index} of ${list.length}: empty list`);
  return item;
}

function printHeader(): void {
  console.log(
    line('', ['runs', 'median', 'worst', 'median CPU', 'worst CPU', 'limit', 'within it']),
  );
}

function print(what: string, timing: Timing, limitMilliseconds?: number): void {
  const { runs, medianProcessorMilliseconds: median } = timing;
  console.log(
    line(what, [
      String(runs),
      digits(timing.medianWallMilliseconds),
      digits(timing.worstWallMilliseconds),
      digits(median),
      digits(timing.worstProcessorMilliseconds),
      limitMilliseconds === undefined ? '' : String(limitMilliseconds),
      limitMilliseconds === undefined ? '' : median <= limitMilliseconds ? 'yes' : 'NO',
    ]),
  );
}

function line(what: string, cells: readonly string[]): string {
  return [what.padEnd(42), ...cells.map((cell) => cell.padStart(11))].join('');
}

function digits(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 100 ? 2 : 0);
}

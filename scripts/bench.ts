import { joinCatalog } from '../src/catalog/catalog.ts';
import { methodOf } from '../src/catalog/method-of-factors.ts';
import { readData } from '../src/catalog/read-data.ts';
import { compareWorkloads } from '../src/estimation/comparison.ts';
import { prepareContributions } from '../src/estimation/contributions.ts';
import { product } from '../src/estimation/draws.ts';
import { drawModel, type ModelEstimate, rangesOf } from '../src/estimation/estimate.ts';
import { type EstimationInput, prepare } from '../src/estimation/preparation.ts';
import { metricDraws, rankModels } from '../src/estimation/ranking.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../src/estimation/workload.ts';
import { runCommand, takesNothing } from './command.ts';
import { MemoryWatch } from './memory-watch.ts';
import { type Timing, timeRuns } from './stopwatch.ts';

const HELP = `Times the core on the current list. A benchmark, not a test: what is slow is said, no more.

  npm run bench`;

const MANY_MODELS = 10_000;
const LIMIT_MILLISECONDS = { list: 1000, oneModel: 3, manyModels: 25_000 };

await runCommand('bench', HELP, async () => {
  takesNothing();
  const { inputs, method } = currentList();
  const preparation = prepare(method);
  const { shared } = preparation;
  console.log(`${inputs.length} models, ${shared.count} draws, Node ${process.version}`);
  console.log('Milliseconds; the limit is held against the median of the processor time.\n');
  const contributionsOf = prepareContributions(shared);
  const spacedOut = (run: number) => nth(inputs, Math.floor((run * inputs.length) / 50));

  printHeader();
  print(
    'setup: draws of a method',
    timeRuns({ runs: 20, warmUps: 5 }, () => prepare(method)),
  );
  print(
    'ranges of the whole list, setup included',
    timeRuns({ runs: 10, warmUps: 3 }, () => {
      const fresh = prepare(method);
      for (const input of inputs) rangesOf(drawModel(input, fresh));
    }),
    LIMIT_MILLISECONDS.list,
  );
  print(
    'ranges of one model (50 models, once each)',
    timeRuns({ runs: 50, warmUps: 20 }, (run) => rangesOf(drawModel(spacedOut(run), preparation))),
    LIMIT_MILLISECONDS.oneModel,
  );
  print(
    'ranks of the whole list',
    timeRuns({ runs: 5, warmUps: 1 }, () =>
      rankModels(inputs.map((input) => metricDraws(drawModel(input, preparation)))),
    ),
  );
  print(
    'comparison of a pair (50 pairs)',
    timeRuns({ runs: 50, warmUps: 20 }, (run) =>
      compareWorkloads(thousand(spacedOut(run)), thousand(spacedOut((run + 7) % 50)), preparation),
    ),
  );
  print(
    'contributions of one model (50 models)',
    timeRuns({ runs: 50, warmUps: 20 }, (run) => {
      const input = spacedOut(run);
      const { energy, serving } = drawModel(input, preparation);
      contributionsOf(product(energy.outputJoules, serving.factor('facilityAndEmbodiedGrams')), {
        drawnAs: input.drawnAs,
        grid: serving.factor('acceleratorsGrams'),
      });
    }),
  );

  const memory = new MemoryWatch();
  const many = repeated(inputs, MANY_MODELS);
  const timing = timeRuns({ runs: 3, warmUps: 0 }, () => {
    memory.begin();
    const kept: ModelEstimate[] = [];
    for (const input of many) {
      kept.push(rangesOf(drawModel(input, preparation)));
      if (kept.length % (MANY_MODELS / 4) === 0) memory.note(kept.length);
    }
    memory.end(kept);
  });
  print(`ranges of ${MANY_MODELS} models`, timing, LIMIT_MILLISECONDS.manyModels);
  console.log(`\n${memory.report(shared.count)}`);
});

function currentList() {
  const data = readData(process.cwd());
  const inputs = joinCatalog(data).estimable.map(({ input }) => input);
  return { inputs, method: methodOf(data.factors) };
}

function thousand(input: EstimationInput) {
  return { input, workload: PER_THOUSAND_OUTPUT_TOKENS };
}

/** The list over and over, each time with sizes and prices a little larger. */
function repeated(inputs: readonly EstimationInput[], count: number): EstimationInput[] {
  return Array.from({ length: count }, (_, index) => {
    const input = nth(inputs, index % inputs.length);
    const { model } = input;
    const drawnAs = `${input.drawnAs} ${index}`;
    const factor = 1 + 0.001 * Math.floor(index / inputs.length);
    if (model.tier === 'price') {
      const { inputUsdPerMillionTokens, outputUsdPerMillionTokens } = model;
      return {
        ...input,
        drawnAs,
        model: {
          ...model,
          inputUsdPerMillionTokens: factor * inputUsdPerMillionTokens,
          outputUsdPerMillionTokens: factor * outputUsdPerMillionTokens,
        },
      };
    }
    const scaled = (size: typeof model.total) =>
      typeof size === 'number'
        ? factor * size
        : { ...size, low: factor * size.low, high: factor * size.high };
    return {
      ...input,
      drawnAs,
      model: { ...model, active: scaled(model.active), total: scaled(model.total) },
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

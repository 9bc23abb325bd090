import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readTraining } from '../../src/catalog/read-training.ts';
import { paperAcceleratorOf } from '../../src/catalog/training-paper.ts';
import type { TrainingAccelerator } from '../../src/estimation/training/accelerators.ts';
import { estimateTraining } from '../../src/estimation/training/estimate.ts';
import {
  activeParametersOf,
  adapterFlop,
  languageFlop,
  ROUTING_FACTOR,
  tokensOfSteps,
} from '../../src/estimation/training/language-flop.ts';
import { TRAINING_METHOD } from '../../src/estimation/training/method.ts';
import { correctedFlop } from '../../src/estimation/training/paper/corrections.ts';
import {
  intensityAsEmitted,
  intensityAtPeak,
} from '../../src/estimation/training/paper/intensity.ts';
import { projectedTonnes } from '../../src/estimation/training/paper/projection.ts';
import {
  paperTonnesOfFlop,
  paperTonnesOfParameters,
} from '../../src/estimation/training/paper/regressions.ts';
import {
  paperChipHours,
  paperMegawattHours,
  paperMegawattHoursPueOnly,
} from '../../src/estimation/training/paper/runtime.ts';
import {
  errorOfTotal,
  relativeErrorOf,
  varianceShares,
} from '../../src/estimation/training/paper/uncertainty.ts';
import {
  patchTokens,
  patchTransformerMacs,
  visionFlop,
} from '../../src/estimation/training/vision-flop.ts';
import { quantityText } from '../../src/text/numbers.ts';

// Values of an independent computation of every rule, made without this code.

const Value = z.union([z.number(), z.string(), z.boolean(), z.array(z.number())]);
const Case = z.object({
  id: z.string(),
  what: z.string(),
  inputs: z.record(z.string(), Value),
  outputs: z.record(z.string(), Value),
  relativeTolerance: z.number(),
});
type Case = z.infer<typeof Case>;
const golden = z
  .object({
    table9: z.record(
      z.string(),
      z.object({ peakFlops: z.number(), watts: z.number(), efficiency: z.number() }),
    ),
    board: z.record(z.string(), z.object({ peakFlops: z.number(), watts: z.number() })),
    constants: z.object({
      mfu: z.object({ A: z.number(), H: z.number(), TPU: z.number(), old: z.number() }),
      slope: z.number(),
      sMfu: z.number(),
      kPrint: z.number(),
      sPrint: z.number(),
      sFull: z.number(),
      sEf: z.object({ US: z.number(), other: z.number(), unknown: z.number() }),
    }),
    cases: z.array(Case),
  })
  .parse(JSON.parse(readFileSync(new URL('training.json', import.meta.url), 'utf8')));

const { data: training } = readTraining('.');
if (training === undefined) throw new Error('data/training does not hold');
const { paper } = training;

/** The data sheets, by name. */
const sheets: ReadonlyMap<string, TrainingAccelerator> = new Map(
  Object.entries(training.accelerators.accelerators).map(([name, sheet]) => [
    name,
    { name, ...sheet },
  ]),
);

/** The inputs of a case by name; says which case lacks or misspells one. */
function reader({ id, inputs }: Case) {
  const wrong = (name: string, expected: string) =>
    new Error(`${id}: ${name} is ${JSON.stringify(inputs[name])}, expected ${expected}`);
  return {
    number: (name: string, otherwise?: number): number => {
      const value = inputs[name] ?? otherwise;
      if (typeof value !== 'number') throw wrong(name, 'a number');
      return value;
    },
    numbers: (name: string): number[] => {
      const value = inputs[name];
      if (!Array.isArray(value)) throw wrong(name, 'a list of numbers');
      return value;
    },
    flag: (name: string, otherwise = false): boolean => {
      const value = inputs[name] ?? otherwise;
      if (typeof value !== 'boolean') throw wrong(name, 'true or false');
      return value;
    },
    text: (name: string, otherwise?: string): string => {
      const value = inputs[name] ?? otherwise;
      if (typeof value !== 'string') throw wrong(name, 'a text');
      return value;
    },
    paperAccelerator: () => {
      const found = paperAcceleratorOf(String(inputs.accelerator), paper);
      if (found === undefined) throw wrong('accelerator', 'one of Table 9');
      return found;
    },
    accelerator: (name: string) => {
      const found = sheets.get(String(inputs[name]));
      if (found === undefined) throw wrong(name, 'an accelerator of the table');
      return found;
    },
    sheet: (name: string) => {
      const found = sheets.get(name);
      if (found === undefined) throw wrong(name, 'a data sheet of it');
      return found;
    },
    has: (name: string) => inputs[name] !== undefined,
  };
}

type Outputs = Record<string, number | string | readonly number[]>;
type Inputs = ReturnType<typeof reader>;

/** What computes each kind of case, by the beginning of its id, the longer ones first. */
const COMPUTED: readonly [string, (inputs: Inputs) => Outputs][] = [
  [
    'flop-moe',
    (inputs) => {
      const activeParameters = activeParametersOf({
        dense: inputs.number('dense'),
        allExperts: inputs.number('allExperts'),
        expertsPerLayer: inputs.number('expertsPerLayer'),
        topK: inputs.number('topK'),
      });
      expect(inputs.number('routing')).toBe(ROUTING_FACTOR);
      return {
        activeParameters,
        flop: languageFlop({ activeParameters, tokens: inputs.number('tokens') }) * ROUTING_FACTOR,
      };
    },
  ],
  [
    'flop-peft',
    (inputs) => ({
      flop: adapterFlop({
        frozen: inputs.number('frozen'),
        trainable: inputs.number('trainable'),
        tokens: inputs.number('tokens'),
        frozenShare: inputs.number('alpha'),
      }),
    }),
  ],
  [
    'flop-corrections',
    (inputs) => ({
      flop: correctedFlop(inputs.number('base'), {
        optimizer: inputs.number('optimizer'),
        precision: inputs.number('precision'),
        checkpointing: inputs.number('checkpointing'),
        activation: inputs.number('activation'),
        pipeline: inputs.number('pipeline'),
        dataParallel: inputs.number('dataParallel'),
        misc: inputs.number('misc'),
      }),
    }),
  ],
  ['flop-vit', (inputs) => ({ flop: flopOfPictures(inputs) })],
  ['flop-clip', (inputs) => ({ flop: paper.corrections.clipFactor * flopOfPictures(inputs) })],
  ['flop-diffusion', (inputs) => ({ flop: flopOfPictures(inputs) })],
  ['flop-dit', (inputs) => ({ macs: patchTransformerMacs(pictures(inputs)) })],
  [
    'macs-vit',
    (inputs) => ({
      macs: patchTransformerMacs(pictures(inputs)),
      tokens: patchTokens(pictures(inputs)),
    }),
  ],
  [
    'flop-',
    (inputs) => ({
      flop: languageFlop({
        activeParameters: inputs.number('activeParameters'),
        tokens: inputs.number('tokens'),
        flopPerParameterAndToken: inputs.number('c'),
        share: inputs.number('share', 1),
      }),
    }),
  ],
  [
    'tokens-from-steps',
    (inputs) => ({
      tokens: tokensOfSteps({
        steps: inputs.number('steps'),
        devices: inputs.number('devices'),
        accumulation: inputs.number('accumulation'),
        sequenceTokens: inputs.number('sequence'),
        sequencesPerDevice: inputs.number('batchPerDevice'),
      }),
    }),
  ],
  [
    'runtime-',
    (inputs) => {
      const accelerator = inputs.paperAccelerator();
      const chipHours = paperChipHours(accelerator, inputs.number('flop'));
      const mwh = paperMegawattHours(accelerator, chipHours, {
        ...paper.runtime,
        acceleratorsPerNode: inputs.number('perNode', paper.runtime.acceleratorsPerNode),
      });
      return {
        wallHours: chipHours / inputs.number('count'),
        chipHours,
        mwh,
        tonnes: mwh * inputs.number('efTonnesPerMWh'),
        mwhPueOnly: paperMegawattHoursPueOnly(accelerator, chipHours, paper.runtime),
      };
    },
  ],
  [
    'hours-',
    (inputs) => {
      const mwh = paperMegawattHours(
        inputs.paperAccelerator(),
        inputs.number('chipHours'),
        paper.runtime,
      );
      return { mwh, tonnes: mwh * inputs.number('efTonnesPerMWh') };
    },
  ],
  [
    'direct-mwh',
    (inputs) => {
      const estimate = estimateTraining(
        {
          energy: { megawattHours: inputs.number('mwh'), counts: 'system', includesBuilding: true },
          accelerator: inputs.sheet('H100'),
          acceleratorStated: true,
          grid: { gramsPerKilowattHour: 1000 * inputs.number('efTonnesPerMWh'), sdLn: 0 },
        },
        'as-makers-count',
      );
      return { tonnes: estimate?.tonnesCO2e.central ?? Number.NaN };
    },
  ],
  [
    'atci-',
    (inputs) => {
      const accelerator = inputs.paperAccelerator();
      const circumstances = {
        tonnesPerMegawattHour: inputs.number('efTonnesPerMWh'),
        powerUsageEffectiveness: inputs.number('pue'),
        timeFactor: inputs.number('aTime'),
      };
      return {
        atciPeak: intensityAtPeak(accelerator, circumstances),
        atciEffective: intensityAsEmitted(accelerator, circumstances),
      };
    },
  ],
  [
    'tier2-',
    (inputs) => {
      const family = inputs.text('family');
      return {
        tonnes: paperTonnesOfFlop(
          inputs.number('flop'),
          inputs.number('efTonnesPerMWh'),
          family === 'A' || family === 'H' ? family : 'others',
          paper.regressions.operations,
        ),
      };
    },
  ],
  [
    'tier3-',
    (inputs) => ({
      tonnes: paperTonnesOfParameters(
        inputs.number('parameters'),
        inputs.number('efTonnesPerMWh'),
        inputs.flag('instruct'),
        paper.regressions.parameters,
      ),
    }),
  ],
  ['rss-', (inputs) => ({ relative: relativeErrorOf(inputs.numbers('errors')) })],
  ['variance-shares', (inputs) => ({ shares: varianceShares(inputs.numbers('sigma')) })],
  [
    'aggregate-uncertainty',
    (inputs) => {
      const errors = inputs.numbers('errors');
      return {
        ...errorOfTotal(
          inputs.numbers('weights').map((weight, at) => ({ weight, error: errors[at] ?? 0 })),
        ),
      };
    },
  ],
  [
    'projection',
    (inputs) => ({
      tonnes2035: projectedTonnes(inputs.number('tonnes2024'), {
        shareNow: inputs.number('share2024'),
        shareThen: inputs.number('share2035'),
      }),
    }),
  ],
  [
    'digits-',
    // Thousands are parted by a thin space on the pages, by a comma in the paper.
    (inputs) => ({
      text: quantityText(inputs.number('value'), inputs.number('digits'))
        .replaceAll('\u202f', '')
        .replace(/(?<=\d)(?=(\d{3})+$)/, ','),
    }),
  ],
  [
    'ours-',
    (inputs) => {
      const country = inputs.text('c', 'US');
      const { US, other } = golden.constants.sEf;
      const estimate = estimateTraining(
        {
          ...(inputs.has('h') && { chipHours: { median: inputs.number('h'), sdLn: 0 } }),
          ...(inputs.has('F') && { flop: { median: inputs.number('F'), sdLn: 0.1 } }),
          accelerator: inputs.accelerator('fam'),
          acceleratorStated: true,
          grid: {
            gramsPerKilowattHour: 1000 * inputs.number('EF', 0.384),
            sdLn: country === 'US' ? US : other,
          },
        },
        inputs.flag('full', true) ? 'facility' : 'as-makers-count',
      );
      return {
        chipHours: estimate?.chipHours?.central ?? Number.NaN,
        mwh: estimate?.megawattHours.central ?? Number.NaN,
        low: estimate?.tonnesCO2e.low ?? Number.NaN,
        central: estimate?.tonnesCO2e.central ?? Number.NaN,
        high: estimate?.tonnesCO2e.high ?? Number.NaN,
      };
    },
  ],
];

function flopOfPictures(inputs: Inputs): number {
  return visionFlop({
    macs: inputs.number('macs'),
    samplesPerEpoch: inputs.number('images'),
    epochs: inputs.number('epochs'),
  });
}

function pictures(inputs: Inputs) {
  return {
    height: inputs.number('height'),
    width: inputs.number('width'),
    patch: inputs.number('patch'),
    channels: inputs.number('channels'),
    hidden: inputs.number('hidden'),
    layers: inputs.number('layers'),
    mlpRatio: inputs.number('mlpRatio'),
    classToken: inputs.flag('classToken', true),
  };
}

test('there are the 53 cases', () => {
  expect(golden.cases).toHaveLength(53);
});

test.each(golden.cases)('$id: $what', (one) => {
  const compute = COMPUTED.find(([beginning]) => one.id.startsWith(beginning))?.[1];
  if (compute === undefined) throw new Error(`${one.id}: nothing here computes such a case`);
  const computed = compute(reader(one));
  for (const [name, expected] of Object.entries(one.outputs)) {
    const value = computed[name];
    if (typeof expected === 'string') {
      expect(value, name).toBe(expected);
      continue;
    }
    const pairs = Array.isArray(expected)
      ? expected.map((each, at) => [each, Array.isArray(value) ? value[at] : undefined])
      : [[expected, value]];
    for (const [wanted, got] of pairs) {
      expect(
        Math.abs(Number(got) / Number(wanted) - 1),
        `${name}: ${got}, not ${wanted}`,
      ).toBeLessThan(one.relativeTolerance);
    }
  }
});

describe('the tables and constants are those of the independent computation', () => {
  test.each(Object.entries(golden.table9))('Table 9: %s', (name, row) => {
    expect(paper.accelerators[name]).toEqual({
      peakFlopPerSecond: row.peakFlops,
      averageWatts: row.watts,
      efficiency: row.efficiency,
    });
  });

  test.each(Object.entries(golden.board))('data sheet: %s', (name, row) => {
    expect(sheets.get(name)).toMatchObject({
      peakFlopPerSecond: row.peakFlops,
      boardWatts: row.watts,
    });
  });

  test('throughput, boundaries and grids', () => {
    const { mfu, slope, sMfu, kPrint, sPrint, sFull, sEf } = golden.constants;
    const { throughput, energy, gridSdLn } = TRAINING_METHOD;
    expect(throughput.shareAt1e23).toEqual({
      ampere: mfu.A,
      'hopper-and-later': mfu.H,
      tpu: mfu.TPU,
      older: mfu.old,
    });
    expect([throughput.perDecade, throughput.sdLn]).toEqual([slope, sMfu]);
    expect(energy.asMakersCount).toMatchObject({ factor: kPrint, sdLn: sPrint });
    expect(energy.facility.sdLn).toBe(sFull);
    expect([gridSdLn.byCountry.US, gridSdLn.otherCountry, gridSdLn.unknownCountry]).toEqual([
      sEf.US,
      sEf.other,
      sEf.unknown,
    ]);
  });
});

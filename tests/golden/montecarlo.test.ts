import { expect, test } from 'vitest';
import * as z from 'zod';
import { latinHypercube } from '../../src/estimation/draws.ts';
import { createEstimator, type EstimationInput } from '../../src/estimation/estimate.ts';
import type { Range } from '../../src/estimation/ranges.ts';
import { method, place, servedAt } from '../unit/estimation/method-under-test.ts';
import golden from './montecarlo.json' with { type: 'json' };

const Triple = z.tuple([z.number(), z.number(), z.number()]);
const Inputs = z.union([
  z.object({
    tier: z.literal(3),
    priceInUsdPerMillion: z.number(),
    priceOutUsdPerMillion: z.number(),
  }),
  z.object({
    active: z.number(),
    total: z.number(),
    moe: z.boolean(),
    bits: z.union([z.number(), z.literal('drawn')]),
    layers: z.number().optional(),
    fullAttentionLayers: z.number().optional(),
    kvdim: z.number().optional(),
    formErrorLn: z.enum(['tier2a', 'tier2b']),
  }),
]);

function modelOf(inputs: z.infer<typeof Inputs>): EstimationInput['model'] {
  if ('tier' in inputs) {
    return {
      tier: 'price',
      inputUsdPerMillionTokens: inputs.priceInUsdPerMillion,
      outputUsdPerMillionTokens: inputs.priceOutUsdPerMillion,
    };
  }
  const { layers, fullAttentionLayers, kvdim } = inputs;
  return {
    tier: inputs.formErrorLn === 'tier2a' ? 'architecture' : 'parameters',
    active: inputs.active,
    total: inputs.total,
    mixtureOfExperts: inputs.moe,
    precision: inputs.bits === 'drawn' ? {} : { servedBits: inputs.bits },
    architecture:
      layers === undefined || fullAttentionLayers === undefined || kvdim === undefined
        ? undefined
        : {
            layers,
            fullAttentionLayers,
            slidingWindowLayers: 0,
            slidingWindowTokens: 0,
            kvWidth: kvdim,
            hybridStateSpace: false,
          },
  };
}

/** The price lines that the golden cases were made with; the project's own move with every refit. */
const price = {
  output: { intercept: -0.4796941877696368, slope: 0.6483002535085584, residualSdLn: 0.8 },
  input: { intercept: -1.7632080274333235, slope: 0.7794957736149776, residualSdLn: 0.73 },
  residualCorrelation: 0.7,
  genericModel: { activeBillions: 30, totalBillions: 330 },
};

const estimate = createEstimator({ ...method, price });
const TOLERANCE = 0.01;

test('the Latin hypercube gives the golden draws to the last digit', () => {
  const unit = latinHypercube();
  const columns = [
    unit.activeParametersOrPriceOutput,
    unit.totalParametersOrPriceInput,
    unit.acceleratorGeneration,
    unit.weightBits,
  ];
  for (const [draw, values] of golden.first_u.entries()) {
    expect(columns.map((column) => column[draw])).toEqual(values);
  }
});

test.each(golden.cases)('$name meets its golden ranges within 1 %', (golden) => {
  const model = modelOf(Inputs.parse(golden.inputs));
  const { perThousandOutputTokens: output, perThousandInputTokens: input } = estimate({
    model,
    endpoints: servedAt(place),
  });
  const pairs: [Range, number[]][] = [
    [output.acceleratorJoulesPerToken, golden.J_out],
    [input.acceleratorJoulesPerToken, golden.J_in],
    [output.wattHours, golden.Wh_out],
    [input.wattHours, golden.Wh_in],
    [output.gramsCO2e, golden.g_out],
    [input.gramsCO2e, golden.g_in],
  ];
  for (const [range, triple] of pairs) {
    const [low, central, high] = Triple.parse(triple);
    expect(Math.abs(range.low / low - 1)).toBeLessThan(TOLERANCE);
    expect(Math.abs(range.central / central - 1)).toBeLessThan(TOLERANCE);
    expect(Math.abs(range.high / high - 1)).toBeLessThan(TOLERANCE);
  }
});

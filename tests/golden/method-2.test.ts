import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  drawModel,
  rangesOf,
  workloadDraws,
  workloadRanges,
} from '../../src/estimation/estimate.ts';
import { type EstimationInput, prepare } from '../../src/estimation/preparation.ts';
import type { Range } from '../../src/estimation/ranges.ts';
import type { OneRequest } from '../../src/estimation/workload.ts';
import { method } from '../unit/estimation/method-under-test.ts';

/** P5, P50 and P95. */
type Percentiles = readonly [number, number, number];
type RequestFigures = Record<'requestGramsCO2e' | 'requestWattHours', Percentiles>;
type Figures = RequestFigures &
  Record<
    | 'outputJoulesPerToken'
    | 'inputJoulesPerToken'
    | 'gramsCO2ePerThousandOutputTokens'
    | 'wattHoursPerThousandOutputTokens',
    Percentiles
  >;

/**
 * Values of an independent implementation of method 2 (Python, numpy and scipy), written from the
 * method's texts and data and not from this code. Joules are of the accelerators alone, all else is
 * at the published boundary.
 */
interface Golden {
  request: OneRequest;
  cases: {
    name: string;
    input: EstimationInput;
    expected: Figures;
  }[];
}

const golden: Golden = JSON.parse(readFileSync(new URL('method-2.json', import.meta.url), 'utf8'));
/** The price lines that these values were computed with: those of the data follow the list. */
const LINES = {
  intercept: -0.7302717884524895,
  slope: 0.84012111021046,
  withCapacity: {
    intercept: -2.3411202744476003,
    priceSlope: 0.3633047427017554,
    capacitySlope: 0.3918223384492257,
  },
};
const preparation = prepare({ ...method, price: { ...method.price, ...LINES } });
const percentiles = ({ low, central, high }: Range): Percentiles => [low, central, high];

function computed(input: EstimationInput): Figures {
  const draws = drawModel(input, preparation);
  const { perThousandOutputTokens: output, perThousandInputTokens } = rangesOf(draws);
  const request = workloadRanges(workloadDraws(draws, golden.request));
  return {
    outputJoulesPerToken: percentiles(output.acceleratorJoulesPerToken),
    inputJoulesPerToken: percentiles(perThousandInputTokens.acceleratorJoulesPerToken),
    gramsCO2ePerThousandOutputTokens: percentiles(output.gramsCO2e),
    wattHoursPerThousandOutputTokens: percentiles(output.wattHours),
    requestGramsCO2e: percentiles(request.gramsCO2e),
    requestWattHours: percentiles(request.wattHours),
  };
}

/** The largest relative difference of the figures that are expected. */
function differenceOf(figures: Figures, expected: Partial<Figures>): number {
  const differences = Object.entries(expected).flatMap(([name, values]) =>
    values.map((value, index) => Math.abs(figures[name as keyof Figures][index]! / value - 1)),
  );
  expect(differences.length).toBeGreaterThan(0);
  return Math.max(...differences);
}

describe('the core meets an independent implementation of method 2 within 1 %', () => {
  test.each(golden.cases)('$name', ({ input, expected }) => {
    expect(differenceOf(computed(input), expected)).toBeLessThan(0.01);
  });
});

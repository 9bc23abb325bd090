import type { Factors } from '../../../catalog/factor-files.ts';
import { methodOf } from '../../../catalog/method-of-factors.ts';
import { offSiteWater } from '../../../catalog/off-site-water.ts';
import { type Boundary, PUBLISHED_BOUNDARY } from '../../../estimation/boundary.ts';
import { compareWorkloads } from '../../../estimation/comparison.ts';
import { estimateWorkload } from '../../../estimation/estimate.ts';
import { type EstimationInput, prepare } from '../../../estimation/preparation.ts';
import type { Range } from '../../../estimation/ranges.ts';
import { underScenario } from '../../../estimation/scenario.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../../estimation/workload.ts';
import type { GridInUse } from '../../../release/grids-in-use.ts';

/** What a model emits on one grid, gCO2e per 1000 output tokens. */
export interface OnOneGrid {
  /** Electricity of the facility alone. */
  electricity: Range;
  /** The published boundary, with the making of the hardware. */
  published: Range;
}

/** One model on two grids, all else as it is served. */
export interface OnTwoGrids {
  onCleaner: OnOneGrid;
  onDirtier: OnOneGrid;
  /** Dirtier over cleaner at the published boundary, draw by draw. */
  ratio: Range;
}

/** Puts a model onto each of two grids in turn, as the scenario controls do. */
export function onTwoGrids(
  input: EstimationInput,
  cleaner: GridInUse,
  dirtier: GridInUse,
  factors: Factors,
): OnTwoGrids {
  const preparation = prepare(methodOf(factors));
  const on = ({ zone, gramsPerKilowattHour }: GridInUse) =>
    underScenario({
      site: {
        gridGramsPerKilowattHour: gramsPerKilowattHour,
        waterOffSiteLitresPerKilowattHour: offSiteWater(zone, factors.offSiteWater),
      },
      boundary: PUBLISHED_BOUNDARY,
    })(input);
  const grams = (there: EstimationInput, boundary: Boundary) =>
    estimateWorkload(there, PER_THOUSAND_OUTPUT_TOKENS, preparation, boundary).gramsCO2e;
  const emitted = (there: EstimationInput) => ({
    electricity: grams(there, 'facility'),
    published: grams(there, PUBLISHED_BOUNDARY),
  });
  const thousand = (there: EstimationInput) => ({
    input: there,
    workload: PER_THOUSAND_OUTPUT_TOKENS,
  });
  return {
    onCleaner: emitted(on(cleaner)),
    onDirtier: emitted(on(dirtier)),
    ratio: compareWorkloads(thousand(on(dirtier)), thousand(on(cleaner)), preparation).ratio,
  };
}

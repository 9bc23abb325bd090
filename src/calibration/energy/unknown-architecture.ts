import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import { linearFit } from '../statistics/linear-fit.ts';
import type { MeasuredPoint } from './measured-points.ts';

/**
 * A sliding-window layer reads this share of what a full layer reads, at the contexts that models
 * are served with. A rough mean: with unpublished architecture the window is not known either.
 */
const SLIDING_WINDOW_SHARE = 0.3;

const BYTES_PER_ELEMENT = 2;

/** As many as the larger regression has coefficients. */
const FEWEST_GROUPS = 3;

/**
 * The regressions that stand in for an unpublished architecture: layers, and bytes of KV cache per
 * token of context, against parameters. One observation per architecture group of ML.ENERGY and contributed runs, whose
 * layers are of plain kinds. Throws where there
 * are too few groups.
 */
export function fitUnknownArchitecture(
  points: readonly MeasuredPoint[],
  file: AcceleratorEnergyFile,
): AcceleratorEnergyFile['unknownArchitecture'] {
  const groups = new Map(
    points
      .filter(({ set }) => set !== 'inferencex')
      .map(({ architectureGroup, run }) => [architectureGroup, run(file)]),
  );
  const models = [...groups.values()].flatMap(({ size, architecture }) =>
    architecture === undefined ? [] : [{ ...size, ...architecture }],
  );
  if (models.length < FEWEST_GROUPS) {
    throw new RangeError(
      `${models.length} architecture groups; expected at least ${FEWEST_GROUPS} to fit layers and KV cache`,
    );
  }
  const [layersIntercept = Number.NaN, layersSlope = Number.NaN] = linearFit(
    models.map((row) => ({
      y: Math.log(row.layers),
      explainedBy: [Math.log(row.totalBillions)],
    })),
  );
  const [kvIntercept = Number.NaN, kvActive = Number.NaN, kvTotal = Number.NaN] = linearFit(
    models.map((row) => ({
      y: Math.log(
        BYTES_PER_ELEMENT *
          row.kvWidth *
          (row.fullAttentionLayers + SLIDING_WINDOW_SHARE * row.slidingWindowLayers),
      ),
      explainedBy: [Math.log(row.activeBillions), Math.log(row.totalBillions)],
    })),
  );
  return {
    lnLayers: { intercept: layersIntercept, lnTotal: layersSlope },
    lnKvBytesPerContextToken: { intercept: kvIntercept, lnActive: kvActive, lnTotal: kvTotal },
  };
}

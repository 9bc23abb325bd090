import * as z from 'zod';
import { gridZone } from './grid.ts';
import { Zone } from './host.ts';
import { HowKnown, SourceId } from './source.ts';

/** Published figures for grids, shown beside those that the estimates use; nothing is computed with them. */

/** Path of the comparison from the project's root. */
export const GRID_COMPARISON_FILE = 'data/factors/grid-comparison.yaml';

/** By the assessment report of the IPCC; `co2-alone` where no other gas is counted. */
export const WarmingPotentials = z.enum(['co2-alone', 'ar4', 'ar5', 'ar6']);
export type WarmingPotentials = z.infer<typeof WarmingPotentials>;

const gramsPerKilowattHour = z.number().positive().max(2000);
const Basis = {
  year: z.int().min(2015).max(2100),
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  /**
   * The set of 100-year warming potentials behind its CO2e; absent where what was read of the source
   * names none.
   */
  warmingPotentials: WarmingPotentials.optional(),
  note: z.string().optional(),
};

const GridFigure = z.strictObject({
  zone: Zone.refine((zone) => gridZone(zone) !== undefined, {
    message: 'expected a zone that Electricity Maps has a value for',
  }),
  what: z.string().min(1),
  /** Direct: what power plants emit. Lifecycle: with the making of plants and fuel. */
  basis: z.enum(['direct', 'lifecycle']),
  gramsPerKilowattHour,
  /** The same figure for parts of the zone, by their names. */
  regions: z.record(z.string(), gramsPerKilowattHour).optional(),
  ...Basis,
});
export type GridFigure = z.infer<typeof GridFigure>;

/** data/factors/grid-comparison.yaml */
export const GridComparisonFile = z.strictObject({
  figures: z.record(z.string(), GridFigure),
  /** Location-based means over all electricity of an operator, wherever it is used. */
  operators: z.record(
    z.string(),
    z.strictObject({ name: z.string().min(1), gramsPerKilowattHour, ...Basis }),
  ),
});
export type GridComparisonFile = z.infer<typeof GridComparisonFile>;

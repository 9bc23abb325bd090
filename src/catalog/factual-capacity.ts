import * as z from 'zod';
import { ModelFacts } from './maker.ts';

/** What a model's knowledge of facts says of its size: rows of data/measurements/factual-capacity.csv. */
export const FACTUAL_CAPACITY_FILE = 'data/measurements/factual-capacity.csv';

const numeric = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

export const FactualCapacityRow = z.strictObject({
  /** OpenRouter's id. */
  model: z.string().regex(/^[^/\s]+\/\S+$/, 'expected maker/slug'),
  vendor: z.string().min(1),
  weights: ModelFacts.shape.weights.exclude(['unknown'], 'expected open or closed'),
  /** Total parameters of an open model that knows as much. */
  effectiveBillions: z.string().transform(numeric).pipe(z.number('expected a number').positive()),
  /** Share of the questions that it would not answer: what is refused may be known. */
  refusalShare: z.string().transform(numeric).pipe(z.number('expected a number').min(0).max(1)),
});
export type FactualCapacityRow = z.infer<typeof FactualCapacityRow>;
export const FactualCapacityRows = z.array(FactualCapacityRow);

/** Above this share of refusals the figure is a lower bound and says too little. */
const MOST_REFUSALS = 0.15;
/** Google's models come out several times too large, as its known ones show. */
const BIASED_VENDORS: ReadonlySet<string> = new Set(['google']);

/**
 * Effective total parameters of a model, billions, from the row that refused least; undefined where
 * there is none that can be used.
 */
export function effectiveBillionsOf(
  id: string,
  rows: readonly FactualCapacityRow[],
): number | undefined {
  const [least] = rows
    .filter(
      ({ model, vendor, refusalShare }) =>
        model === id && refusalShare <= MOST_REFUSALS && !BIASED_VENDORS.has(vendor),
    )
    .toSorted((a, b) => a.refusalShare - b.refusalShare);
  return least?.effectiveBillions;
}

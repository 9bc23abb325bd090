import type { TrainingStatement } from '../../../catalog/training-statement.ts';
import type { Range } from '../../../estimation/ranges.ts';
import { GRAMS_PER_TONNE } from '../../../estimation/units.ts';
import type { ReleasedModel } from '../../../release/release.ts';

/** A model whose output emits as much as its training once so many tokens are written. */
export interface TokensOfTraining {
  model: Pick<ReleasedModel, 'id' | 'shortName'>;
  /** Billions of output tokens. */
  billions: Range;
}

/** What is read here of a released model. */
type Emitting = Pick<ReleasedModel, 'id' | 'shortName'> & {
  perThousandOutputTokens: { gramsCO2e: Range };
};

const TOKENS_OF_A_FIGURE = 1000;

/**
 * The output tokens whose inference emits as much as was stated for training: tonnes over grams per
 * token, the range that of the inference alone. Undefined where the statement is of several models, in
 * doubt, not location-based, or holds use as well.
 */
export function tokensOfTraining(
  { tonnesCO2e, models = [], accounting, counts, doubt }: TrainingStatement,
  released: readonly Emitting[],
): TokensOfTraining | undefined {
  const [id, another] = models;
  const model = released.find((candidate) => candidate.id === id);
  if (
    model === undefined ||
    another !== undefined ||
    typeof tonnesCO2e !== 'number' ||
    accounting !== 'location-based' ||
    counts === 'training-and-use' ||
    doubt !== undefined
  ) {
    return undefined;
  }
  const { low, central, high } = model.perThousandOutputTokens.gramsCO2e;
  const billions = (grams: number) =>
    (tonnesCO2e * GRAMS_PER_TONNE * TOKENS_OF_A_FIGURE) / grams / 1e9;
  return {
    model,
    billions: { low: billions(high), central: billions(central), high: billions(low) },
  };
}

import * as z from 'zod';
import { excerpt } from '../catalog/problem.ts';
import { plainText } from '../openrouter/plain-text.ts';

/** What a model card states of a training's emissions: the fields of the Hub's `co2_eq_emissions`. */
export interface CardEmissions {
  grams: number;
  /** Where the figure comes from, such as codecarbon. */
  source?: string;
  /** Pre-training or fine-tuning, in the card's word. */
  trainingType?: string;
  place?: string;
  hardware?: string;
}

const Grams = z.number().positive();
const text = z.string().nullish();

/** A number alone is grams. */
const Stated = z
  .union([Grams.transform((emissions) => ({ emissions })), z.looseObject({ emissions: Grams })])
  .pipe(
    z.looseObject({
      emissions: Grams,
      source: text,
      training_type: text,
      geographical_location: text,
      hardware_used: text,
    }),
  );

/** Reads the field; undefined where the card is silent. What is no figure above 0 is said. */
export function cardEmissions(
  cardData: { co2_eq_emissions?: unknown } | null | undefined,
): CardEmissions | { unread: string } | undefined {
  const field = cardData?.co2_eq_emissions;
  if (field === undefined || field === null) return undefined;
  const read = Stated.safeParse(field);
  if (!read.success) {
    return {
      unread: `co2_eq_emissions is ${excerpt(field)}; expected grams above 0, alone or as emissions`,
    };
  }
  const { emissions, source, training_type, geographical_location, hardware_used } = read.data;
  return {
    grams: emissions,
    ...(source && { source: plainText(source) }),
    ...(training_type && { trainingType: plainText(training_type) }),
    ...(geographical_location && { place: plainText(geographical_location) }),
    ...(hardware_used && { hardware: plainText(hardware_used) }),
  };
}

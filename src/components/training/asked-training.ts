import type { TrainingAccelerator } from '../../estimation/training/accelerators.ts';
import {
  estimateTraining,
  type TrainingBoundary,
  type TrainingEstimate,
} from '../../estimation/training/estimate.ts';
import { languageFlop } from '../../estimation/training/language-flop.ts';
import { TRAINING_METHOD } from '../../estimation/training/method.ts';
import { GRAMS_PER_TONNE } from '../../estimation/units.ts';
import { quantityText, rangeText, shownNumber } from '../../text/numbers.ts';

/** What a reader says of a training of their own, before or after it. */
export interface AskedTraining {
  accelerator: TrainingAccelerator;
  /** The first of these that is said counts. */
  megawattHours?: number | undefined;
  chipHours?: number | undefined;
  flop?: number | undefined;
  activeParameters?: number | undefined;
  tokens?: number | undefined;
  place: { name: string; gramsPerKilowattHour: number; sdLn: number };
}

/** The estimate of what was said within a boundary; undefined where too little was. */
export function estimateAsked(
  { accelerator, megawattHours, chipHours, flop, activeParameters, tokens, place }: AskedTraining,
  boundary: TrainingBoundary = 'facility',
): TrainingEstimate | undefined {
  const counted =
    flop ??
    (activeParameters !== undefined && tokens !== undefined
      ? languageFlop({ activeParameters, tokens })
      : undefined);
  return estimateTraining(
    {
      energy:
        megawattHours === undefined
          ? undefined
          : { megawattHours, counts: 'system', includesBuilding: false },
      chipHours: chipHours === undefined ? undefined : { median: chipHours, sdLn: 0 },
      flop: counted === undefined ? undefined : { median: counted, sdLn: PLANNED_FLOP_SD_LN },
      accelerator,
      acceleratorStated: true,
      grid: place,
    },
    boundary,
  );
}

/** Who plans or reports a run knows its operations well. */
const PLANNED_FLOP_SD_LN = 0.1;

/** The front matter of a Hugging Face card, with the range where the card has no field for it. */
export function hubCardText(asked: AskedTraining, { tonnesCO2e }: TrainingEstimate): string {
  const grams = shownNumber(tonnesCO2e.central * GRAMS_PER_TONNE);
  return `co2_eq_emissions:
  emissions: ${grams}
  source: "estimated with the LLM Carbon Index; nine in ten between ${quantityText(tonnesCO2e.low)} and ${quantityText(tonnesCO2e.high)} tCO2e; whole facility, location-based, final run"
  training_type: "pre-training"
  geographical_location: "${asked.place.name}"
  hardware_used: "${asked.accelerator.name}"`;
}

/** The same in the words of the EU's form for the documentation of general-purpose AI models. */
export function documentationText(asked: AskedTraining, estimate: TrainingEstimate): string {
  const { megawattHours, tonnesCO2e, chipHours, flop } = estimate;
  const hours =
    asked.chipHours === undefined
      ? chipHours &&
        `${quantityText(chipHours.central)} (${rangeText(chipHours)}) hours of ${asked.accelerator.name}, estimated`
      : `${quantityText(asked.chipHours)} hours of ${asked.accelerator.name}`;
  const operations =
    asked.flop === undefined
      ? flop && `${flop.central.toPrecision(2)} FLOP, estimated from size and tokens`
      : `${asked.flop.toPrecision(2)} FLOP`;
  return [
    `Training time: ${hours === undefined ? 'to be filled in' : `${hours}, all added up; from the first day to the last: to be filled in`}`,
    `Amount of computation used for training: ${operations ?? 'to be filled in, in FLOP'}`,
    `Energy used for training: ${quantityText(megawattHours.central)} MWh (${rangeText(megawattHours)}), whole facility, estimated`,
    `Measurement methodology: estimated from ${statedBasis(asked)}; LLM Carbon Index, methodology of training`,
    `Emissions, not asked for by the form: ${quantityText(tonnesCO2e.central)} tCO2e (${rangeText(tonnesCO2e)}), location-based, ${asked.place.name}`,
  ].join('\n');
}

/** What a reader has said that the estimate rests on. */
function statedBasis({ megawattHours, chipHours, flop }: AskedTraining): string {
  if (megawattHours !== undefined) return 'the electricity of the servers, as entered';
  if (chipHours !== undefined) return 'the hours of the accelerators, as entered';
  if (flop !== undefined) return 'the floating-point operations, as entered';
  return 'the active parameters and the training tokens, as entered';
}

/** Grams of training for each thousand tokens of a model's life that the reader states: low, central, high. */
export function amortised({ tonnesCO2e }: TrainingEstimate, lifetimeTokens: number) {
  const grams = (tonnes: number) => (tonnes * GRAMS_PER_TONNE * 1000) / lifetimeTokens;
  return {
    low: grams(tonnesCO2e.low),
    central: grams(tonnesCO2e.central),
    high: grams(tonnesCO2e.high),
  };
}

/**
 * What all of development would come to for a median of the final run, in its unit: beside it, never in
 * it. Of the few who counted both, the least and the most: the ends of a range times these would be no
 * ends of any range.
 */
export function withDevelopment(median: number) {
  const { low, high } = TRAINING_METHOD.developmentOverFinalRun;
  return { low: median * low, high: median * high };
}

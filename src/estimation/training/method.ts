import type { TrainingClass } from './accelerators.ts';

/**
 * Every constant of the training estimate. They were fitted on runs that state hours, energy or tonnes
 * (disclosures and Epoch AI's table); the spreads are standard deviations of the natural logarithm.
 */
export const TRAINING_METHOD = {
  /** FLOP that the run did over what its accelerators could have done in the hours it took. */
  throughput: {
    /** At 1e23 FLOP; the whole run with its restarts, so lower than a steady state's. */
    shareAt1e23: {
      ampere: 0.316,
      'hopper-and-later': 0.218,
      tpu: 0.265,
      older: 0.161,
    } satisfies Record<TrainingClass, number>,
    /** Growth of its logarithm for each tenfold of FLOP. */
    perDecade: 0.052,
    /** Beyond these no run was seen, so the growth stops there. */
    flopBounds: { low: 1e20, high: 1e26 },
    sdLn: 0.48,
  },
  /** Share of their peak with which Epoch AI turned hours that it does not give into operations. */
  turnedBack: {
    /** Where its row states the share. */
    statedSdLn: 0.2,
    /** Where it does not, the share it takes mostly; the spread holds nine in ten runs that have both. */
    usualShare: 0.3,
    usualSdLn: 0.6,
  },
  /** What is added where the accelerator is not stated but taken from maker and date. */
  assumedAcceleratorSdLn: 0.35,
  /** Electricity over chip-hours times board power. */
  energy: {
    /** As makers print it: mostly the boards alone. */
    asMakersCount: { factor: 1, tpuUpToV3Factor: 0.72, sdLn: 0.3 },
    /** With servers, network and building. */
    facility: {
      factor: {
        ampere: 1.35,
        'hopper-and-later': 1.5,
        tpu: 1.05,
        older: 1.35,
      } satisfies Record<TrainingClass, number>,
      tpuUpToV3Factor: 0.72,
      sdLn: 0.28,
    },
    /** The whole facility over what a maker stated, by what was counted in it. */
    facilityOverStated: {
      /** Board power times hours, with the building where stated. */
      board: { factor: 1.4, sdLn: 0.28 },
      /** Accelerators as metered; the building comes on top. */
      chip: { factor: 1.55, sdLn: 0.2 },
      /** Whole servers as metered; only the building comes on top. */
      system: { factor: 1, sdLn: 0.1 },
    },
    /** Of a building whose PUE is not stated. */
    powerUsageEffectiveness: 1.2,
    /** What a stated amount of energy leaves open at its own boundary. */
    statedSdLn: 0.05,
  },
  /** Mean of the world in 2024. Source: Ember, Global Electricity Review 2025. */
  worldGridGramsPerKilowattHour: 473,
  /** Spread of the grid where the country alone is known: no maker runs on its country's mean. */
  gridSdLn: {
    byCountry: { US: 0.35, CA: 1, CN: 0.2, IN: 0.2 } satisfies Record<string, number>,
    otherCountry: 0.25,
    /** The world's mean stands in. */
    unknownCountry: 0.6,
    /** The zone of the site is known. */
    knownSite: 0.1,
  },
  /** Tokens of a language model of which the size alone is known. */
  tokensOfSize: {
    /** Of a model with 1e9 active parameters in 2024. */
    tokens: 1.43e12,
    exponentOfActiveParameters: 0.13,
    factorPerYear: 3.4,
    /** From the median to what the central runs of makers take. */
    factor: 1.26,
    /** No later year was seen. */
    lastYear: 2025.5,
    /** No run is known with more. */
    mostTokens: 4e13,
    firstYear: 2022,
    /** Total parameters of the models that it was tried on; toys and demonstrations lie beyond. */
    parameterBounds: { low: 1e9, high: 5e12 },
    sdLn: 1.2,
    /**
     * Larger ones are taken for mixtures of experts where nothing is said of it, from this year on: of the
     * twelve before whose operations are known, those of eleven are nearer to a dense model's.
     */
    mixtureAboveParameters: 1.5e11,
    mixturesFromYear: 2024,
    activeShareOfMixture: 0.08,
    activeShareSdLn: 0.6,
  },
  /** Correlation between the errors of two runs: what all estimates share. */
  correlationBetweenRuns: 0.3,
  /** What all of development takes over the final run, from the three projects that metered both. */
  developmentOverFinalRun: { low: 2.7, high: 7.3 },
} as const;

/** How well operations or hours are known, by what Epoch AI calls its row. */
export const FLOP_SD_LN = { confident: 0.1, likely: 0.35, speculative: 0.9 } as const;
type Confidence = keyof typeof FLOP_SD_LN;

/** The same where the row may not say. */
export function sdLnOfConfidence(confidence: Confidence | 'unknown'): number {
  return FLOP_SD_LN[confidence === 'unknown' ? 'likely' : confidence];
}

/** Spread of a grid's figure around the run's own, by what is known of the place. */
export function gridSdLn(country: string | undefined): number {
  const { byCountry, otherCountry, unknownCountry } = TRAINING_METHOD.gridSdLn;
  if (country === undefined) return unknownCountry;
  const own: Readonly<Record<string, number>> = byCountry;
  return own[country] ?? otherCountry;
}

import type { Range } from '../ranges.ts';
import { KILOWATT_HOURS_PER_MEGAWATT_HOUR, WATTS_PER_MEGAWATT } from '../units.ts';
import type { TrainingAccelerator } from './accelerators.ts';
import { chipHoursAt, throughputShare } from './chip-hours.ts';
import { languageFlop } from './language-flop.ts';
import { TRAINING_METHOD } from './method.ts';
import { rangeOfSpread, type Spread, timesSpread } from './spread.ts';
import { type KnownSize, tokensOfSize } from './tokens-of-size.ts';

/** What is counted: what makers mostly print, or the whole facility, which is the index's figure. */
export type TrainingBoundary = 'as-makers-count' | 'facility';

/** How much is disclosed, most first: hours or energy; operations; parameters alone. */
export const TRAINING_TIERS = ['hours', 'operations', 'parameters'] as const;
export type TrainingTier = (typeof TRAINING_TIERS)[number];

/** Electricity as a maker states it, with what was counted. */
export interface StatedEnergy {
  megawattHours: number;
  /** Board power times hours, accelerators as metered, or whole servers as metered. */
  counts: 'board' | 'chip' | 'system';
  /** Of the building; absent where nothing is said of it. */
  powerUsageEffectiveness?: number | undefined;
  /** Whether the stated energy holds the building already. */
  includesBuilding: boolean;
}

/** What is known of the final run of a training. */
export interface TrainingFacts {
  energy?: StatedEnergy | undefined;
  /** Hours of one accelerator, summed over all. */
  chipHours?: Spread | undefined;
  flop?: Spread | undefined;
  /** Share of their peak at which these operations were computed from hours; else as such runs mostly reach. */
  throughput?: Spread | undefined;
  /** Of a language model; the last resort. */
  size?: KnownSize | undefined;
  accelerator: TrainingAccelerator;
  /** Whether the accelerator is stated or taken from maker and date. */
  acceleratorStated: boolean;
  grid: { gramsPerKilowattHour: number; sdLn: number };
}

/** One factor of an estimate with the spread that it brings. */
export interface TrainingFactor {
  of: 'tokens' | 'operations' | 'throughput' | 'hours' | 'accelerator' | 'energy' | 'grid';
  sdLn: number;
}

/** Emissions of one final training run, never of inference. */
export interface TrainingEstimate {
  tier: TrainingTier;
  boundary: TrainingBoundary;
  /** Undefined where they are of no use, since the energy is stated. */
  chipHours?: Range;
  flop?: Range;
  megawattHours: Range;
  tonnesCO2e: Range;
  /** Median and spread of the tonnes, for totals. */
  tonnes: Spread;
  /** What makes the range wide. */
  factors: readonly TrainingFactor[];
}

/**
 * What the final run of a training emits within a boundary: from stated energy, else from chip-hours,
 * else from operations, else from parameters. Location-based, use of electricity alone: no making of
 * hardware, no development. Undefined where too little is known for a range.
 */
export function estimateTraining(
  facts: TrainingFacts,
  boundary: TrainingBoundary = 'facility',
): TrainingEstimate | undefined {
  const known = energyOf(facts, boundary);
  if (known === undefined) return undefined;
  const { energy, factors, ...rest } = known;
  const { gramsPerKilowattHour, sdLn } = facts.grid;
  // 1 g/kWh is 1 kg/MWh.
  const tonnes = timesSpread(energy, {
    median: gramsPerKilowattHour / KILOWATT_HOURS_PER_MEGAWATT_HOUR,
    sdLn,
  });
  return {
    ...rest,
    boundary,
    megawattHours: rangeOfSpread(energy),
    tonnesCO2e: rangeOfSpread(tonnes),
    tonnes,
    factors: [...factors, { of: 'grid', sdLn }],
  };
}

type EnergyOfRun = Pick<TrainingEstimate, 'tier' | 'factors' | 'chipHours' | 'flop'> & {
  /** MWh. */
  energy: Spread;
};

/** Electricity of a run with what it rests on. */
function energyOf(facts: TrainingFacts, boundary: TrainingBoundary): EnergyOfRun | undefined {
  if (facts.energy !== undefined) {
    const energy = fromStatedEnergy(facts.energy, boundary);
    return { tier: 'hours', energy, factors: [{ of: 'energy', sdLn: energy.sdLn }] };
  }
  const hours = hoursOf(facts);
  if (hours === undefined) return undefined;
  const { chipHours, ...rest } = hours;
  const perChipHour = megawattHoursPerChipHour(facts.accelerator, boundary);
  return {
    ...rest,
    chipHours: rangeOfSpread(chipHours),
    energy: timesSpread(chipHours, perChipHour),
    factors: [...rest.factors, { of: 'energy', sdLn: perChipHour.sdLn }],
  };
}

type HoursOfRun = Pick<TrainingEstimate, 'tier' | 'factors' | 'flop'> & { chipHours: Spread };

/** Chip-hours of a run, as stated or from its operations. */
function hoursOf(facts: TrainingFacts): HoursOfRun | undefined {
  const { accelerator, chipHours, acceleratorStated } = facts;
  const unstated: TrainingFactor[] = acceleratorStated
    ? []
    : [{ of: 'accelerator', sdLn: TRAINING_METHOD.assumedAcceleratorSdLn }];
  const spreadOfAccelerator = { median: 1, sdLn: unstated[0]?.sdLn ?? 0 };
  if (chipHours !== undefined) {
    return {
      tier: 'hours',
      chipHours: timesSpread(chipHours, spreadOfAccelerator),
      factors: [{ of: 'hours', sdLn: chipHours.sdLn }, ...unstated],
    };
  }
  const operations = operationsOf(facts);
  if (operations === undefined) return undefined;
  const { flop, tier, factors } = operations;
  const throughput = facts.throughput ?? {
    median: throughputShare(accelerator, flop.median),
    sdLn: TRAINING_METHOD.throughput.sdLn,
  };
  return {
    tier,
    flop: rangeOfSpread(flop),
    chipHours: timesSpread(
      {
        median: chipHoursAt(accelerator, flop.median, throughput.median),
        sdLn: Math.hypot(flop.sdLn, throughput.sdLn),
      },
      spreadOfAccelerator,
    ),
    factors: [...factors, { of: 'throughput', sdLn: throughput.sdLn }, ...unstated],
  };
}

/** FLOP of a run, as stated or from the size of the model. */
function operationsOf({
  flop,
  size,
}: TrainingFacts): (Pick<TrainingEstimate, 'tier' | 'factors'> & { flop: Spread }) | undefined {
  if (flop !== undefined) {
    return { tier: 'operations', flop, factors: [{ of: 'operations', sdLn: flop.sdLn }] };
  }
  const guessed = size && tokensOfSize(size);
  if (guessed === undefined) return undefined;
  const { activeParameters, tokens } = guessed;
  return {
    tier: 'parameters',
    flop: {
      median: languageFlop({ activeParameters, tokens: tokens.median }),
      sdLn: tokens.sdLn,
    },
    factors: [{ of: 'tokens', sdLn: tokens.sdLn }],
  };
}

/** MWh of one hour of an accelerator within a boundary. */
function megawattHoursPerChipHour(
  { name, boardWatts, class: trainingClass }: TrainingAccelerator,
  boundary: TrainingBoundary,
): Spread {
  const { asMakersCount, facility } = TRAINING_METHOD.energy;
  // The board power of the early TPUs is far above what they were metered at.
  const early = name === 'TPU v2' || name === 'TPU v3';
  const { factor, sdLn } =
    boundary === 'facility'
      ? {
          factor: early ? facility.tpuUpToV3Factor : facility.factor[trainingClass],
          sdLn: facility.sdLn,
        }
      : {
          factor: early ? asMakersCount.tpuUpToV3Factor : asMakersCount.factor,
          sdLn: asMakersCount.sdLn,
        };
  return { median: (boardWatts * factor) / WATTS_PER_MEGAWATT, sdLn };
}

/** Stated electricity, MWh, brought to a boundary. */
function fromStatedEnergy(
  { megawattHours, counts, powerUsageEffectiveness, includesBuilding }: StatedEnergy,
  boundary: TrainingBoundary,
): Spread {
  const { facilityOverStated, statedSdLn, powerUsageEffectiveness: usual } = TRAINING_METHOD.energy;
  if (boundary === 'as-makers-count') {
    return {
      median: megawattHours * (includesBuilding ? 1 : (powerUsageEffectiveness ?? 1)),
      sdLn: statedSdLn,
    };
  }
  const { factor, sdLn } = facilityOverStated[counts];
  // What board power leaves out holds the building already; metered figures lack it.
  const building = counts === 'board' || includesBuilding ? 1 : (powerUsageEffectiveness ?? usual);
  return { median: megawattHours * factor * building, sdLn };
}

import { countryName } from '../../catalog/country.ts';
import { paperAcceleratorOf, type TrainingPaperFile } from '../../catalog/training-paper.ts';
import type { TrainingStatement } from '../../catalog/training-statement.ts';
import type { EstimatedRun } from '../../release/training.ts';
import { capitalised } from '../../text/capitalised.ts';
import { countText, quantityText, wholePercentText } from '../../text/numbers.ts';
import { printedTonnes } from './statement-words.ts';

/** Why the figures of others for a run differ from ours, as far as the records tell. */

/** So near, two figures are the same for a sentence. */
const ALIKE = 0.1;
/** Hours are counted: they differ where they differ by more. */
const ALIKE_HOURS = 0.03;

const COUNTED_ENERGY = {
  board: 'board power times hours',
  chip: 'that of the accelerators as metered',
  system: 'that of whole servers as metered',
} as const satisfies Record<NonNullable<TrainingStatement['energy']>['counts'], string>;

/** Why ours differs from a stated figure, a sentence for each reason; undefined where no tonnes are stated. */
export function differenceText(
  run: EstimatedRun,
  statement: TrainingStatement,
): string | undefined {
  const { tonnesCO2e: tonnes, counts, accounting } = statement;
  if (tonnes === undefined) return undefined;
  if (counts !== 'final-runs') {
    const counted = counts === 'development' ? 'all of development' : 'training with a time of use';
    return `It counts ${counted}, ours the final run alone: the two figures count different things.`;
  }
  if (accounting === 'market-based') {
    return 'It counts electricity by contracts (market-based), ours as the grid had it: the two figures count different things.';
  }
  const { low, high } = typeof tonnes === 'number' ? { low: tonnes, high: tonnes } : tonnes;
  const ours = run.facility.tonnesCO2e.central;
  const reasons = [
    ...hoursReason(run, statement),
    electricityReason(run, statement),
    gridReason(run, statement, tonnes),
    ...(accounting === 'unstated'
      ? ['whether it counts electricity by place, as ours does, or by contracts is not stated']
      : []),
  ];
  const size = low === high ? timesText(ours / low) : timesText(ours / high, ours / low);
  return `Ours is ${size}. ${reasons.map(capitalised).join('. ')}.`;
}

/** What is said of the figure of the paper Hugging Carbon for the same training. */
export function paperText(
  run: EstimatedRun,
  { paperTonnesCO2e: tonnes }: TrainingStatement,
  paper: TrainingPaperFile,
): string | undefined {
  if (tonnes === undefined) return undefined;
  const size = timesText(run.facility.tonnesCO2e.central / tonnes, undefined, 'that');
  const { name, boardWatts } = run.accelerator;
  const accelerator = paperAcceleratorOf(name, paper);
  if (accelerator === undefined) {
    return `Hugging Carbon’s Table 2 has ${printedTonnes(tonnes)} tCO₂e; ours is ${size}.`;
  }
  const { averageWatts, efficiency } = accelerator;
  const watts =
    averageWatts === boardWatts
      ? `${averageWatts} W for each ${name}, as its data sheet says of the board`
      : `${averageWatts} W for each ${name}, whose board takes ${boardWatts} W by its data sheet`;
  return `Hugging Carbon’s Table 2 has ${printedTonnes(tonnes)} tCO₂e; ours is ${size}. The paper takes ${watts}, ${wholePercentText(efficiency)} of its peak where it computes hours, and a PUE of ${paper.runtime.powerUsageEffectiveness}; by which of its recipes it came to this figure, it does not say.`;
}

/** Other hours than those that ours rests on. */
function hoursReason(
  { facility, accelerator, row }: EstimatedRun,
  { acceleratorHours: stated }: TrainingStatement,
): string[] {
  const hours = facility.chipHours?.central;
  if (stated === undefined) return [];
  if (hours !== undefined && !isAlike(stated / hours, ALIKE_HOURS)) {
    return [
      `it counts ${countText(Math.round(stated))} accelerator hours, ours ${quantityText(hours)}`,
    ];
  }
  const quoted = row?.chip_hours;
  // Pods of TPU v2 and v3 are named by their cores, two to a chip.
  return quoted !== undefined &&
    /^TPU v[23]$/.test(accelerator.name) &&
    isAlike(quoted / stated / 2, ALIKE_HOURS)
    ? [`Epoch AI’s table has twice its hours: those of cores, of which a chip has two`]
    : [];
}

function electricityReason(
  { facility, asMakersCount }: EstimatedRun,
  { megawattHours: stated, energy }: TrainingStatement,
): string {
  const ours = facility.megawattHours.central;
  if (stated === undefined) {
    const alone = quantityText(asMakersCount.tonnesCO2e.central);
    const times = facility.tonnesCO2e.central / asMakersCount.tonnesCO2e.central;
    return isAlike(times)
      ? 'we have no record of what its electricity counts'
      : `we have no record of what its electricity counts; the accelerators alone, which makers mostly count, come to ${alone} t here, and servers and building make that ${quantityText(times)} times as much`;
  }
  const what =
    energy === undefined
      ? `${countText(stated)} MWh, of which no record says what it counts`
      : `${countText(stated)} MWh, ${COUNTED_ENERGY[energy.counts]}, ${buildingText(energy)}`;
  return `its electricity is ${what}; ${
    isAlike(ours / stated)
      ? 'ours, of the whole facility, is about the same'
      : `ours, of the whole facility, is ${timesText(ours / stated, undefined, 'that')}`
  }`;
}

function buildingText({
  includesBuilding,
  powerUsageEffectiveness: pue,
}: NonNullable<TrainingStatement['energy']>): string {
  const stated = pue === undefined ? '' : `, for which it states a PUE of ${pue}`;
  return `${includesBuilding ? 'with' : 'without'} the building${stated}`;
}

function gridReason(
  { basis, country, countryStated }: EstimatedRun,
  { gramsPerKilowattHour: stated, megawattHours }: TrainingStatement,
  tonnes: NonNullable<TrainingStatement['tonnesCO2e']>,
): string {
  const grams = Math.round(basis.facts?.grid.gramsPerKilowattHour ?? 0);
  const place =
    country === undefined
      ? 'the world’s mean, since no place is known'
      : `the mean of ${countryName(country)}, ${countryStated ? 'where it stood' : 'where the maker is'}`;
  const ours = `${grams} gCO₂e/kWh, ${place}`;
  if (stated !== undefined) {
    return isAlike(grams / stated)
      ? `the grid is about the same, ${Math.round(stated)} gCO₂e/kWh beside ${ours}`
      : `it takes ${Math.round(stated)} gCO₂e/kWh for the grid, ours ${ours}`;
  }
  if (megawattHours !== undefined && typeof tonnes === 'number') {
    const implied = Math.round((1000 * tonnes) / megawattHours);
    return `its figures work out at ${implied} gCO₂e/kWh, ours takes ${ours}`;
  }
  return `we have no record of its grid; ours takes ${ours}`;
}

function timesText(size: number, upTo?: number, of = 'the stated figure'): string {
  if (upTo !== undefined) return `${quantityText(size)} to ${quantityText(upTo)} times ${of}`;
  if (isAlike(size)) return `within a tenth of ${of}`;
  return size > 1 ? `${quantityText(size)} times ${of}` : `${wholePercentText(size)} of ${of}`;
}

function isAlike(ratio: number, within = ALIKE): boolean {
  return ratio > 1 - within && ratio < 1 + within;
}

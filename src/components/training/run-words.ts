import { countryName } from '../../catalog/country.ts';
import type {
  KnownRun,
  NoTrainingEstimate,
  RunAccelerator,
} from '../../catalog/training/known-run.ts';
import type { TrainingStatement } from '../../catalog/training-statement.ts';
import type { TrainingFactor } from '../../estimation/training/estimate.ts';
import { HOURS_PER_DAY } from '../../library/days.ts';
import type { EstimatedRun } from '../../release/training.ts';
import { HOW_KNOWN_WORDS } from '../../text/how-known.ts';
import { countText, percentText, quantityText } from '../../text/numbers.ts';
import { TRAINING_TIER_MEANING } from '../../text/training.ts';

/** What is said of one training run. */

/** What an unknown is called, and what would narrow it. */
const FACTOR_WORDS = {
  tokens: ['How much it was trained on', 'tokens, stated by the maker'],
  operations: ['Operations of the run', 'tokens and active parameters, stated by the maker'],
  throughput: [
    'Operations an accelerator did in an hour',
    'accelerator hours, stated by the maker',
  ],
  hours: ['Accelerator hours', 'hours, stated by the maker'],
  accelerator: ['Which accelerator', 'its name'],
  energy: ['Electricity of an accelerator hour, with servers and building', 'metered energy'],
  grid: ['Grid where it stood', 'the site'],
} as const satisfies Record<TrainingFactor['of'], readonly [string, string]>;

/** The same of one run: of stated electricity it is unknown what its boundary leaves out. */
export function factorWords(of: TrainingFactor['of'], { basis }: EstimatedRun) {
  return of === 'energy' && basis.facts?.energy !== undefined
    ? (['What the stated electricity leaves out', 'electricity of the whole facility'] as const)
    : FACTOR_WORDS[of];
}

/** What an estimate rests on, and who says so: a maker's own words weigh otherwise than a table's. */
export function basisText({
  basis,
  facility,
  statements,
  row,
  hoursSetAside,
  recordedFlop,
}: EstimatedRun): string {
  const isStated = statements.some(
    ([, { statedBy, acceleratorHours, megawattHours }]) =>
      statedBy === 'maker' && (acceleratorHours !== undefined || megawattHours !== undefined),
  );
  if (facility.tier === 'hours' && isStated) {
    return 'hours of accelerators or electricity, as its maker states them';
  }
  if (row === undefined || facility.tier === 'parameters') return TRAINING_TIER_MEANING.parameters;
  const calls = row.confidence === 'unknown' ? '' : `, in a row that it calls ${row.confidence}`;
  if (facility.tier === 'hours')
    return `hours of accelerators as Epoch AI’s table quotes them${calls}`;
  if (recordedFlop !== undefined) {
    return 'operations as this index records them, in place of those of Epoch AI’s table; the hours are computed';
  }
  if (basis.facts?.throughput !== undefined) {
    const hours =
      hoursSetAside === undefined ? 'hours it does not give' : 'other hours than it gives';
    return `operations that Epoch AI has computed from ${hours}${calls}; they are turned back into hours`;
  }
  if (row.flop === undefined && row.own_flop === undefined) {
    return 'size and tokens in Epoch AI’s table; operations and hours are computed';
  }
  return row.flop_from.includes('reported')
    ? 'operations that its maker reports, by Epoch AI’s table; the hours are computed'
    : `operations as Epoch AI has computed or estimated them${calls}; the hours are computed`;
}

/** What the lower of the two figures counts. */
export function asMakersCountText({ basis }: EstimatedRun): string {
  const energy = basis.facts?.energy;
  if (energy === undefined) return 'accelerators alone';
  return energy.includesBuilding || energy.powerUsageEffectiveness !== undefined
    ? 'the stated electricity, with the building'
    : 'the stated electricity';
}

/** Each unknown with its part of the variance of the logarithm, the largest first. */
export function varianceParts(factors: readonly TrainingFactor[]) {
  const all = factors.reduce((sum, { sdLn }) => sum + sdLn ** 2, 0);
  return factors
    .filter(({ sdLn }) => sdLn > 0)
    .map(({ of, sdLn }) => ({ of, share: sdLn ** 2 / all }))
    .toSorted((a, b) => b.share - a.share);
}

/** How Epoch AI came to operations, in plain words. */
const FLOP_SOURCE_WORDS: Readonly<Record<string, string>> = {
  hardware: 'the hours of its hardware',
  operations: 'size and tokens',
  reported: 'the maker’s own count',
  other: 'other signs',
};

/** What is known of a run, a line each. */
export function knownFacts(run: EstimatedRun): readonly (readonly [string, string])[] {
  const { row, accelerator, facility } = run;
  const { facts } = run.basis;
  const stated = (value: number | undefined, text: (value: number) => string) =>
    value === undefined ? undefined : text(value);
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Maker', run.makers.join(', ')],
    ['Published', run.published],
    ['Parameters', stated(row?.parameters, billionsText)],
    [
      'Active for one token',
      stated(
        run.activeParameters,
        (active) =>
          `${billionsText(active)}${row?.active_parameters === undefined ? ', by this index’s record of the model' : ''}`,
      ),
    ],
    [
      'Data',
      stated(row?.data_points, (points) => {
        const unit = row?.domains.join() === 'Language' ? 'tokens' : 'tokens or samples';
        return `${scientific(points)} ${unit}, as Epoch AI’s table has them`;
      }),
    ],
    ['Operations of the whole model', operationsText(run)],
    [
      'Operations counted here',
      // Where hours are known nothing is counted of them.
      facility.tier !== 'hours' && facts?.flop !== undefined && facts.flop.median !== row?.flop
        ? `${scientific(facts.flop.median)} FLOP`
        : undefined,
    ],
    ['Accelerator', `${accelerator.name}, ${acceleratorWords(accelerator, row?.hardware)}`],
    [
      'Accelerator hours',
      facility.chipHours &&
        `${scientificRange(facility.chipHours)}${facility.tier === 'hours' ? '' : ', computed'}`,
    ],
    ['Hours not used', setAsideText(run)],
    ['Other hours of its row', contradictionText(run)],
    ['Electricity, whole facility', `${tonnesRange(facility.megawattHours)} MWh`],
    ['Grid', gridText(run)],
  ];
  return lines.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
}

/** Operations of the whole model, and who says so. */
function operationsText({ row, recordedFlop }: KnownRun): string | undefined {
  if (row?.flop === undefined) return undefined;
  const flop = `${scientific(row.flop)} FLOP`;
  if (recordedFlop !== undefined) {
    const { ofTable, record } = recordedFlop;
    const instead = ofTable === undefined ? 'has none' : `has ${scientific(ofTable)}, not used`;
    return `${flop}, by this index’s record, ${HOW_KNOWN_WORDS[record.how]}; Epoch AI’s table ${instead}. ${record.note}`;
  }
  const from = row.flop_from.map((source) => FLOP_SOURCE_WORDS[source] ?? source);
  return `${flop}${from.length > 0 ? `, from ${from.join(' and ')}` : ''}; Epoch AI calls it ${row.confidence}`;
}

/** Shares of the peak that Epoch AI mostly takes where it computes operations from hours. */
const USUAL_SHARE = { least: 0.2, most: 0.6 };

/** Hours of Epoch AI's table that the operations contradict: what they would come to. */
function setAsideText({ hoursSetAside, accelerator }: KnownRun): string | undefined {
  if (hoursSetAside === undefined) return undefined;
  const { chipHours, shareOfPeak } = hoursSetAside;
  const inDays = shareOfPeak / HOURS_PER_DAY;
  const why = accelerator.stated
    ? inDays > USUAL_SHARE.least && inDays < USUAL_SHARE.most
      ? `they may be days, in which the operations would be ${percentText(inDays)} of it`
      : 'they are of something else'
    : 'the accelerator, which is assumed, was another';
  return `Epoch AI’s table has ${scientific(chipHours)}. In these, the operations would be ${percentText(shareOfPeak)} of the peak of ${accelerator.name}: ${why}, or one of the two is wrong.`;
}

/** Hours that the table has beside those that count, and by what they were told apart. */
function contradictionText({ hoursContradiction, accelerator, row }: KnownRun): string | undefined {
  if (hoursContradiction === undefined) return undefined;
  const { notTaken, taken, usualShare } = hoursContradiction;
  const isCounted = notTaken.chipHours === row?.chip_hours;
  return `${isCounted ? 'Epoch AI’s table also counts' : 'The accelerators and their time in Epoch AI’s table make'} ${scientific(notTaken.chipHours)}. In these, the operations would be ${percentText(notTaken.shareOfPeak)} of the peak of ${accelerator.name}, in those taken ${percentText(taken.shareOfPeak)}, which is nearer to the ${percentText(usualShare)} that such runs mostly reach.`;
}

/** Where an accelerator is from: stated, one of several, or in place of one that has no data sheet here. */
function acceleratorWords({ stated }: RunAccelerator, hardware: readonly string[] = []): string {
  const named = new Intl.ListFormat('en-GB').format(hardware);
  if (stated) return hardware.length > 1 ? `stated with others: ${named}` : 'stated';
  return hardware.length === 0
    ? 'assumed from maker and year'
    : `assumed in place of ${named}, stated but without a data sheet here`;
}

function gridText({ basis, country, countryStated }: KnownRun): string {
  const grams = Math.round(basis.facts?.grid.gramsPerKilowattHour ?? 0);
  if (country === undefined) return `${grams} gCO₂e/kWh, the world’s mean, since no place is known`;
  return `${grams} gCO₂e/kWh, mean of ${countryName(country)}, ${countryStated ? 'where it was trained' : 'where the maker is'}`;
}

function billionsText(parameters: number): string {
  // Rounded first: 999.6 million are 1 billion.
  const rounded = Number(parameters.toPrecision(3));
  return rounded >= 1e9 ? `${rounded / 1e9} billion` : `${rounded / 1e6} million`;
}

/** A large number as 3.8 × 10²⁵. */
export function scientific(value: number): string {
  if (value < 1e6) return countText(Number(value.toPrecision(3)));
  // A logarithm of 1e23 is a little below 23, and 9.96 rounds to the next power.
  const [factor, power = ''] = value.toExponential(1).split('e+');
  const digits = [...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
  return `${factor} × 10${digits}`;
}

function scientificRange({ low, central, high }: { low: number; central: number; high: number }) {
  return low === high
    ? scientific(central)
    : `${scientific(central)} (${scientific(low)} to ${scientific(high)})`;
}

function tonnesRange({ low, central, high }: { low: number; central: number; high: number }) {
  return `${quantityText(central)} (${quantityText(low)}–${quantityText(high)})`;
}

/** What a statement says, as printed: emissions, electricity, hours. */
export function statedText(statement: TrainingStatement): string {
  const { tonnesCO2e: tonnes, megawattHours, acceleratorHours, accelerator } = statement;
  const printed = typeof tonnes === 'number' ? String(tonnes) : `${tonnes?.low} to ${tonnes?.high}`;
  return [
    tonnes === undefined ? 'no emissions' : `${printed} tCO₂e`,
    ...(megawattHours === undefined ? [] : [`${megawattHours} MWh`]),
    ...(acceleratorHours === undefined
      ? []
      : [`${countText(acceleratorHours)} hours of ${accelerator ?? 'its accelerators'}`]),
  ].join(', ');
}

/** Why a run has no estimate, in a sentence; `name` gives the name of another run. */
export function noneText(none: NoTrainingEstimate, name: (id: string) => string): string {
  if (none.because === 'same-run') return `A release of the run of ${name(none.as)}.`;
  if (none.because === 'own-part-unknown') {
    return `Starts from ${none.startsFrom.join(' and ')}; what was added is not stated.`;
  }
  if (none.because === 'own-part-contradicted') {
    return `Starts from ${none.startsFrom.join(' and ')}; its operations cannot be of its size and data.`;
  }
  return 'Neither hours, energy, operations nor a size that says something of its training is known.';
}

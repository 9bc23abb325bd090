import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { acceleratorOf } from '../training/accelerator-named.ts';
import { STATEMENTS_FILE, type TrainingStatement } from '../training-statement.ts';

/** Figures are printed to two digits, some of them. */
const ROUNDING = 1.08;

/** An hour of an accelerator takes a part of its board's power at least, and with server and building no more than this. */
const LEAST_OF_BOARD = 0.2;
const MOST_OF_BOARD = 3;
/** Megawatt-hours and hours are printed to two or three digits. */
const BOARD_ROUNDING = 1.03;

/** An accelerator's hour of a few hundred watts at the cleanest grid, and of three kilowatts at the dirtiest. */
const LEAST_KILOGRAMS_AN_HOUR = 0.005;
const MOST_KILOGRAMS_AN_HOUR = 3;

/** Tonnes, electricity, grid and hours that are stated of one training do not contradict each other. */
export function trainingStatementsAgree({
  training: { statements, accelerators },
}: {
  training: Pick<CatalogData['training'], 'statements' | 'accelerators'>;
}): Problem[] {
  return Object.entries(statements).flatMap(([record, statement]) => {
    const boardWatts = acceleratorOf(statement.accelerator, accelerators)?.boardWatts;
    const at = { file: STATEMENTS_FILE, record };
    return [
      ...[...emissionsContradiction(statement), ...powerContradiction(statement, boardWatts)].map(
        (message) => ({ ...at, field: 'megawattHours', message }),
      ),
      ...hoursContradiction(statement).map((message) => ({ ...at, field: 'tonnesCO2e', message })),
    ];
  });
}

/** Tonnes are electricity times grid; a PUE comes in besides, where the electricity is without the building. */
function emissionsContradiction({
  tonnesCO2e: tonnes,
  megawattHours,
  gramsPerKilowattHour: grams,
  energy,
  accounting,
}: TrainingStatement): string[] {
  if (typeof tonnes !== 'number' || megawattHours === undefined || grams === undefined) return [];
  if (accounting === 'market-based') return [];
  const alone = (megawattHours * grams) / 1000;
  const most = energy?.includesBuilding ? 1 : (energy?.powerUsageEffectiveness ?? 1);
  if (tonnes > alone / ROUNDING && tonnes < alone * most * ROUNDING) return [];
  return [
    `${megawattHours} MWh at ${grams} g/kWh make ${Number(alone.toPrecision(3))} t, but tonnesCO2e is ${tonnes}; expected them to agree, check the units`,
  ];
}

/** What counts accelerators alone holds no more than their boards; what it holds besides is the building. */
function powerContradiction(
  { megawattHours, acceleratorHours: hours, accelerator, energy }: TrainingStatement,
  boardWatts: number | undefined,
): string[] {
  if (megawattHours === undefined || hours === undefined || boardWatts === undefined) return [];
  const watts = (megawattHours * 1e6) / hours;
  if (energy !== undefined && energy.counts !== 'system') {
    const alone = watts / (energy.includesBuilding ? (energy.powerUsageEffectiveness ?? 1) : 1);
    if (alone > boardWatts * BOARD_ROUNDING) {
      return [
        `${megawattHours} MWh in ${hours} hours make ${Math.round(alone)} W for each ${accelerator} without the building, whose board takes ${boardWatts} W; expected energy.counts: system or includesBuilding: true with its PUE, else check the units`,
      ];
    }
  }
  if (watts >= LEAST_OF_BOARD * boardWatts && watts <= MOST_OF_BOARD * boardWatts) return [];
  return [
    `${megawattHours} MWh in ${hours} hours make ${Math.round(watts)} W for each ${accelerator}; expected ${LEAST_OF_BOARD} to ${MOST_OF_BOARD} times the ${boardWatts} W of its board, check the units`,
  ];
}

/** Tonnes that no hours of accelerators can make; a statement whose own doubt is recorded stands. */
function hoursContradiction({
  tonnesCO2e: tonnes,
  megawattHours,
  acceleratorHours: hours,
  accounting,
  doubt,
}: TrainingStatement): string[] {
  if (typeof tonnes !== 'number' || hours === undefined || megawattHours !== undefined) return [];
  if (accounting === 'market-based' || doubt !== undefined) return [];
  const kilograms = (tonnes * 1000) / hours;
  if (kilograms >= LEAST_KILOGRAMS_AN_HOUR && kilograms <= MOST_KILOGRAMS_AN_HOUR) return [];
  return [
    `${tonnes} t in ${hours} hours make ${Number(kilograms.toPrecision(3))} kg an hour of an accelerator; expected ${LEAST_KILOGRAMS_AN_HOUR} to ${MOST_KILOGRAMS_AN_HOUR}, check the units`,
  ];
}

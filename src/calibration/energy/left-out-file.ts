import stringify from 'json-stringify-pretty-compact';
import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import type { LeftOutFitsFile } from '../../catalog/left-out-fits.ts';
import { type CalibratedNumber, type Difference, numberDifferences } from '../yaml-numbers.ts';
import { type LeaveOutUnit, type LeftOutFits, leaveEachOut } from './leave-out.ts';
import type { MeasuredPoint } from './measured-points.ts';

/** The fits without each group, each family and each accelerator. */
export type AllLeftOut = Readonly<Record<LeaveOutUnit, LeftOutFits>>;

/** Finds them all. A family of one group needs no fit of its own. Takes half a minute. */
export function leaveAllOut(
  points: readonly MeasuredPoint[],
  file: AcceleratorEnergyFile,
): AllLeftOut {
  const architectureGroup = leaveEachOut(points, file, 'architectureGroup');
  const groupsOf = Map.groupBy(points, ({ architectureFamily }) => architectureFamily);
  const alone = new Map(
    [...groupsOf].flatMap(([family, ofFamily]) => {
      const [group, ...others] = new Set(ofFamily.map((point) => point.architectureGroup));
      const fit = others.length === 0 && group !== undefined && architectureGroup.get(group);
      return fit ? [[family, fit] as const] : [];
    }),
  );
  return {
    architectureGroup,
    architectureFamily: leaveEachOut(points, file, 'architectureFamily', alone),
    accelerator: leaveEachOut(points, file, 'accelerator'),
  };
}

/** The fits as the file holds them, in whole coefficient files. */
export function heldFits(held: LeftOutFitsFile, file: AcceleratorEnergyFile): AllLeftOut {
  const whole = (unit: LeaveOutUnit): LeftOutFits =>
    new Map(Object.entries(held[unit]).map(([name, fit]) => [name, { ...file, ...fit }]));
  return {
    architectureGroup: whole('architectureGroup'),
    architectureFamily: whole('architectureFamily'),
    accelerator: whole('accelerator'),
  };
}

/** The fits in the form of the file. */
export function toFile(fits: AllLeftOut): LeftOutFitsFile {
  const ofUnit = (unit: LeaveOutUnit): LeftOutFitsFile[LeaveOutUnit] =>
    Object.fromEntries(
      [...fits[unit]].map(([name, { fitted, unknownArchitecture }]) => [
        name,
        { fitted, unknownArchitecture },
      ]),
    );
  return {
    architectureGroup: ofUnit('architectureGroup'),
    architectureFamily: ofUnit('architectureFamily'),
    accelerator: ofUnit('accelerator'),
  };
}

/** The text of the file. */
export function leftOutText(file: LeftOutFitsFile): string {
  return `${stringify(file, { maxLength: 100 })}\n`;
}

/** The numbers that a fresh calibration would change. Empty: file and rows agree. */
export function leftOutDifferences(inFile: LeftOutFitsFile, fresh: LeftOutFitsFile): Difference[] {
  return numberDifferences(numbersIn(inFile), numbersIn(fresh));
}

/** Every number at any depth, with its place. */
function numbersIn(value: object, path: readonly string[] = []): CalibratedNumber[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (typeof inner === 'number') return [{ path: [...path, key], value: inner }];
    return typeof inner === 'object' && inner !== null ? numbersIn(inner, [...path, key]) : [];
  });
}

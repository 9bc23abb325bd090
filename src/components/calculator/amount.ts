import { type Range, scaleRange } from '../../estimation/ranges.ts';

/** What is counted, in the units that the core gives. */
export const QUANTITIES = ['gramsCO2e', 'wattHours', 'millilitresWater'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** A unit that people read, and how many of the core's units it holds. */
export interface Unit {
  name: string;
  holds: number;
}

/** Smallest first. */
const UNITS = {
  gramsCO2e: [
    { name: 'g', holds: 1 },
    { name: 'kg', holds: 1e3 },
    { name: 't', holds: 1e6 },
  ],
  wattHours: [
    { name: 'Wh', holds: 1 },
    { name: 'kWh', holds: 1e3 },
    { name: 'MWh', holds: 1e6 },
  ],
  millilitresWater: [
    { name: 'mL', holds: 1 },
    { name: 'L', holds: 1e3 },
    { name: 'm³', holds: 1e6 },
  ],
} as const satisfies Record<Quantity, readonly Unit[]>;

/** The largest unit of which the median holds one at least, for the median and its range alike. */
export function unitFor(quantity: Quantity, { central }: Pick<Range, 'central'>): Unit {
  const [smallest] = UNITS[quantity];
  return UNITS[quantity].findLast(({ holds }) => central >= holds) ?? smallest;
}

/** A range of the core's units in a unit that people read. */
export function inUnit(range: Range, { holds }: Unit): Range {
  return scaleRange(range, 1 / holds);
}

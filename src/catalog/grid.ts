import { yearly2025 } from '@tgwf/co2/data/electricity-maps';
import * as z from 'zod';

/** A zone of Electricity Maps with its yearly mean. */
export interface GridZone {
  zone: string;
  name: string;
  /** Lifecycle, consumption-based (flow-traced), gCO2e/kWh. */
  gramsPerKilowattHour: number;
}

/** The year that the grid values are the mean of. */
export const GRID_YEAR = 2025;

/** The source that every grid value rests on. */
export const GRID_SOURCE = 'electricity-maps-2025';

const ZoneRecord = z.looseObject({
  zone: z.looseObject({ zoneName: z.string().min(1) }),
  // A missing value must be absent, never 0: a grid without any emissions does not exist.
  carbonIntensity: z.looseObject({ value: z.number().positive(), unit: z.literal('gCO2eq/kWh') }),
});

/** The grid of a zone, or undefined where Electricity Maps has no value for it. */
export function gridZone(zone: string): GridZone | undefined {
  const record = ZoneRecord.safeParse(yearly2025.data[zone]);
  if (!record.success) return undefined;
  const { zone: named, carbonIntensity } = record.data;
  return { zone, name: named.zoneName, gramsPerKilowattHour: carbonIntensity.value };
}

/** Every zone that has a value, by its code. */
export function gridZones(): GridZone[] {
  return Object.keys(yearly2025.data)
    .toSorted()
    .flatMap((zone) => gridZone(zone) ?? []);
}

import { type Triangular, triangularQuantile } from './distributions.ts';
import { at, perDraw } from './draws.ts';
import type { SharedDraws } from './shared-draws.ts';

/** What is known of the place where a model is served. */
export interface Place {
  /** Power usage effectiveness: facility energy over server energy. */
  powerUsageEffectiveness: Triangular;
  /** Lifecycle, location-based grid intensity. */
  gridGramsPerKilowattHour: number;
  /** Litres per kWh of server energy, evaporated on site. */
  waterOnSiteLitresPerKilowattHour: Triangular;
  /** Litres per kWh of facility energy, consumed in generating it. */
  waterOffSiteLitresPerKilowattHour: Triangular;
}

/**
 * What one joule of accelerator energy brings with it at a place, per draw. All published
 * quantities are an energy column times one of these. The boundaries are nested:
 * accelerators < server < facility < facility and embodied.
 */
export interface PlaceFactors {
  /** Facility Wh per J of the accelerators. */
  facilityWattHours: Float64Array;
  acceleratorsGrams: Float64Array;
  serverGrams: Float64Array;
  facilityGrams: Float64Array;
  /** gCO2e per J, the published boundary: facility electricity and the making of the hardware. */
  facilityAndEmbodiedGrams: Float64Array;
  /** Millilitres of water per J. */
  waterMillilitres: Float64Array;
}

const JOULES_PER_WATT_HOUR = 3600;
const JOULES_PER_KILOWATT_HOUR = 3_600_000;

/**
 * The factors of a place, per joule of the accelerators:
 *
 *     Wh    = H PUE / 3600
 *     gCO2e = (H PUE grid + embodied) / 3.6e6
 *     mL    = 1000 (H on-site + H PUE off-site) / 3.6e6
 *
 * On-site water is counted per server kWh and off-site water per facility kWh, so that PUE enters
 * once. Sources: SCI (ISO/IEC 21031:2024) for energy x grid + embodied; ISO/IEC 30134-2 and -9 for
 * PUE and WUE.
 */
export function placeFactors(place: Place, shared: SharedDraws): PlaceFactors {
  const column = (value: (draw: number) => number) => perDraw(shared.count, value);
  const { unit } = shared;
  const host = (draw: number) => at(shared.hostAndIdle, draw);
  const hostTimesPue = column(
    (draw) =>
      host(draw) *
      triangularQuantile(at(unit.powerUsageEffectiveness, draw), place.powerUsageEffectiveness),
  );
  const gridGramsPerJoule = column(
    (draw) =>
      (place.gridGramsPerKilowattHour * at(shared.gridFactor, draw)) / JOULES_PER_KILOWATT_HOUR,
  );
  const facilityGrams = column((draw) => at(hostTimesPue, draw) * at(gridGramsPerJoule, draw));
  return {
    facilityWattHours: hostTimesPue.map((factor) => factor / JOULES_PER_WATT_HOUR),
    acceleratorsGrams: gridGramsPerJoule,
    serverGrams: column((draw) => host(draw) * at(gridGramsPerJoule, draw)),
    facilityGrams,
    facilityAndEmbodiedGrams: column(
      (draw) =>
        at(facilityGrams, draw) +
        at(shared.embodiedGramsPerKilowattHour, draw) / JOULES_PER_KILOWATT_HOUR,
    ),
    waterMillilitres: column((draw) => {
      const litresPerAcceleratorKilowattHour =
        host(draw) *
          triangularQuantile(at(unit.waterOnSite, draw), place.waterOnSiteLitresPerKilowattHour) +
        at(hostTimesPue, draw) *
          triangularQuantile(at(unit.waterOffSite, draw), place.waterOffSiteLitresPerKilowattHour);
      return (1000 * litresPerAcceleratorKilowattHour) / JOULES_PER_KILOWATT_HOUR;
    }),
  };
}

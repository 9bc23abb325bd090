import { type Triangular, triangularQuantile } from './distributions.ts';
import { at, perDraw } from './draws.ts';
import type { SharedDraws } from './shared-draws.ts';

/** One of the grids that a place may stand on. */
export interface Site {
  /** Share of the serving that happens there; the shares of a place add up to 1. */
  share: number;
  /** Lifecycle, location-based grid intensity: a yearly mean, with spread around it. */
  gridGramsPerKilowattHour: number;
  /** Present where the intensity is what a reader set, to be taken without spread. */
  exact?: true;
  /** Litres per kWh of facility energy, consumed in generating it. */
  waterOffSiteLitresPerKilowattHour: Triangular;
}

/** What is known of the place where a model is served. */
export interface Place {
  /** Names the place: comparisons draw the site of two places apart, of one place in common. */
  id: string;
  /** Power usage effectiveness: facility energy over server energy. */
  powerUsageEffectiveness: Triangular;
  /** Litres per kWh of server energy, evaporated on site. */
  waterOnSiteLitresPerKilowattHour: Triangular;
  /** Every grid that it may stand on, cleanest first. */
  sites: readonly Site[];
}

/**
 * What one joule of accelerator energy brings with it at a place, per draw. All published
 * quantities are an energy column times one of these. The boundaries are nested:
 * accelerators < server < facility < facility and embodied.
 */
export interface PlaceFactors {
  /** Wh per J of the accelerators, counted up to each boundary. */
  acceleratorsWattHours: Float64Array;
  serverWattHours: Float64Array;
  facilityWattHours: Float64Array;
  /** gCO2e per J, the same. */
  acceleratorsGrams: Float64Array;
  serverGrams: Float64Array;
  facilityGrams: Float64Array;
  /** gCO2e per J, the published boundary: facility electricity and the making of the hardware. */
  facilityAndEmbodiedGrams: Float64Array;
  /** Millilitres of water per J: all of it, and the part that the facility itself evaporates. */
  waterMillilitres: Float64Array;
  waterOnSiteMillilitres: Float64Array;
}

const JOULES_PER_WATT_HOUR = 3600;
export const JOULES_PER_KILOWATT_HOUR = 3_600_000;

/**
 * The factors of a place, per joule of the accelerators:
 *
 *     Wh    = H PUE / 3600
 *     gCO2e = (H PUE grid + embodied) / 3.6e6
 *     mL    = 1000 (H on-site + H PUE off-site) / 3.6e6
 *
 * Each draw stands at one of the place's sites, so that the grid is a distribution over places.
 * On-site water is counted per server kWh and off-site water per facility kWh, so that PUE enters
 * once. Sources: SCI (ISO/IEC 21031:2024) for energy x grid + embodied; ISO/IEC 30134-2 and -9 for
 * PUE and WUE.
 */
export function placeFactors(place: Place, shared: SharedDraws): PlaceFactors {
  const column = (value: (draw: number) => number) => perDraw(shared.count, value);
  const { unit } = shared;
  const siteAt = siteByDraw(place.sites, unit.site);
  const host = (draw: number) => at(shared.hostAndIdle, draw);
  const hostTimesPue = column(
    (draw) =>
      host(draw) *
      triangularQuantile(at(unit.powerUsageEffectiveness, draw), place.powerUsageEffectiveness),
  );
  const gridGramsPerJoule = column((draw) => {
    const { gridGramsPerKilowattHour, exact } = siteAt(draw);
    const spread = exact ? 1 : at(shared.gridFactor, draw);
    return (gridGramsPerKilowattHour * spread) / JOULES_PER_KILOWATT_HOUR;
  });
  const waterOnSiteMillilitres = column(
    (draw) =>
      (1000 *
        host(draw) *
        triangularQuantile(at(unit.waterOnSite, draw), place.waterOnSiteLitresPerKilowattHour)) /
      JOULES_PER_KILOWATT_HOUR,
  );
  const facilityGrams = column((draw) => at(hostTimesPue, draw) * at(gridGramsPerJoule, draw));
  return {
    acceleratorsWattHours: column(() => 1 / JOULES_PER_WATT_HOUR),
    serverWattHours: column((draw) => host(draw) / JOULES_PER_WATT_HOUR),
    facilityWattHours: hostTimesPue.map((factor) => factor / JOULES_PER_WATT_HOUR),
    acceleratorsGrams: gridGramsPerJoule,
    serverGrams: column((draw) => host(draw) * at(gridGramsPerJoule, draw)),
    facilityGrams,
    facilityAndEmbodiedGrams: column(
      (draw) =>
        at(facilityGrams, draw) +
        at(shared.embodiedGramsPerKilowattHour, draw) / JOULES_PER_KILOWATT_HOUR,
    ),
    waterOnSiteMillilitres,
    waterMillilitres: column((draw) => {
      const offSiteLitresPerAcceleratorKilowattHour =
        at(hostTimesPue, draw) *
        triangularQuantile(
          at(unit.waterOffSite, draw),
          siteAt(draw).waterOffSiteLitresPerKilowattHour,
        );
      return (
        at(waterOnSiteMillilitres, draw) +
        (1000 * offSiteLitresPerAcceleratorKilowattHour) / JOULES_PER_KILOWATT_HOUR
      );
    }),
  };
}

/** The site of each draw: one for all where there is but one. Throws where there is none. */
function siteByDraw(sites: readonly Site[], unitSite: Float64Array): (draw: number) => Site {
  const [first] = sites;
  if (first === undefined) throw new RangeError('a place without a site: nothing to compute with');
  if (sites.length === 1) return () => first;
  const drawn = indicesByShare(sites, unitSite);
  return (draw) => sites[drawn[draw] ?? 0] ?? first;
}

/** Which part each draw falls to, by the cumulative shares; the last one where rounding leaves a rest. */
export function indicesByShare(
  parts: readonly { share: number }[],
  unit: Float64Array,
): Uint16Array {
  let cumulative = 0;
  const ends = Float64Array.from(parts, ({ share }) => {
    cumulative += share;
    return cumulative;
  });
  const last = parts.length - 1;
  return Uint16Array.from(unit, (u) => {
    let index = 0;
    while (index < last && u >= at(ends, index)) index += 1;
    return index;
  });
}

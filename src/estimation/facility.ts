import { type Triangular, triangularQuantile } from './distributions.ts';
import { at, perDraw } from './draws.ts';
import type { Method } from './method.ts';
import { classesAmong, type ServingClass } from './serving-classes.ts';
import type { SharedDraws } from './shared-draws.ts';
import { JOULES_PER_KILOWATT_HOUR, JOULES_PER_WATT_HOUR } from './units.ts';

/** One of the grids that a place stands on. */
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
  /** Names the place: what is drawn for it alone is in common for all models that are served there. */
  id: string;
  /** Names the grid where it is not the place's own: one that a reader sets for all. */
  gridId?: string | undefined;
  /** Power usage effectiveness: facility energy over server energy. */
  powerUsageEffectiveness: Triangular;
  /** Litres per kWh of server energy, evaporated on site. */
  waterOnSiteLitresPerKilowattHour: Triangular;
  /** Every grid that it stands on, cleanest first. */
  sites: readonly Site[];
  /** The classes of machines that are known to serve there; all of them may where absent. */
  classes?: readonly ServingClass[] | undefined;
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

/**
 * The factors of a place, per joule of the accelerators:
 *
 *     Wh    = H PUE / 3600
 *     gCO2e = (H PUE grid + embodied) / 3.6e6
 *     mL    = 1000 (H on-site + H PUE off-site) / 3.6e6
 *
 * The grid is the mean over the place's sites: their shares are uncertain, and so is each year's
 * mean. On-site water is counted per server kWh and off-site water per facility kWh, so that PUE
 * enters once. `shared` are draws with what the place has alone in its own order. Sources: SCI
 * (ISO/IEC 21031:2024) for energy x grid + embodied; ISO/IEC 30134-2 and -9 for PUE and WUE. Throws a
 * RangeError where there is no site.
 */
export function placeFactors(
  place: Place,
  shared: SharedDraws,
  { serving, facility }: Pick<Method, 'serving' | 'facility'>,
): PlaceFactors {
  const column = (value: (draw: number) => number) => perDraw(shared.count, value);
  const ofClasses = hostAndIdleOfClasses(place.classes, shared, serving.classes);
  const host = (draw: number) => at(ofClasses, draw) * at(shared.hostAndIdle, draw);
  const hostTimesPue = column(
    (draw) =>
      host(draw) *
      triangularQuantile(
        at(shared.unitPowerUsageEffectiveness, draw),
        place.powerUsageEffectiveness,
      ),
  );
  const gridGramsPerJoule = gridColumn(place.sites, shared, facility.grid).map(
    (gramsPerKilowattHour) => gramsPerKilowattHour / JOULES_PER_KILOWATT_HOUR,
  );
  const waterOffSite = meanOffSiteWater(place.sites);
  const waterOnSiteMillilitres = column(
    (draw) =>
      (1000 *
        host(draw) *
        triangularQuantile(
          at(shared.unitWaterOnSite, draw),
          place.waterOnSiteLitresPerKilowattHour,
        )) /
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
        triangularQuantile(at(shared.unitWaterOffSite, draw), waterOffSite);
      return (
        at(waterOnSiteMillilitres, draw) +
        (1000 * offSiteLitresPerAcceleratorKilowattHour) / JOULES_PER_KILOWATT_HOUR
      );
    }),
  };
}

/**
 * Grid intensity per draw, gCO2e per kWh: the mean over the sites, times what all places have in
 * common and what this one has alone. The shares of the sites are Dirichlet around those given, as
 * after n observations: the mean keeps its expectation, and its variance is that between the sites over
 * n + 1, carried by a log-normal factor. Exact where a reader set it.
 */
function gridColumn(
  sites: readonly Site[],
  { count, gridFactor, siteDeviate }: SharedDraws,
  { placeSdLn, siteWeight: siteObservations }: Method['facility']['grid'],
): Float64Array {
  const [first] = sites;
  if (first === undefined) throw new RangeError('a place without a site: nothing to compute with');
  if (first.exact) return new Float64Array(count).fill(first.gridGramsPerKilowattHour);
  const mean = overSites(sites, ({ gridGramsPerKilowattHour }) => gridGramsPerKilowattHour);
  const variance = overSites(
    sites,
    ({ gridGramsPerKilowattHour }) => (gridGramsPerKilowattHour - mean) ** 2,
  );
  const sitesVarianceLn =
    mean === 0 ? 0 : Math.log1p(variance / (siteObservations + 1) / mean ** 2);
  const sdLn = Math.sqrt(sitesVarianceLn + placeSdLn ** 2);
  return perDraw(
    count,
    (draw) =>
      mean * at(gridFactor, draw) * Math.exp(sdLn * at(siteDeviate, draw) - sitesVarianceLn / 2),
  );
}

function meanOffSiteWater(sites: readonly Site[]): Triangular {
  const mean = (bound: keyof Triangular) =>
    overSites(
      sites,
      ({ waterOffSiteLitresPerKilowattHour }) => waterOffSiteLitresPerKilowattHour[bound],
    );
  return { low: mean('low'), central: mean('central'), high: mean('high') };
}

/** The mean of something over sites by their shares. */
function overSites(sites: readonly Site[], value: (site: Site) => number): number {
  return sites.reduce((sum, site) => sum + site.share * value(site), 0);
}

/**
 * H of the classes that serve at a place per draw, before what is drawn of it: each class counts by
 * its share of the tokens times what a token takes on it.
 */
function hostAndIdleOfClasses(
  classes: readonly ServingClass[] | undefined,
  { count, classShares }: SharedDraws,
  ofClass: Method['serving']['classes'],
): Float64Array {
  const among = classesAmong(classes);
  return perDraw(count, (draw) => {
    let weights = 0;
    let weighted = 0;
    for (const servingClass of among) {
      const { relativeEnergy, hostAndIdle } = ofClass[servingClass];
      const weight = at(classShares[servingClass], draw) * relativeEnergy;
      weights += weight;
      weighted += weight * hostAndIdle;
    }
    return weighted / weights;
  });
}

import type { Factors } from '../catalog/factor-files.ts';
import { offSiteWater } from '../catalog/off-site-water.ts';
import type { HowKnown } from '../catalog/source.ts';
import {
  type LogNormal,
  logNormalQuantile,
  type Triangular,
  triangularQuantile,
} from '../estimation/distributions.ts';
import { RANGE_PERCENTILES, type Range } from '../estimation/ranges.ts';

/** An input that is drawn from a continuous distribution, as the methodology page shows it. */
export interface InputRow {
  /** In TeX. */
  symbol: string;
  name: string;
  unit: string;
  range: Range;
  /** How far the 5th and 95th percentile lie from the median, as a factor; the chart's axis. */
  factor: Range;
  how: HowKnown;
  sources: readonly string[];
  note: string;
}

interface Basis {
  how: HowKnown;
  sources: string[];
  note: string;
}

type Names = Pick<InputRow, 'symbol' | 'name' | 'unit'>;

/**
 * Every continuous input of the method with its 5th, 50th and 95th percentile. What differs by place
 * is shown for a host of which nothing is known, on the grid of the United States.
 */
export function inputRows({
  serving,
  facility,
  offSiteWater: offSite,
}: Pick<Factors, 'serving' | 'facility' | 'offSiteWater'>): InputRow[] {
  const unknownHost = facility.classes[facility.defaultHost.facilityClass];
  const embodied = facility.embodiedGramsPerKilowattHour;
  return [
    logNormalRow(
      {
        symbol: 'B',
        name: 'Requests served at once',
        unit: `on the mean machine, per replica of one accelerator, times n^${serving.concurrentSequences.acceleratorExponent}`,
      },
      serving.concurrentSequences,
    ),
    logNormalRow({ symbol: 'S', name: 'Serving software', unit: 'factor' }, serving.servingStack),
    logNormalRow(
      { symbol: 'x', name: 'Extra uncertainty of the input', unit: 'factor' },
      { median: 1, ...serving.prefillExtra },
    ),
    logNormalRow(
      { symbol: 'k', name: 'Cached input token', unit: 'share of a fresh one' },
      serving.cachedInputShare,
    ),
    logNormalRow(
      {
        symbol: 'H',
        name: 'Rest of the server, idle machines',
        unit: 'factor on the median of the machines’ class',
      },
      { median: 1, ...facility.hostAndIdle },
    ),
    triangularRow(
      {
        symbol: '\\mathrm{PUE}',
        name: 'Power usage effectiveness',
        unit: 'facility over server; of a host of which nothing is known',
      },
      unknownHost.powerUsageEffectiveness,
    ),
    logNormalRow(
      { symbol: 'G', name: 'Grid', unit: 'factor on the yearly means, all places alike' },
      { median: 1, sdLn: facility.grid.commonSdLn, ...facility.grid },
    ),
    logNormalRow(
      { symbol: 'M', name: 'Manufacture of the hardware', unit: 'gCO₂e per accelerator kWh' },
      {
        ...embodied,
        note: `With a life of ${embodied.hardwareLifetimeYears} years: ${embodied.note}`,
      },
    ),
    triangularRow(
      {
        symbol: 'w',
        name: 'Water on site',
        unit: 'L per server kWh; of a host of which nothing is known',
      },
      unknownHost.waterOnSiteLitresPerKilowattHour,
    ),
    triangularRow(
      {
        symbol: 'v',
        name: 'Water of the electricity',
        unit: 'L per facility kWh; in the United States',
      },
      { ...offSite, ...offSiteWater('US', offSite) },
    ),
  ];
}

function logNormalRow(names: Names, input: LogNormal & Basis): InputRow {
  return row(names, input, (u) => logNormalQuantile(u, input));
}

function triangularRow(names: Names, input: Triangular & Basis): InputRow {
  return row(names, input, (u) => triangularQuantile(u, input));
}

function row(
  names: Names,
  { how, sources, note }: Basis,
  quantile: (u: number) => number,
): InputRow {
  const range = {
    low: quantile(RANGE_PERCENTILES.low),
    central: quantile(RANGE_PERCENTILES.central),
    high: quantile(RANGE_PERCENTILES.high),
  };
  const factor = {
    low: range.low / range.central,
    central: 1,
    high: range.high / range.central,
  };
  return { ...names, range, factor, how, sources, note };
}

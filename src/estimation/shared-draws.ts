import { logNormalQuantile, normalQuantile } from './distributions.ts';
import { at, type Dimension, perDraw, type UnitDraws } from './draws.ts';
import type { Method } from './method.ts';
import { remembered } from './remembered.ts';
import { type PerClass, perClass, SERVING_CLASSES } from './serving-classes.ts';

/**
 * The draws in the units of their inputs, one column each. What all models share (load, software, the
 * mix of machines, the building) stands in one order; what belongs to a model or a place alone is put
 * in an order of its own (`own-draws.ts`).
 */
export interface SharedDraws {
  count: number;
  /** ln B of the mean machine, before its class and the replica's size are counted. */
  lnConcurrentSequences: Float64Array;
  /** Share of the tokens that each class of machines answers, among hosts that state nothing. */
  classShares: PerClass<Float64Array>;
  servingStack: Float64Array;
  cachedInputShare: Float64Array;
  /** H relative to the median of its class. */
  hostAndIdle: Float64Array;
  /** Grid intensity relative to the year's mean, all places alike. */
  gridFactor: Float64Array;
  embodiedGramsPerKilowattHour: Float64Array;
  unitPowerUsageEffectiveness: Float64Array;
  unitWaterOnSite: Float64Array;
  unitWaterOffSite: Float64Array;
  /** Standard normal deviate of one place: where among its sites, and how far from their means. */
  siteDeviate: Float64Array;
  /** Standard normal deviate of a model's hosts from the market. */
  hostDeviate: Float64Array;
  /** Standard normal deviate of what the energy equation gets wrong. */
  formErrorDeviate: Float64Array;
  prefillExtra: Float64Array;
  /** 1 where a model of unknown form is a mixture of experts. */
  mixtureOfExperts: Float64Array;
  /** Uniform draws of a size that is known between bounds. */
  unitActiveParameters: Float64Array;
  unitTotalParameters: Float64Array;
  /** Standard normal deviates of what a price leaves open: the request's energy, its input's part. */
  priceDeviate: Float64Array;
  inputShareDeviate: Float64Array;
  /** Uniform draws of how many tokens a model writes, where only bounds are known. */
  unitWrittenTokens: Float64Array;
}

/** The names of single columns. */
export type Column = Exclude<keyof SharedDraws, 'count' | 'classShares'>;

/**
 * The draws with each column replaced by another of the same meaning and length. A column is made when
 * it is first read: no model reads all of them.
 */
export function mapDraws(
  draws: SharedDraws,
  change: (column: Float64Array, name: Column | 'classShares') => Float64Array,
): SharedDraws {
  const column = remembered((name: Column) => change(draws[name], name));
  return {
    count: draws.count,
    classShares: perClass((one) => change(draws.classShares[one], 'classShares')),
    get lnConcurrentSequences() {
      return column('lnConcurrentSequences');
    },
    get servingStack() {
      return column('servingStack');
    },
    get cachedInputShare() {
      return column('cachedInputShare');
    },
    get hostAndIdle() {
      return column('hostAndIdle');
    },
    get gridFactor() {
      return column('gridFactor');
    },
    get embodiedGramsPerKilowattHour() {
      return column('embodiedGramsPerKilowattHour');
    },
    get unitPowerUsageEffectiveness() {
      return column('unitPowerUsageEffectiveness');
    },
    get unitWaterOnSite() {
      return column('unitWaterOnSite');
    },
    get unitWaterOffSite() {
      return column('unitWaterOffSite');
    },
    get siteDeviate() {
      return column('siteDeviate');
    },
    get hostDeviate() {
      return column('hostDeviate');
    },
    get formErrorDeviate() {
      return column('formErrorDeviate');
    },
    get prefillExtra() {
      return column('prefillExtra');
    },
    get mixtureOfExperts() {
      return column('mixtureOfExperts');
    },
    get unitActiveParameters() {
      return column('unitActiveParameters');
    },
    get unitTotalParameters() {
      return column('unitTotalParameters');
    },
    get priceDeviate() {
      return column('priceDeviate');
    },
    get inputShareDeviate() {
      return column('inputShareDeviate');
    },
    get unitWrittenTokens() {
      return column('unitWrittenTokens');
    },
  };
}

/** Turns uniform draws into draws of the method's inputs. */
export function shareDraws(unit: UnitDraws, { serving, facility }: Method): SharedDraws {
  const count = unit.formError.length;
  const mapped = (dimension: Dimension, value: (u: number) => number) =>
    perDraw(count, (draw) => value(at(unit[dimension], draw)));
  const { concurrentSequences } = serving;
  return {
    count,
    lnConcurrentSequences: mapped('concurrentSequences', (u) =>
      Math.log(logNormalQuantile(u, concurrentSequences)),
    ),
    classShares: drawClassShares(unit, serving.classes),
    servingStack: mapped('servingStack', (u) => logNormalQuantile(u, serving.servingStack)),
    cachedInputShare: mapped('cachedInputShare', (u) =>
      Math.min(1, logNormalQuantile(u, serving.cachedInputShare)),
    ),
    hostAndIdle: hostAndIdleAgainstLoad(unit, facility.hostAndIdle),
    gridFactor: mapped('gridIntensity', (u) =>
      logNormalQuantile(u, { median: 1, sdLn: facility.grid.commonSdLn }),
    ),
    embodiedGramsPerKilowattHour: mapped('embodied', (u) =>
      logNormalQuantile(u, facility.embodiedGramsPerKilowattHour),
    ),
    unitPowerUsageEffectiveness: unit.powerUsageEffectiveness,
    unitWaterOnSite: unit.waterOnSite,
    unitWaterOffSite: unit.waterOffSite,
    siteDeviate: mapped('site', normalQuantile),
    hostDeviate: mapped('hostDeviation', normalQuantile),
    formErrorDeviate: mapped('formError', normalQuantile),
    prefillExtra: mapped('prefillExtra', (u) =>
      logNormalQuantile(u, { median: 1, sdLn: serving.prefillExtraSdLn }),
    ),
    mixtureOfExperts: mapped('mixtureOfExperts', (u) =>
      u < serving.mixtureOfExpertsShare ? 1 : 0,
    ),
    unitActiveParameters: unit.activeParametersOrPrice,
    unitTotalParameters: unit.totalParametersOrInputShare,
    priceDeviate: mapped('activeParametersOrPrice', normalQuantile),
    inputShareDeviate: mapped('totalParametersOrInputShare', normalQuantile),
    unitWrittenTokens: unit.writtenTokens,
  };
}

/**
 * Shares of the classes: each class's median share times exp(sd z), brought to a sum of 1. Blackwell
 * nodes are what the others are drawn against.
 */
function drawClassShares(
  unit: UnitDraws,
  classes: Method['serving']['classes'],
): PerClass<Float64Array> {
  const dimensions = { hopper: unit.hopperShare, rack: unit.rackShare, amd: unit.amdShare };
  const weights = perClass((servingClass) => {
    const { share, shareSdLn } = classes[servingClass];
    if (servingClass === 'blackwell-node') return unit.hopperShare.map(() => share);
    return dimensions[servingClass].map((u) => share * Math.exp(shareSdLn * normalQuantile(u)));
  });
  const sum = perDraw(unit.hopperShare.length, (draw) =>
    SERVING_CLASSES.reduce((total, servingClass) => total + at(weights[servingClass], draw), 0),
  );
  return perClass((servingClass) =>
    perDraw(sum.length, (draw) => at(weights[servingClass], draw) / at(sum, draw)),
  );
}

/**
 * H relative to its median. The rest of a server takes about the same power whatever its accelerators
 * do, so H falls with the load: part of its deviate is that of the load, with the sign turned.
 */
function hostAndIdleAgainstLoad(
  unit: UnitDraws,
  { sdLn, correlationWithLoad }: Method['facility']['hostAndIdle'],
): Float64Array {
  const ownPart = Math.sqrt(1 - correlationWithLoad ** 2);
  return perDraw(unit.hostAndIdle.length, (draw) =>
    Math.exp(
      sdLn *
        (correlationWithLoad * normalQuantile(at(unit.concurrentSequences, draw)) +
          ownPart * normalQuantile(at(unit.hostAndIdle, draw))),
    ),
  );
}

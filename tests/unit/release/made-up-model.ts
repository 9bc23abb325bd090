import type { Host } from '../../../src/catalog/join-hosts.ts';
import type { KnownPlace, PlaceSite } from '../../../src/catalog/place.ts';
import type { TokenEstimate } from '../../../src/estimation/estimate.ts';
import type { Range } from '../../../src/estimation/ranges.ts';
import type { Reported } from '../../../src/estimation/reported.ts';
import type { ReleasedModel } from '../../../src/release/release.ts';
import type { ReleasedEndpoint } from '../../../src/release/released-serving.ts';

/** A model that nobody has estimated: no two of its figures are alike, so none can stand for another. */

function madeUpReport(grams: number): Record<Reported, Range> {
  return {
    facilityWattHours: madeUpRange(grams * 7),
    operationalGramsCO2e: madeUpRange(grams / 1.1),
    embodiedGramsCO2e: madeUpRange(grams / 10),
    gramsCO2e: madeUpRange(grams),
    waterOnSiteMillilitres: madeUpRange(grams * 3),
    waterOffSiteMillilitres: madeUpRange(grams * 8),
  };
}

/** A range around a number, neither end as far from it as the other. */
export function madeUpRange(central: number) {
  return { low: central / 4, central, high: central * 3 };
}

function madeUpTokens(grams: number): TokenEstimate {
  return {
    gramsCO2e: madeUpRange(grams),
    wattHours: madeUpRange(grams * 7),
    millilitresWater: madeUpRange(grams * 11),
    acceleratorJoulesPerToken: madeUpRange(grams * 13),
  };
}

function boundariesUpTo(grams: number) {
  return {
    accelerators: madeUpRange(grams / 2),
    server: madeUpRange(grams / 1.5),
    facility: madeUpRange(grams / 1.1),
    facilityAndEmbodied: madeUpRange(grams),
  };
}

const basis = { statedBy: 'operator', how: 'read', sources: ['statement'] } as const;

export function madeUpPlace(sites: PlaceSite[], more: Partial<KnownPlace> = {}): KnownPlace {
  const powerUsageEffectiveness = { low: 1.1, central: 1.2, high: 1.4 };
  const waterOnSiteLitresPerKilowattHour = { low: 0.1, central: 0.3, high: 0.9 };
  return {
    place: { id: 'made up', powerUsageEffectiveness, waterOnSiteLitresPerKilowattHour, sites: [] },
    zones: Object.fromEntries(sites.map(({ zone, share }) => [zone, share])),
    zonesBasis: basis,
    origin: 'record',
    sites,
    powerUsageEffectiveness: { ...powerUsageEffectiveness, ...basis },
    waterOnSiteLitresPerKilowattHour: { ...waterOnSiteLitresPerKilowattHour, ...basis },
    ...more,
  };
}

const FRANCE = { zone: 'FR', name: 'France', share: 1, gridGramsPerKilowattHour: 44 };
const SWEDEN = { zone: 'SE', name: 'Sweden', share: 1, gridGramsPerKilowattHour: 21 };

export function madeUpHost(more: Partial<Host> = {}): Host {
  return {
    slug: 'first',
    name: 'First Host',
    file: undefined,
    listed: undefined,
    place: madeUpPlace([FRANCE]),
    regions: new Map(),
    accelerators: undefined,
    unmeasured: false,
    ...more,
  };
}

export function madeUpEndpoint(more: Partial<ReleasedEndpoint> = {}): ReleasedEndpoint {
  return {
    host: madeUpHost(),
    region: undefined,
    place: madeUpPlace([FRANCE]),
    quantization: 'fp8',
    tags: ['first/fp8'],
    prices: { inputUsdPerMillionTokens: 0.3, outputUsdPerMillionTokens: 1.7 },
    discount: 0,
    priceOverrides: [],
    tokensPerSecondMedian: 83,
    share: 0.5,
    estimate: {
      perThousandOutputTokens: madeUpTokens(0.19),
      perThousandInputTokens: madeUpTokens(0.023),
      perThousandCachedInputTokens: madeUpTokens(0.0029),
    },
    probabilityOfLeast: 0.31,
    lowest: false,
    ...more,
  };
}

/** A model with two hosts in two countries. */
export function madeUpModel(more: Partial<ReleasedModel> = {}): ReleasedModel {
  return {
    id: 'maker/model-1',
    name: 'Maker: Model 1',
    shortName: 'Model 1',
    maker: 'maker',
    makerName: 'Maker',
    tier: '2b',
    evidence: 'parameters',
    listed: {
      id: 'maker/model-1',
      canonicalSlug: 'maker/model-1-2026',
      name: 'Maker: Model 1',
      created: '2026-05-06',
      contextTokens: 131_072,
      inputModalities: ['text', 'image'],
      outputModalities: ['text'],
      prices: { inputUsdPerMillionTokens: 0.2, outputUsdPerMillionTokens: 1.5 },
      supportsTools: true,
      supportsReasoning: false,
      artificialAnalysis: { intelligence: 47, coding: 39, agentic: 28 },
    },
    discount: 0,
    emissionClass: { place: 2, of: 9, others: 7 },
    timesTypicalModel: { low: 0.4, central: 0.9, high: 2.2 },
    weights: 'open',
    facts: undefined,
    ownMeasurements: undefined,
    served: {
      listed: true,
      retrieved: '2026-08-20',
      endpoints: [
        madeUpEndpoint(),
        madeUpEndpoint({
          host: madeUpHost({ slug: 'second', name: 'Second Host' }),
          place: madeUpPlace([SWEDEN]),
        }),
      ],
      gridGramsPerKilowattHour: madeUpRange(210),
    },
    soldAs: undefined,
    servesOn: undefined,
    input: {
      drawnAs: 'maker/model',
      model: { tier: 'price', inputUsdPerMillionTokens: 0.2, outputUsdPerMillionTokens: 1.5 },
      endpoints: [],
    },
    perThousandOutputTokens: madeUpTokens(0.17),
    perThousandInputTokens: madeUpTokens(0.017),
    perThousandCachedInputTokens: madeUpTokens(0.0013),
    gramsCO2eByBoundary: {
      perThousandOutputTokens: boundariesUpTo(0.17),
      perThousandInputTokens: boundariesUpTo(0.017),
      perThousandCachedInputTokens: boundariesUpTo(0.0013),
    },
    ranks: {
      outputGramsCO2e: { low: 11, central: 17, high: 22 },
      outputWattHours: { low: 12, central: 18, high: 23 },
      inputGramsCO2e: { low: 13, central: 19, high: 24 },
      inputWattHours: { low: 14, central: 20, high: 25 },
    },
    contributions: {
      inputs: {
        load: 0.3,
        servingStack: 0.02,
        machines: 0.03,
        hosts: 0.06,
        formOrPrice: 0.1,
        hostAndIdle: 0.04,
        powerUsageEffectiveness: 0.005,
        grid: 0.4,
        embodied: 0.045,
      },
      interactions: 0,
    },
    referenceJoulesPerOutputToken: madeUpRange(1.9),
    variants: [],
    aliases: [],
    statedByMaker: [],
    reported: {
      perThousandOutputTokens: madeUpReport(0.17),
      perThousandInputTokens: madeUpReport(0.017),
      perThousandCachedInputTokens: madeUpReport(0.0013),
    },
    requests: {
      estimated: [],
      thousandWords: { tokens: { low: 1310, high: 1420 }, gramsCO2e: madeUpRange(0.23) },
      leftOut: [],
      own: { because: 'Nobody has used it.' },
    },
    electricityShareOfListPrice: { output: 0.027, input: 0.013 },
    sources: ['card'],
    ...more,
  };
}

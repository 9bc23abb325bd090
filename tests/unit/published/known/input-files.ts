import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FACTOR_FILES } from '../../../../src/published/factors.ts';
import { currentRelease } from '../../../../src/release/current.ts';
import type { ReleasedModel } from '../../../../src/release/release.ts';
import { GRID, OFF_SITE_WATER } from './grid-files.ts';
import { header, type KnownFiles, saying, WITH_GRID } from './known-file.ts';
import { statedByMaker } from './makers-figures.ts';

const { release, data } = currentRelease();
const { accelerator, serving, facility, price } = data.factors;

const { fitted } = accelerator;
const OLDER = { staticRatio: 1, computeRatio: 1, prefillRatio: 1 };
const NEWER = {
  staticRatio: fitted.newerGenerationStaticRatio.value,
  computeRatio: fitted.newerGenerationComputeRatio.value,
  prefillRatio: fitted.newerGenerationPrefillRatio.value,
};

/** The constants of the method, each from the field of data/factors that it stands in. */
const METHOD = {
  accelerator: {
    staticJoulesPerStep: fitted.staticJoulesPerStep.value,
    staticJoulesPerStepAndLayer: fitted.staticJoulesPerStepAndLayer.value,
    todaysEngineStaticRatio: fitted.todaysEngineStaticRatio.value,
    eightBitExpertsLayerOverhead: fitted.eightBitExpertsLayerOverhead.value,
    joulesPerGigabyteMoved: fitted.joulesPerGigabyteMoved.value,
    decodePicojoulesPerFlop: fitted.decodePicojoulesPerFlop.value,
    expertsDecodeMultiplier2025: fitted.expertsDecodeMultiplier2025.value,
    expertsDecodeOverhead: fitted.expertsDecodeOverhead.value,
    expertsDecodeOverheadExponent: fitted.expertsDecodeOverheadExponent.value,
    hybridMillijoulesPerLayer: fitted.hybridMillijoulesPerLayer.value,
    prefillPicojoulesPerFlop: fitted.prefillPicojoulesPerFlop.value,
    prefillLightLoadOverhead: fitted.prefillLightLoadOverhead.value,
    eightBitComputeRatio: fitted.eightBitComputeRatio.value,
    fourBitComputeRatio: fitted.fourBitComputeRatio.value,
    expertsPrefillMultiplier: {
      2025: fitted.expertsPrefillMultiplier2025.value,
      2026: fitted.expertsPrefillMultiplier.value,
    },
    speculation: {
      computeRatio: fitted.speculationComputeRatio.value,
      restRatio: fitted.speculationRestRatio.value,
    },
    disaggregation: {
      staticRatio: fitted.disaggregatedStaticRatio.value,
      prefillRatio: fitted.disaggregatedPrefillRatio.value,
    },
    family: {
      Hopper: { ...OLDER, wholeRatio: 1 },
      Blackwell: { ...NEWER, wholeRatio: 1 },
      'CDNA 3': { ...OLDER, wholeRatio: fitted.amdRatio.value * fitted.cdna3Ratio.value },
      'CDNA 4': { ...NEWER, wholeRatio: fitted.amdRatio.value * fitted.cdna4Ratio.value },
    },
    unknownArchitecture: accelerator.unknownArchitecture,
  },
  formErrorSdLn: accelerator.formErrorSdLn,
  measuredCorrection: accelerator.measuredCorrection,
  serving: {
    concurrentSequences: serving.concurrentSequences,
    statedContextTokens: serving.statedContext.tokens,
    classes: Object.fromEntries(
      Object.entries(serving.classes).map(([name, { how, sources, note, ...constants }]) => [
        name,
        constants,
      ]),
    ),
    weightsMemoryShare: serving.replica.weightsMemoryShare,
    memoryGigabytes: serving.accelerators.memoryGigabytes,
    hostSdLn: serving.hosts.sdLn,
    mostEffectiveHosts: serving.hosts.mostEffective,
    weightBits: serving.weightBits.formats,
    servingStack: serving.servingStack,
    prefillExtraSdLn: serving.prefillExtra.sdLn,
    mixtureOfExpertsShare: serving.mixtureOfExperts.share,
    cachedInputShare: serving.cachedInputShare,
  },
  facility: {
    hostAndIdle: facility.hostAndIdle,
    grid: facility.grid,
    embodiedGramsPerKilowattHour: facility.embodiedGramsPerKilowattHour,
  },
  price: {
    intercept: price.line.intercept,
    slope: price.line.slope,
    inputTokensPerOutputToken: price.request.inputTokensPerOutputToken,
    contextTokens: price.request.contextTokens,
    knownSize: price.knownSize,
    withCapacity: {
      intercept: price.withCapacity.intercept,
      priceSlope: price.withCapacity.priceSlope,
      capacitySlope: price.withCapacity.capacitySlope,
    },
    closed: price.closed,
    genericModel: price.genericModel,
  },
};

/** Each place of the release once, by its name. */
const PLACES = Object.fromEntries(
  release.models.flatMap(({ input }) => input.endpoints.map(({ place }) => [place.id, place])),
);

const ENDPOINTS = new Map(
  release.models.map(({ id, input }) => [
    id,
    input.endpoints.map(({ share, place, servedBits }) => ({ share, place: place.id, servedBits })),
  ]),
);

/** By what a model may be found, beside its variants. */
function namesKnown({ id, name, makerName, listed, facts }: ReleasedModel) {
  return {
    id,
    name,
    makerName,
    canonicalSlug: listed.canonicalSlug,
    huggingFaceId: listed.huggingFaceId ?? facts?.huggingFaceId,
  };
}

export const INPUT_FILES: KnownFiles = {
  '/api/v1/method.json': {
    expected: () => ({
      ...header(
        release,
        saying(/as the name of each field says/, /sdLn is the standard deviation/),
      ),
      method: METHOD,
    }),
  },
  '/api/v1/estimation-inputs.json': {
    expected: () => ({
      ...header(
        release,
        saying(
          /\bparameters in billions\b/,
          /\bshare as a fraction\b/,
          /\bgridGramsPerKilowattHour in gCO2e per kWh\b/,
          /\bwater in litres per kWh\b/,
          /\bprices in USD per million tokens\b/,
        ),
        WITH_GRID,
      ),
      places: PLACES,
      models: release.models.map(({ id, input: { drawnAs, model } }) => ({
        id,
        ...(drawnAs !== id && { drawnAs }),
        model,
        endpoints: ENDPOINTS.get(id),
      })),
    }),
  },
  '/api/v1/calculation.json': {
    expected: () => ({
      ...header(
        release,
        /as in method\.json, estimation-inputs\.json, grid-intensity\.json and off-site-water\.json/,
        WITH_GRID,
      ),
      method: METHOD,
      places: PLACES,
      models: release.models.map((one) => ({
        ...namesKnown(one),
        ...(one.input.drawnAs !== one.id && { drawnAs: one.input.drawnAs }),
        evidence: one.evidence,
        contextTokens: one.listed.contextTokens,
        maxOutputTokens: one.listed.maxOutputTokens,
        features: [
          ...(one.listed.supportsTools ? ['tools'] : []),
          ...(one.listed.supportsReasoning ? ['reasoning'] : []),
          ...(one.listed.inputModalities.includes('image') ? ['images'] : []),
        ],
        outputUsdPerMillionTokens: one.listed.prices.outputUsdPerMillionTokens,
        scores: one.listed.artificialAnalysis,
        hostListedByOpenRouter: one.served.listed,
        statedByMaker: statedByMaker(one),
        otherIds: [...one.variants, ...one.aliases],
        model: one.input.model,
        endpoints: ENDPOINTS.get(one.id),
      })),
      zones: [...GRID]
        .map(([zone, { name, grams }]) => ({ zone, name, gramsPerKilowattHour: grams }))
        .toSorted((a, b) => (a.zone < b.zone ? -1 : 1)),
      offSiteWater: OFF_SITE_WATER,
    }),
  },
  '/api/v1/model-names.json': {
    expected: () => ({
      ...header(release, /^none\b/),
      models: release.models.map((one) => ({
        ...namesKnown(one),
        evidence: one.evidence,
        variants: [...one.variants, ...one.aliases],
      })),
      notEstimated: release.notEstimated
        .filter(({ seeInstead }) => seeInstead === undefined)
        .map(({ id, reason }) => ({ id, reason })),
    }),
  },
  '/api/v1/sources.json': {
    expected: () => ({
      ...header(release, /^none\b/),
      sources: {
        ...parse(readFileSync('data/sources.yaml', 'utf8')),
        ...parse(readFileSync('data/training/sources.yaml', 'utf8')),
      },
    }),
  },
  ...Object.fromEntries(
    FACTOR_FILES.map(({ name, file }) => [
      `/api/v1/factors/${name}.json`,
      {
        expected: () => ({
          ...header(
            release,
            saying(
              /as the name of each field says/,
              /sdLn is the standard deviation/,
              /shares are fractions/,
            ),
          ),
          file: new RegExp(
            `^data/(factors/${name}|training/(statements|${name.replace('training-', '')}))\\.yaml$`,
          ),
          factors: parse(readFileSync(file, 'utf8')),
        }),
      },
    ]),
  ),
};

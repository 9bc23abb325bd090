import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FACTOR_FILES } from '../../../../src/published/factors.ts';
import { currentRelease } from '../../../../src/release/current.ts';
import type { ReleasedModel } from '../../../../src/release/release.ts';
import { GRID, OFF_SITE_WATER } from './grid-files.ts';
import { header, type KnownFiles, saying, WITH_GRID } from './known-file.ts';

const { release, data } = currentRelease();
const { accelerator, serving, facility, price } = data.factors;

/** The constants of the method, each from the field of data/factors that it stands in. */
const METHOD = {
  accelerator: {
    staticJoulesPerStep: accelerator.fitted.staticJoulesPerStep.value,
    staticJoulesPerStepAndLayer: accelerator.fitted.staticJoulesPerStepAndLayer.value,
    staticRatio: {
      H100: accelerator.fixed.staticRatioH100,
      B200: accelerator.fitted.staticRatioB200.value,
    },
    eightBitExpertsLayerOverhead: accelerator.fitted.eightBitExpertsLayerOverhead.value,
    joulesPerGigabyteMoved: accelerator.fitted.joulesPerGigabyteMoved.value,
    decodePicojoulesPerFlop: {
      H100: accelerator.fitted.decodePicojoulesPerFlopH100.value,
      B200: accelerator.fitted.decodePicojoulesPerFlopB200.value,
    },
    expertsDecodeMultiplier: accelerator.fitted.expertsDecodeMultiplier.value,
    hybridMillijoulesPerLayer: accelerator.fitted.hybridMillijoulesPerLayer.value,
    prefillPicojoulesPerFlop: accelerator.fitted.prefillPicojoulesPerFlop.value,
    prefillRatio: {
      H100: accelerator.fixed.prefillRatioH100,
      B200: accelerator.fixed.prefillRatioB200,
    },
    eightBitComputeRatio: accelerator.fixed.eightBitComputeRatio,
    expertsPrefillMultiplier: accelerator.fixed.expertsPrefillMultiplier,
    unknownArchitecture: accelerator.unknownArchitecture,
  },
  formErrorSdLn: accelerator.formErrorSdLn,
  measuredCorrection: accelerator.measuredCorrection,
  serving: {
    concurrentSequences: serving.concurrentSequences,
    b200Share: serving.acceleratorGeneration.b200Share,
    memoryGigabytes: serving.acceleratorGeneration.memoryGigabytes,
    usableMemoryShare: serving.replica.usableMemoryShare,
    doubledReplicaShare: serving.replica.doubledReplicaShare,
    weightBits: serving.weightBits.formats,
    contextTokens: serving.contextTokens,
    servingStack: serving.servingStack,
    prefillExtraSdLn: serving.prefillExtra.sdLn,
    mixtureOfExpertsShare: serving.mixtureOfExperts.share,
    cachedInputShare: serving.cachedInputShare,
  },
  facility: {
    hostAndIdle: facility.hostAndIdle,
    gridSdLn: facility.grid.sdLn,
    embodiedGramsPerKilowattHour: facility.embodiedGramsPerKilowattHour,
  },
  price,
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
      models: release.models.map(({ id, input: { model } }) => ({
        id,
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
        evidence: one.evidence,
        contextTokens: one.listed.contextTokens,
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
      sources: parse(readFileSync('data/sources.yaml', 'utf8')),
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
          file: new RegExp(`^data/(factors/)?${name}\\.yaml$`),
          factors: parse(readFileSync(file, 'utf8')),
        }),
      },
    ]),
  ),
};

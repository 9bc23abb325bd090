import type { AcceleratorCoefficients } from '../estimation/energy-coefficients.ts';
import type { Method } from '../estimation/method.ts';
import { perClass } from '../estimation/serving-classes.ts';
import type { AcceleratorEnergyFile, Factors } from './factor-files.ts';

/** The fitted coefficients in the shape that the core computes with. */
export function acceleratorCoefficients({
  fitted,
  unknownArchitecture,
}: AcceleratorEnergyFile): AcceleratorCoefficients {
  const newer = {
    staticRatio: fitted.newerGenerationStaticRatio.value,
    computeRatio: fitted.newerGenerationComputeRatio.value,
    prefillRatio: fitted.newerGenerationPrefillRatio.value,
  };
  const older = { staticRatio: 1, computeRatio: 1, prefillRatio: 1 };
  const amd = fitted.amdRatio.value;
  return {
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
    expertsPrefillMultiplier: {
      2025: fitted.expertsPrefillMultiplier2025.value,
      2026: fitted.expertsPrefillMultiplier.value,
    },
    prefillLightLoadOverhead: fitted.prefillLightLoadOverhead.value,
    eightBitComputeRatio: fitted.eightBitComputeRatio.value,
    fourBitComputeRatio: fitted.fourBitComputeRatio.value,
    speculation: {
      computeRatio: fitted.speculationComputeRatio.value,
      restRatio: fitted.speculationRestRatio.value,
    },
    disaggregation: {
      staticRatio: fitted.disaggregatedStaticRatio.value,
      prefillRatio: fitted.disaggregatedPrefillRatio.value,
    },
    family: {
      Hopper: { ...older, wholeRatio: 1 },
      Blackwell: { ...newer, wholeRatio: 1 },
      'CDNA 3': { ...older, wholeRatio: amd * fitted.cdna3Ratio.value },
      'CDNA 4': { ...newer, wholeRatio: amd * fitted.cdna4Ratio.value },
    },
    unknownArchitecture,
  };
}

/** All factors in the shape that the core computes with. */
export function methodOf({
  accelerator,
  serving,
  facility,
  price,
}: Pick<Factors, 'accelerator' | 'serving' | 'facility' | 'price'>): Method {
  return {
    accelerator: acceleratorCoefficients(accelerator),
    formErrorSdLn: accelerator.formErrorSdLn,
    measuredCorrection: accelerator.measuredCorrection,
    serving: {
      statedContextTokens: serving.statedContext.tokens,
      concurrentSequences: serving.concurrentSequences,
      classes: perClass((servingClass) => {
        const {
          how: _how,
          sources: _sources,
          note: _note,
          ...constants
        } = serving.classes[servingClass];
        return constants;
      }),
      memoryGigabytes: serving.accelerators.memoryGigabytes,
      weightsMemoryShare: serving.replica.weightsMemoryShare,
      weightBits: serving.weightBits.formats,
      servingStack: serving.servingStack,
      prefillExtraSdLn: serving.prefillExtra.sdLn,
      mixtureOfExpertsShare: serving.mixtureOfExperts.share,
      cachedInputShare: serving.cachedInputShare,
      hostSdLn: serving.hosts.sdLn,
      mostEffectiveHosts: serving.hosts.mostEffective,
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
}

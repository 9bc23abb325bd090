import type { EngineYear } from './accelerator.ts';
import type { AcceleratorFamily } from './accelerator-designs.ts';

/** How a family of accelerators compares with Hopper. */
export interface FamilyRatios {
  /** fs, on static energy. */
  staticRatio: number;
  /** fc, on decode compute. */
  computeRatio: number;
  /** fp, on prefill compute. */
  prefillRatio: number;
  /** fa, on all of it. */
  wholeRatio: number;
}

/** The fitted constants of the energy model; symbols as on the methodology page. */
export interface AcceleratorCoefficients {
  /** a0, J per Hopper accelerator and decode step in the engine of 2025. */
  staticJoulesPerStep: number;
  /** aL, J per accelerator, decode step and layer, likewise. */
  staticJoulesPerStepAndLayer: number;
  /** g, static energy in today's engine relative to that of 2025. */
  todaysEngineStaticRatio: number;
  /** cq, extra per-layer overhead of 8-bit mixtures of experts. */
  eightBitExpertsLayerOverhead: number;
  /** eb, J per gigabyte moved from memory. */
  joulesPerGigabyteMoved: number;
  /** ef, pJ per FLOP while decoding in 16 bits. */
  decodePicojoulesPerFlop: number;
  /** m, decode compute of a mixture of experts relative to a dense model of its active size, in 2025. */
  expertsDecodeMultiplier2025: number;
  /** mo, what a mixture adds to it in today's engine at 8 sequences per accelerator. */
  expertsDecodeOverhead: number;
  /** gamma, how fast that falls with the sequences per accelerator. */
  expertsDecodeOverheadExponent: number;
  /** eh, mJ per layer of a hybrid state-space model. */
  hybridMillijoulesPerLayer: number;
  /** pf, pJ per FLOP of prefill in 16 bits, under load. */
  prefillPicojoulesPerFlop: number;
  /** pe, prefill compute of a mixture relative to a dense model of its active size. */
  expertsPrefillMultiplier: Readonly<Record<EngineYear, number>>;
  /** k, what prefill takes more in today's engine at one sequence per accelerator, as a share. */
  prefillLightLoadOverhead: number;
  /** q8, compute energy in 8 bits relative to 16. */
  eightBitComputeRatio: number;
  /** q4, the same in 4 bits. */
  fourBitComputeRatio: number;
  /** su and sm, what guessing tokens ahead does to decode compute and to all else of decoding. */
  speculation: { computeRatio: number; restRatio: number };
  /** dg and dp, what prefill on accelerators of its own does to static energy and to prefill. */
  disaggregation: { staticRatio: number; prefillRatio: number };
  family: Readonly<Record<AcceleratorFamily, FamilyRatios>>;
  /** Regressions that stand in for an architecture that is not published. */
  unknownArchitecture: {
    /** ln layers = intercept + slope ln T. */
    lnLayers: { intercept: number; lnTotal: number };
    /** ln bytes of KV cache read per token of context = intercept + slopes in ln A and ln T. */
    lnKvBytesPerContextToken: { intercept: number; lnActive: number; lnTotal: number };
  };
}

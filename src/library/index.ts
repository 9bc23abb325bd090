/**
 * What the package exports: the estimation core, and a calculator that computes with a published
 * release. Runs in Node and in browsers, without anything else.
 */
export { BOUNDARIES, type Boundary, PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
export {
  type Comparison,
  compareWorkloads,
  type PairComparison,
} from '../estimation/comparison.ts';
export {
  createEstimator,
  type Estimator,
  estimateWorkload,
  type ModelEstimate,
  type TokenEstimate,
  type WorkloadEstimate,
} from '../estimation/estimate.ts';
export type { Method } from '../estimation/method.ts';
export { type EstimationInput, type Preparation, prepare } from '../estimation/preparation.ts';
export type { Range } from '../estimation/ranges.ts';
export { type Scenario, underScenario } from '../estimation/scenario.ts';
export type { Workload } from '../estimation/workload.ts';
export { OutOfBounds } from './bounds.ts';
export { type EstimationInputs, inputsById } from './estimation-inputs.ts';
export { type Certain, type ModelFinder, modelFinder, type Resolution } from './find-model.ts';
export { UnknownGrid } from './grid-site.ts';
export { METHOD_VERSION } from './method-version.ts';
export type { NamedModel } from './model-names.ts';
export type { ModelNeeds } from './model-needs.ts';
export type { PackagedModel, PackagedRelease } from './packaged-release.ts';
export { AbilitiesUnknown, type Recommendation, type Recommended } from './recommendation.ts';
export {
  type Circumstances,
  OtherMethod,
  ReleaseCalculator,
  TooLong,
  UnknownModel,
} from './release-calculator.ts';

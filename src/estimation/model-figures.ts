import { BOUNDARY_FACTORS, PUBLISHED_BOUNDARY } from './boundary.ts';
import { type Contributions, prepareContributions } from './contributions.ts';
import { product } from './draws.ts';
import { prepareEndpointComparison } from './endpoint-comparison.ts';
import { type ModelDraws, type ModelEstimate, prepareUnserved, rangesOf } from './estimate.ts';
import { boundariesOf, type ModelBoundaries } from './model-boundaries.ts';
import type { EstimationInput, Preparation } from './preparation.ts';
import { type Range, rangeOf, scaleRange } from './ranges.ts';
import { type MetricDraws, metricDraws } from './ranking.ts';
import { referenceJoulesPerOutputToken } from './reference-point.ts';
import { type ReportedTokens, reportedTokens } from './reported.ts';
import type { ServingEndpoint } from './serving.ts';
import { JOULES_PER_KILOWATT_HOUR } from './units.ts';
import { type Workload, workloadJoules } from './workload.ts';

/** One model, and what is asked of it. */
export interface AskedOfModel {
  input: EstimationInput;
  /** The endpoints that are estimated each as if it alone served the model. */
  endpoints: readonly Omit<ServingEndpoint, 'share'>[];
  /** Requests and other workloads whose emissions are asked for. */
  workloads: readonly Workload[];
  /** One whose draws are asked for too. */
  drawnWorkload: Workload | undefined;
}

/** An endpoint as if it alone served its model. */
export interface EndpointFigures {
  estimate: ModelEstimate;
  /** Probability that it emits least of the model's endpoints; absent where there is no other. */
  probabilityOfLeast: number | undefined;
}

/** All that is computed of one model without looking at others: plain data, which can be sent. */
export interface ModelFigures {
  estimate: ModelEstimate;
  gramsCO2eByBoundary: ModelBoundaries;
  /** The grid over all draws of the model: its hosts, their places and the hours. */
  gridGramsPerKilowattHour: Range;
  /** In the order of the endpoints. */
  endpoints: EndpointFigures[];
  contributions: Contributions;
  referenceJoulesPerOutputToken: Range | undefined;
  reported: ReportedTokens;
  /** gCO2e of the workloads, in their order. */
  workloadsGramsCO2e: Range[];
  /** Per draw: what models are told apart by, and gCO2e of the workload whose draws are asked for. */
  draws: { metrics: MetricDraws; workloadGramsCO2e: Float64Array | undefined };
}

/** Computes the figures of one model. Pure: the same model gives the same figures. */
export type FiguresOf = (asked: AskedOfModel) => ModelFigures;

/** Prepares what the figures of all models have in common. */
export function prepareFigures(preparation: Preparation): FiguresOf {
  const contributionsOf = prepareContributions(preparation.shared);
  const probabilitiesOfLeast = prepareEndpointComparison(preparation);
  return ({ input, endpoints, workloads, drawnWorkload }) => {
    const unserved = prepareUnserved(input, preparation);
    const draws = unserved.servedBy(input.endpoints)();
    const { energy, serving } = draws;
    const estimate = rangesOf(draws);
    const probabilities =
      endpoints.length > 1
        ? probabilitiesOfLeast(
            unserved,
            endpoints.map((endpoint) => ({ ...endpoint, share: 1 / endpoints.length })),
          )
        : [];
    const { model, drawnAs } = input;
    return {
      estimate,
      gramsCO2eByBoundary: boundariesOf(draws),
      gridGramsPerKilowattHour: scaleRange(
        rangeOf(serving.factor('acceleratorsGrams')),
        JOULES_PER_KILOWATT_HOUR,
      ),
      endpoints: endpoints.map((endpoint, index) => ({
        estimate: isAllOf(input, endpoint)
          ? estimate
          : rangesOf(unserved.servedBy([{ ...endpoint, share: 1 }])()),
        probabilityOfLeast: probabilities[index],
      })),
      contributions: contributionsOf(
        product(energy.outputJoules, serving.factor('facilityAndEmbodiedGrams')),
        { drawnAs, grid: serving.factor('acceleratorsGrams') },
      ),
      referenceJoulesPerOutputToken:
        model.tier === 'price'
          ? undefined
          : referenceJoulesPerOutputToken(model, preparation.method),
      reported: reportedTokens(draws),
      workloadsGramsCO2e: workloads.map((workload) => rangeOf(gramsOf(draws, workload))),
      draws: {
        metrics: metricDraws(draws),
        workloadGramsCO2e: drawnWorkload && gramsOf(draws, drawnWorkload),
      },
    };
  };
}

/** Whether this endpoint alone is what the model is served by. */
function isAllOf(
  { endpoints: [sole, ...others] }: EstimationInput,
  { place, servedBits }: Omit<ServingEndpoint, 'share'>,
): boolean {
  return (
    others.length === 0 &&
    sole?.share === 1 &&
    sole.place === place &&
    sole.servedBits === servedBits
  );
}

function gramsOf(draws: ModelDraws, workload: Workload): Float64Array {
  return product(
    workloadJoules(draws, workload),
    draws.serving.factor(BOUNDARY_FACTORS[PUBLISHED_BOUNDARY].grams),
  );
}

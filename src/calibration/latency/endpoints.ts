import { joinCatalog } from '../../catalog/catalog.ts';
import { WeightPrecisionFormat } from '../../catalog/maker.ts';
import { methodOf } from '../../catalog/method.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import type { Endpoint } from '../../catalog/snapshot.ts';
import { WEIGHT_BITS } from '../../catalog/weight-bits.ts';
import { product } from '../../estimation/draws.ts';
import { type Preparation, prepare } from '../../estimation/preparation.ts';
import { serve } from '../../estimation/serving.ts';
import { energyFromSize, type SizedModel } from '../../estimation/sized-model.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import {
  conditionOnSpeed,
  equalWeights,
  isLatencyModel,
  type SpeedEvidence,
} from './conditioning.ts';
import { type LatencyFile, speedEvidence } from './record.ts';
import type { Widths } from './speed-conditioning.ts';
import { mixtureOf, type WeightedDraws, weightedRangeOf } from './weighted-ranges.ts';

/** What reading its endpoints does to the range of one model. */
export interface EndpointSharpening {
  id: string;
  tier: EvidenceTier;
  endpoints: number;
  endpointsWithQuantization: number;
  /** Endpoints with a speed that is read and that enough draws can explain. */
  endpointsWithBelievedSpeed: number;
  acceleratorJoules: Widths;
  gramsCO2e: Widths;
}

/** What one endpoint says of a model: bits per weight, if stated, and the weights of the draws. */
interface EndpointReading {
  servedBits: number | undefined;
  weights: Float64Array;
  speedBelieved: boolean;
}

/**
 * Each model of known size as the mixture of its endpoints, all counting the same: quantization
 * fixed where an endpoint states it, draws weighted by its speed where that is seen. A model whose
 * size is itself a range keeps equal weights. Pure; some seconds for the whole list.
 */
export function sharpenByEndpoints(data: CatalogData, latency: LatencyFile): EndpointSharpening[] {
  const preparation = prepare(methodOf(data.factors));
  const evidence = speedEvidence(latency);
  const endpointsOf = new Map(data.endpoints.models.map(({ id, endpoints }) => [id, endpoints]));
  const { estimable, hosts } = joinCatalog(data);
  return estimable.flatMap(({ listed, input }) => {
    const { model, endpoints: serving } = input;
    if (model.tier === 'price') return [];
    const endpoints = endpointsOf.get(listed.id) ?? [];
    const read = (speeds: 'read' | 'unread') =>
      endpoints.map((endpoint) =>
        readEndpoint(
          endpoint,
          model,
          preparation,
          speeds === 'read' && !hosts.ofEndpoint(endpoint.host, endpoint.tag).unmeasured
            ? evidence
            : undefined,
        ),
      );
    const { shared, method, factorsOf } = preparation;
    const served = serve(serving, shared.unit.endpoint, factorsOf);
    const published = {
      values: energyFromSize(model, shared, method, served.servedBits).outputJoules,
      weights: equalWeights(shared.count),
    };
    const speedsRead = read('read');
    const parts = {
      asPublished: [published],
      withQuantization: partsOf(read('unread'), model, preparation),
      withSpeed: partsOf(speedsRead, model, preparation),
      operatingPointKnown: [irreduciblePart(model, preparation)],
    };
    const grams = served.factor('facilityAndEmbodiedGrams');
    return [
      {
        id: listed.id,
        tier: model.tier,
        endpoints: endpoints.length,
        endpointsWithQuantization: speedsRead.filter(({ servedBits }) => servedBits !== undefined)
          .length,
        endpointsWithBelievedSpeed: speedsRead.filter(({ speedBelieved }) => speedBelieved).length,
        acceleratorJoules: widthsOf(parts, (joules) => joules),
        gramsCO2e: widthsOf(parts, (joules) => product(joules, grams)),
      },
    ];
  });
}

function readEndpoint(
  { quantization, tokensPerSecondMedian }: Endpoint,
  model: SizedModel,
  { shared, method }: Preparation,
  evidence: SpeedEvidence | undefined,
): EndpointReading {
  const servedBits = bitsOf(quantization, model);
  const served = { ...model, precision: { ...model.precision, servedBits } };
  if (evidence === undefined || tokensPerSecondMedian === undefined || !isLatencyModel(served)) {
    return { servedBits, weights: equalWeights(shared.count), speedBelieved: false };
  }
  const { weights, conditioned } = conditionOnSpeed(
    served,
    tokensPerSecondMedian,
    shared,
    method,
    evidence,
  );
  return { servedBits, weights, speedBelieved: conditioned };
}

/** Bits per weight as an endpoint states them; never more than were released. */
function bitsOf(quantization: string | undefined, { precision }: SizedModel): number | undefined {
  const format = WeightPrecisionFormat.safeParse(quantization);
  if (!format.success) return undefined;
  return Math.min(WEIGHT_BITS[format.data], precision.releasedBits ?? Number.POSITIVE_INFINITY);
}

/** The mixture over endpoints, those of one format together; without endpoints, as published. */
function partsOf(
  readings: readonly EndpointReading[],
  model: SizedModel,
  { shared, method }: Preparation,
): WeightedDraws[] {
  const unread = { servedBits: undefined, weights: equalWeights(shared.count) };
  const known: readonly Pick<EndpointReading, 'servedBits' | 'weights'>[] =
    readings.length > 0 ? readings : [unread];
  const byFormat = Map.groupBy(known, ({ servedBits }) => servedBits);
  return [...byFormat].map(([servedBits, alike]) => {
    const served = { ...model, precision: { ...model.precision, servedBits } };
    return {
      values: energyFromSize(served, shared, method).outputJoules,
      weights: sumOf(alike.map(({ weights }) => weights)),
    };
  });
}

/** What is left where the operating point is known: a constant energy times what it cannot say. */
function irreduciblePart({ tier }: SizedModel, { shared }: Preparation): WeightedDraws {
  return {
    values: product(shared.servingStack, shared.formError[tier]),
    weights: equalWeights(shared.count),
  };
}

function widthsOf(
  parts: Readonly<Record<keyof Widths, readonly WeightedDraws[]>>,
  quantity: (joules: Float64Array) => Float64Array,
): Widths {
  const width = (ofState: readonly WeightedDraws[]) => {
    const { low, high } = weightedRangeOf(
      mixtureOf(ofState.map(({ values, weights }) => ({ values: quantity(values), weights }))),
    );
    return high / low;
  };
  return {
    asPublished: width(parts.asPublished),
    withQuantization: width(parts.withQuantization),
    withSpeed: width(parts.withSpeed),
    operatingPointKnown: width(parts.operatingPointKnown),
  };
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  const [first, ...rest] = columns;
  if (first === undefined) return new Float64Array(0);
  return rest.reduce((sum, column) => sum.map((value, draw) => value + (column[draw] ?? 0)), first);
}

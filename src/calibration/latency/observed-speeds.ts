import { mean, median, sampleCorrelation, standardDeviation } from 'simple-statistics';
import { joinCatalog } from '../../catalog/catalog.ts';
import { methodOf } from '../../catalog/method.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { latinHypercube } from '../../estimation/draws.ts';
import { rangeOf } from '../../estimation/ranges.ts';
import { shareDraws } from '../../estimation/shared-draws.ts';
import { energyFromSize } from '../../estimation/sized-model.ts';
import { isLatencyModel, lnLatencyDraws } from './conditioning.ts';
import { type LatencyFile, speedEvidence } from './record.ts';
import type { ObservedSpeeds } from './speed-conditioning.ts';

/**
 * Pushes the assumed operating points through the latency model, for every endpoint with a speed of
 * a model of known size. Throws where there is none.
 */
export function compareObservedSpeeds(data: CatalogData, latency: LatencyFile): ObservedSpeeds {
  const method = methodOf(data.factors);
  const shared = shareDraws(latinHypercube(), method);
  const evidence = speedEvidence(latency);
  const endpointsOf = new Map(data.endpoints.models.map(({ id, endpoints }) => [id, endpoints]));
  const { estimable, hosts } = joinCatalog(data);
  const compared = estimable.flatMap(({ listed, input: { model } }) => {
    if (model.tier === 'price' || !isLatencyModel(model)) return [];
    const observed = (endpointsOf.get(listed.id) ?? []).flatMap((endpoint) =>
      endpoint.tokensPerSecondMedian === undefined ||
      hosts.ofEndpoint(endpoint.host, endpoint.tag).unmeasured
        ? []
        : [Math.log(1000 / endpoint.tokensPerSecondMedian)],
    );
    if (observed.length === 0) return [];
    const lnLatencies = lnLatencyDraws(model, shared, method, evidence);
    const lnEnergies = energyFromSize(model, shared, method).outputJoules.map(Math.log);
    const { low, central, high } = rangeOf(lnLatencies);
    const predictedSdLn = standardDeviation([...lnLatencies]);
    const correlation = sampleCorrelation([...lnEnergies], [...lnLatencies]);
    return observed.map((observedLn) => ({
      inside: observedLn >= low && observedLn <= high,
      deviationLn: observedLn - central,
      predictedSdLn,
      correlation,
    }));
  });
  if (compared.length === 0) {
    throw new RangeError('no endpoint of a model of known size has a speed: nothing to compare');
  }
  const deviations = compared.map(({ deviationLn }) => deviationLn);
  return {
    endpoints: compared.length,
    insideRangeShare: compared.filter(({ inside }) => inside).length / compared.length,
    medianObservedOverPredicted: Math.exp(median(deviations)),
    observedSdLn: standardDeviation(deviations),
    predictedSdLn: mean(compared.map((endpoint) => endpoint.predictedSdLn)),
    medianEnergyLatencyCorrelation: median(compared.map(({ correlation }) => correlation)),
  };
}

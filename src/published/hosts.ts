import type { Host } from '../catalog/hosts.ts';
import type { KnownBounds, KnownPlace } from '../catalog/place.ts';
import { rangeJson, tokensJson } from '../library/rounding.ts';
import type { ReleasedEndpoint, ReleasedServing } from '../release/served-by.ts';

/** Why an endpoint has no figure. */
export const OWN_ACCELERATOR_REASON = 'no estimate: own accelerator, not measured';

/** By whom a model is served, as an object for its own file: each endpoint with its ranges. */
export function servedJson({
  listed,
  retrieved,
  gridGramsPerKilowattHour,
  endpoints,
}: ReleasedServing) {
  return {
    listedByOpenRouter: listed,
    retrieved,
    weighting: 'equal shares of the endpoints with an estimate, since volumes are not published',
    gridGramsPerKilowattHour: rangeJson(gridGramsPerKilowattHour),
    endpoints: endpoints.map(endpointJson),
  };
}

/** The same in short, for the file of all models. */
export function servedInShort({ listed, gridGramsPerKilowattHour, endpoints }: ReleasedServing) {
  return {
    listedByOpenRouter: listed,
    gridGramsPerKilowattHour: rangeJson(gridGramsPerKilowattHour),
    hosts: [...new Set(endpoints.map(({ host }) => host.slug || host.name))],
  };
}

function endpointJson({
  host,
  region,
  place,
  quantization,
  tags,
  prices,
  tokensPerSecondMedian,
  share,
  estimate,
  probabilityOfLeast,
  lowest,
}: ReleasedEndpoint) {
  return {
    host: host.slug || null,
    hostName: host.name,
    region,
    tags,
    quantization,
    share: share === undefined ? 0 : Number(share.toFixed(6)),
    listPrice: prices,
    observedTokensPerSecondMedian: tokensPerSecondMedian,
    place: placeJson(place),
    ...(estimate === undefined
      ? { noEstimate: OWN_ACCELERATOR_REASON }
      : {
          perThousandOutputTokens: tokensJson(estimate.perThousandOutputTokens),
          perThousandInputTokens: tokensJson(estimate.perThousandInputTokens),
          perThousandCachedInputTokens: tokensJson(estimate.perThousandCachedInputTokens),
          probabilityOfLeast:
            probabilityOfLeast === undefined ? undefined : Number(probabilityOfLeast.toFixed(4)),
          lowest,
        }),
  };
}

/** One host with what is known of it, as an object. */
export function hostJson({
  slug,
  name,
  file,
  listed,
  place,
  regions,
  accelerators,
  unmeasured,
}: Host) {
  return {
    slug,
    name,
    headquarters: file?.headquarters?.country ?? listed?.headquarters,
    operator: file?.operator,
    ...placeJson(place),
    facility: file?.facility,
    regions: Object.fromEntries([...regions].map(([region, known]) => [region, placeJson(known)])),
    accelerators,
    ...(unmeasured && { noEstimate: OWN_ACCELERATOR_REASON }),
    note: file?.note,
  };
}

function placeJson({
  zonesBasis,
  sites,
  powerUsageEffectiveness,
  waterOnSiteLitresPerKilowattHour,
}: KnownPlace) {
  return {
    sites: sites.map(({ zone, name, share, gridGramsPerKilowattHour }) => ({
      zone,
      name,
      share: Number(share.toFixed(6)),
      gridGramsPerKilowattHour,
    })),
    placeKnown: zonesBasis,
    powerUsageEffectiveness: boundsJson(powerUsageEffectiveness),
    waterOnSiteLitresPerKilowattHour: boundsJson(waterOnSiteLitresPerKilowattHour),
  };
}

function boundsJson({ low, central, high, ...basis }: KnownBounds) {
  return { ...rangeJson({ low, central, high }), ...basis };
}

import { weightedQuantile } from '../statistics/weighted-quantile.ts';
import type { EndpointSharpening } from './endpoints.ts';
import type { ModelWidths, Widths } from './speed-conditioning.ts';

const GROUPS: readonly {
  models: ModelWidths['models'];
  holds: (model: EndpointSharpening) => boolean;
}[] = [
  { models: 'tier 2', holds: ({ tier }) => tier !== 'measured' },
  { models: 'tier 2a', holds: ({ tier }) => tier === 'architecture' },
  { models: 'tier 2b', holds: ({ tier }) => tier === 'parameters' },
  {
    models: 'tier 2, speed read at an endpoint',
    holds: ({ tier, endpointsWithBelievedSpeed }) =>
      tier !== 'measured' && endpointsWithBelievedSpeed > 0,
  },
  { models: 'tier 1', holds: ({ tier }) => tier === 'measured' },
];

/** Median widths of each group of models that has any. */
export function summariseSharpening(models: readonly EndpointSharpening[]): ModelWidths[] {
  return GROUPS.flatMap(({ models: kind, holds }) => {
    const group = models.filter(holds);
    if (group.length === 0) return [];
    return [
      {
        models: kind,
        count: group.length,
        acceleratorJoules: medianWidths(group.map(({ acceleratorJoules }) => acceleratorJoules)),
        gramsCO2e: medianWidths(group.map(({ gramsCO2e }) => gramsCO2e)),
      },
    ];
  });
}

function medianWidths(widths: readonly Widths[]): Widths {
  const median = (width: (widths: Widths) => number) =>
    weightedQuantile(
      widths.map(width),
      widths.map(() => 1),
      0.5,
    );
  return {
    asPublished: median(({ asPublished }) => asPublished),
    withQuantization: median(({ withQuantization }) => withQuantization),
    withSpeed: median(({ withSpeed }) => withSpeed),
    operatingPointKnown: median(({ operatingPointKnown }) => operatingPointKnown),
  };
}

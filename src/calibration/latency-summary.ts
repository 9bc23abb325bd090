import type { EndpointSharpening, RangeWidths } from './latency-endpoints.ts';
import { weightedQuantile } from './scores.ts';

/** Medians over models of how wide their ranges are; by what is read of their endpoints. */
export interface SharpeningSummary {
  /** Models: all with published parameters but no measurements, some of them, or the measured ones. */
  of: 'tier 2' | 'tier 2a' | 'tier 2b' | 'tier 2, speed read at an endpoint' | 'tier 1';
  models: number;
  medianAcceleratorJoules: RangeWidths;
  medianGramsCO2e: RangeWidths;
}

const GROUPS: readonly {
  of: SharpeningSummary['of'];
  holds: (model: EndpointSharpening) => boolean;
}[] = [
  { of: 'tier 2', holds: ({ tier }) => tier !== 'measured' },
  { of: 'tier 2a', holds: ({ tier }) => tier === 'architecture' },
  { of: 'tier 2b', holds: ({ tier }) => tier === 'parameters' },
  {
    of: 'tier 2, speed read at an endpoint',
    holds: ({ tier, endpointsWithBelievedSpeed }) =>
      tier !== 'measured' && endpointsWithBelievedSpeed > 0,
  },
  { of: 'tier 1', holds: ({ tier }) => tier === 'measured' },
];

/** Median widths of each group of models that has any. */
export function summariseSharpening(models: readonly EndpointSharpening[]): SharpeningSummary[] {
  return GROUPS.flatMap(({ of, holds }) => {
    const group = models.filter(holds);
    if (group.length === 0) return [];
    return [
      {
        of,
        models: group.length,
        medianAcceleratorJoules: medianWidths(
          group.map(({ acceleratorJoules }) => acceleratorJoules),
        ),
        medianGramsCO2e: medianWidths(group.map(({ gramsCO2e }) => gramsCO2e)),
      },
    ];
  });
}

function medianWidths(widths: readonly RangeWidths[]): RangeWidths {
  const median = (width: (widths: RangeWidths) => number) =>
    weightedQuantile(
      widths.map(width),
      widths.map(() => 1),
      0.5,
    );
  return {
    nothingRead: median(({ nothingRead }) => nothingRead),
    quantizationRead: median(({ quantizationRead }) => quantizationRead),
    quantizationAndSpeedRead: median(({ quantizationAndSpeedRead }) => quantizationAndSpeedRead),
    operatingPointKnown: median(({ operatingPointKnown }) => operatingPointKnown),
  };
}

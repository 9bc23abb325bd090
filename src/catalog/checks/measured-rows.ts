import { fileOfRow, type MeasuredRow } from '../measurement.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';

/** A batch never holds more requests than its limit; the mean may exceed it by rounding alone. */
const ROUNDING = 1.001;

/** Each measured run is there once, and its figures do not contradict each other. */
export function measuredRowsAgree({ measurements }: Pick<CatalogData, 'measurements'>): Problem[] {
  const seen = new Set<string>();
  return measurements.flatMap((row) => {
    const report = (field: string, message: string) => [
      { file: fileOfRow(row), record: row.configuration, field, message },
    ];
    const again = seen.has(row.configuration);
    seen.add(row.configuration);
    return [
      ...(again
        ? report('configuration', 'is there twice; expected each run once, remove one')
        : []),
      ...(row.activeBillions > row.totalBillions
        ? report(
            'activeBillions',
            `${row.activeBillions} of ${row.totalBillions}; expected active <= total`,
          )
        : []),
      ...(row.fullAttentionLayers + row.slidingWindowLayers > row.layers
        ? report('layers', `${row.layers}; expected at least full and sliding layers together`)
        : []),
      ...(row.activeExperts > row.routedExperts
        ? report(
            'activeExperts',
            `${row.activeExperts} of ${row.routedExperts}; expected active <= routed`,
          )
        : []),
      ...(row.concurrentSequences > row.maxSequences * ROUNDING
        ? report(
            'concurrentSequences',
            `${row.concurrentSequences} with a limit of ${row.maxSequences}; expected no more than maxSequences`,
          )
        : []),
      ...energyContradiction(row).flatMap((message) => report('joulesPerOutputToken', message)),
    ];
  });
}

/** Energy per token is power over tokens per second. */
const AGREEMENT = 1.01;

function energyContradiction(row: MeasuredRow): string[] {
  const fromPower = row.powerWatts / row.tokensPerSecond;
  const ratio = row.joulesPerOutputToken / fromPower;
  if (ratio <= AGREEMENT && ratio >= 1 / AGREEMENT) return [];
  return [
    `${row.joulesPerOutputToken} J, but ${row.powerWatts} W at ${row.tokensPerSecond} tokens/s make ${fromPower.toPrecision(3)} J; expected the two within 1 %, check the units`,
  ];
}

import { fileOfRow, type MeasuredRow } from '../measurement.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { WEIGHT_BITS } from '../weight-bits.ts';

/** A batch never holds more requests than its limit, for one; means may exceed it by rounding alone. */
const ROUNDING = 1.001;

/** Each measured run is there once, and its figures do not contradict each other. */
export function measuredRowsAgree({ measurements }: Pick<CatalogData, 'measurements'>): Problem[] {
  const seen = new Set<string>();
  const sizes = new Map<string, MeasuredRow>();
  return measurements.flatMap((row) => {
    const report = (field: string, message: string) => [
      { file: fileOfRow(row), record: row.configuration, field, message },
    ];
    const again = seen.has(row.configuration);
    seen.add(row.configuration);
    const first = sizes.get(row.huggingFaceId) ?? row;
    sizes.set(row.huggingFaceId, first);
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
      ...(['totalBillions', 'activeBillions'] as const).flatMap((size) =>
        areOneSize(row[size], first[size])
          ? []
          : report(
              size,
              `${row[size]}, but ${first[size]} in ${first.configuration}; expected one size of ${row.huggingFaceId} within 15 %, in billions`,
            ),
      ),
      ...(row.weightBits === WEIGHT_BITS[row.precision]
        ? []
        : report(
            'weightBits',
            `${row.weightBits} of ${row.precision}; expected ${WEIGHT_BITS[row.precision]}`,
          )),
      ...(row.lengthBiasedOutputTokens * ROUNDING < row.meanOutputTokens
        ? report(
            'lengthBiasedOutputTokens',
            `${row.lengthBiasedOutputTokens}, with a mean of ${row.meanOutputTokens}; expected no less than the mean, long answers counting more`,
          )
        : []),
      ...latencyContradiction(row).flatMap((message) =>
        report('interTokenLatencyMilliseconds', message),
      ),
      ...energyContradiction(row).flatMap((message) => report('joulesPerOutputToken', message)),
    ];
  });
}

/** Some count the weights, some read them off a name. */
const ONE_SIZE = 1.15;

function areOneSize(one: number, other: number): boolean {
  return Math.max(one / other, other / one) <= ONE_SIZE;
}

/** Runs hold 0.7 to 4.2 times as many requests as their latency and throughput make; another unit is a thousand. */
const OF_ANOTHER_UNIT = 10;

function latencyContradiction(row: MeasuredRow): string[] {
  const fromRate = (1000 * row.concurrentSequences) / row.tokensPerSecond;
  const times = row.interTokenLatencyMilliseconds / fromRate;
  return times <= OF_ANOTHER_UNIT && times >= 1 / OF_ANOTHER_UNIT
    ? []
    : [
        `${row.interTokenLatencyMilliseconds} ms, but ${row.concurrentSequences} requests at ${row.tokensPerSecond} tokens/s make some ${fromRate.toPrecision(3)} ms; expected the two within a factor of ${OF_ANOTHER_UNIT}, check the units`,
      ];
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

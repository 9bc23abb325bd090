import { coreArchitecture } from '../core-architecture.ts';
import type { Architecture, Parameters } from '../maker.ts';
import type { MeasuredRow } from '../measurement.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';
import { sizeInWords, sizeRange } from './size-range.ts';

/** The same model is counted with or without embeddings and prediction layers, no more apart than this. */
const SAME_SIZE = 1.05;

/** `measuredAs` names measured models, and the record and the measured rows describe the same model. */
export function measuredAsExists({
  makers,
  measurements,
}: Pick<CatalogData, 'makers' | 'measurements'>): Problem[] {
  const rows = new Map(measurements.map((row) => [row.huggingFaceId, row]));
  return modelRecords({ makers }).flatMap(({ facts, at }) =>
    (facts.measuredAs ?? []).flatMap((name) => {
      const report = (field: string, message: string) => [{ ...at, field, message }];
      const row = rows.get(name);
      if (row === undefined) {
        return report(
          'measuredAs',
          `${name} is not in data/measurements; expected a huggingFaceId that was measured, check the spelling`,
        );
      }
      return [
        ...(facts.architecture === undefined
          ? report('architecture', `missing, though ${name} was measured; take it from its rows`)
          : differences(facts.architecture, row).flatMap((difference) =>
              report('architecture', `differs from the measured ${name}: ${difference}`),
            )),
        ...(facts.parameters === undefined || sameSize(facts.parameters, row)
          ? []
          : report(
              'parameters',
              `${sizeInWords(facts.parameters.totalBillions)} in total and ${sizeInWords(facts.parameters.activeBillions)} active, but ${name} was measured with ${row.totalBillions} and ${row.activeBillions}; expected the same model`,
            )),
      ];
    }),
  );
}

function differences(recorded: Architecture, row: MeasuredRow): string[] {
  const architecture = coreArchitecture(recorded);
  const pairs: [string, number | boolean, number | boolean][] = [
    ['layers', architecture.layers, row.layers],
    ['hiddenSize', architecture.hiddenSize ?? row.hiddenSize, row.hiddenSize],
    ['fullAttentionLayers', architecture.fullAttentionLayers, row.fullAttentionLayers],
    ['slidingWindowLayers', architecture.slidingWindowLayers, row.slidingWindowLayers],
    ['slidingWindowTokens', architecture.slidingWindowTokens, row.slidingWindowTokens],
    ['kvWidth', architecture.kvWidth, row.kvWidth],
    ['routedExperts', architecture.routedExperts ?? 1, row.routedExperts],
    ['activeExperts', architecture.activeExperts ?? 1, row.activeExperts],
    ['hybridStateSpace', architecture.hybridStateSpace, row.hybridStateSpace],
  ];
  return pairs
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([name, ours, theirs]) => `${name} is ${ours}, measured with ${theirs}`);
}

function sameSize({ totalBillions, activeBillions }: Parameters, row: MeasuredRow): boolean {
  return (
    within(sizeRange(totalBillions), row.totalBillions) &&
    within(sizeRange(activeBillions), row.activeBillions)
  );
}

function within({ low, high }: { low: number; high: number }, figure: number): boolean {
  return figure >= low / SAME_SIZE && figure <= high * SAME_SIZE;
}

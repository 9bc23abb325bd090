import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';

/** `architectureOf` names another model whose own record holds the architecture. */
export function architectureOfExists(data: Pick<CatalogData, 'makers'>): Problem[] {
  const records = modelRecords(data);
  const byId = new Map(records.map((record) => [record.id, record.facts]));
  return records.flatMap(({ facts: { architecture, architectureOf }, at }) => {
    if (architectureOf === undefined) return [];
    const report = (message: string) => [{ ...at, field: 'architectureOf', message }];
    if (architecture !== undefined) {
      return report(
        `${architectureOf}, beside an architecture of its own; expected one of the two, remove the other`,
      );
    }
    const target = byId.get(architectureOf);
    if (target === undefined) {
      return report(
        `${architectureOf} has no record; expected the maker/slug of one, check the spelling`,
      );
    }
    if (target.architecture === undefined) {
      return report(
        `${architectureOf} has no architecture of its own; name the model whose record holds it${target.architectureOf === undefined ? '' : ` (${target.architectureOf})`}`,
      );
    }
    return [];
  });
}

import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';

/** `sameAs` names another model's record, whose figures the entry can take. */
export function sameAsExists(data: Pick<CatalogData, 'makers'>): Problem[] {
  const records = modelRecords(data);
  const byId = new Map(records.map((record) => [record.id, record.facts]));
  return records.flatMap(({ id, facts: { sameAs, weights }, at }) => {
    if (sameAs === undefined) return [];
    const report = (message: string) => [
      { ...at, field: 'sameAs', message: `${sameAs} ${message}` },
    ];
    const target = byId.get(sameAs);
    if (sameAs === id) return report('is this entry itself; expected the model that it sells');
    if (target === undefined) {
      return report('has no record; expected the maker/slug of one, check the spelling');
    }
    if (target.sameAs !== undefined) {
      return report(`sells another model itself; name that one (${target.sameAs})`);
    }
    return target.weights === weights
      ? []
      : report(
          `has ${target.weights} weights and this entry ${weights} ones; expected one model, check which is meant`,
        );
  });
}

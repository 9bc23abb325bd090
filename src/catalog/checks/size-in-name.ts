import type { Parameters } from '../maker.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { NAMES_ROUND_BY, sizesInName } from '../size-from-name.ts';
import { modelRecords } from './model-records.ts';
import { sizeInWords, sizeRange } from './size-range.ts';

/** A note about something else, such as the size of the files, does not explain the name. */
const NAMES_THE_NAME = /\bnamed?\b/i;

/** A name such as 30b-a3b agrees with the figures within 15 %, or the note speaks of the name; so does its repository's. */
export function sizeInName(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ slug, facts: { parameters, huggingFaceId }, at }) => {
    if (parameters === undefined || NAMES_THE_NAME.test(parameters.note ?? '')) return [];
    const { total, active } = sizesInName(slug);
    const { totalBillions, activeBillions } = parameters;
    const problems = [
      ...contradiction('totalBillions', totalBillions, 'the name', total),
      ...contradiction('activeBillions', activeBillions, 'the name', active),
      ...(total === undefined || huggingFaceId === undefined
        ? []
        : contradiction(
            'totalBillions',
            totalBillions,
            `the repository ${huggingFaceId}`,
            sizesInName(huggingFaceId.toLowerCase().replace(/^.*\//, '')).total,
          )),
    ];
    return problems.map((problem) => ({ ...at, ...problem }));
  });
}

function contradiction(
  field: keyof Parameters & string,
  figure: Parameters['totalBillions'],
  called: string,
  inName: number | undefined,
): Pick<Problem, 'field' | 'message'>[] {
  if (inName === undefined) return [];
  const { low, high } = sizeRange(figure);
  if (inName >= low / NAMES_ROUND_BY && inName <= high * NAMES_ROUND_BY) return [];
  return [
    {
      field: `parameters.${field}`,
      message: `${sizeInWords(figure)} billion, but ${called} says ${inName}; expected the two within 15 %, correct the figure or say in parameters.note why the name differs`,
    },
  ];
}

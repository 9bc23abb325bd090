import type { WeightPrecisionFormat } from '../maker.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';

const FORMATS_IN_NAMES: ReadonlyMap<string, WeightPrecisionFormat> = new Map([
  ['bf16', 'bf16'],
  ['fp16', 'fp16'],
  ['fp8', 'fp8'],
  ['int8', 'int8'],
  ['int4', 'int4'],
  ['mxfp4', 'mxfp4'],
  ['nvfp4', 'nvfp4'],
]);

/** The weight format that a repository's name states, if any. */
export function formatNamed(huggingFaceId: string): WeightPrecisionFormat | undefined {
  return huggingFaceId
    .toLowerCase()
    .split(/[-_/]/)
    .map((part) => FORMATS_IN_NAMES.get(part))
    .find((format) => format !== undefined);
}

/** A weight format in the repository's name on Hugging Face is the format of the record. */
export function formatInName(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts: { huggingFaceId, precision }, at }) => {
    if (huggingFaceId === undefined || precision === undefined) return [];
    const named = formatNamed(huggingFaceId);
    if (named === undefined || named === precision.format) return [];
    return [
      {
        ...at,
        field: 'precision.format',
        message: `${precision.format}, but the repository ${huggingFaceId} is named after ${named}; correct the format or the huggingFaceId`,
      },
    ];
  });
}

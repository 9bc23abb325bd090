import type { PublishedFile } from './api-file.ts';
import { CALCULATION } from './calculation-json.ts';
import { ESTIMATION_INPUTS } from './estimation-inputs-json.ts';
import { FACTORS } from './factors.ts';
import { GRID_INTENSITY, GRID_INTENSITY_CSV } from './grid-intensity.ts';
import { HOSTS } from './hosts-json.ts';
import { INDEX_COLUMNS } from './index-columns.ts';
import { INDEX_CSV, INDEX_CSV_METADATA } from './index-csv.ts';
import { INDEX } from './index-json.ts';
import { INDEX_XLSX } from './index-xlsx.ts';
import { jsonSchemas } from './json-schemas.ts';
import { METHOD } from './method-json.ts';
import { MODEL } from './model-json.ts';
import { MODEL_NAMES } from './model-names-json.ts';
import { OFF_SITE_WATER } from './off-site-water-json.ts';
import { openApiFile } from './openapi.ts';
import { RELEASES } from './releases-json.ts';
import { REPORT_SUBJECTS } from './report-subjects-json.ts';
import { REQUESTS } from './requests-json.ts';
import { SOURCES } from './sources-json.ts';
import { TRAINING, TRAINING_CSV } from './training-json.ts';
import { TRAINING_METHOD_JSON } from './training-method-json.ts';
import { USAGE_REPORT } from './usage-report-json.ts';
import { VALIDATION } from './validation-json.ts';

/**
 * Everything that is published under /api/v1, in the order in which the data page and the OpenAPI
 * list it: the route, the schemas and the tests read it here.
 */
export const PUBLISHED_FILES: readonly PublishedFile[] = [
  INDEX,
  INDEX_CSV,
  INDEX_CSV_METADATA,
  INDEX_XLSX,
  MODEL,
  HOSTS,
  SOURCES,
  VALIDATION,
  RELEASES,
  METHOD,
  ESTIMATION_INPUTS,
  CALCULATION,
  MODEL_NAMES,
  REQUESTS,
  REPORT_SUBJECTS,
  INDEX_COLUMNS,
  USAGE_REPORT,
  GRID_INTENSITY,
  GRID_INTENSITY_CSV,
  OFF_SITE_WATER,
  TRAINING,
  TRAINING_CSV,
  TRAINING_METHOD_JSON,
  ...FACTORS,
  jsonSchemas(() => PUBLISHED_FILES),
  openApiFile(() => PUBLISHED_FILES),
];

/** The file, or the kind of file, that lies at a path, if any. */
export function publishedAt(path: string): PublishedFile | undefined {
  return (
    PUBLISHED_FILES.find((file) => file.path === path) ??
    PUBLISHED_FILES.find((file) => {
      const [before = '', after] = file.path.split(/\{\w+\}/);
      return after !== undefined && path.startsWith(before) && path.endsWith(after);
    })
  );
}

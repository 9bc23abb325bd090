import * as z from 'zod';
import { jsonFile } from './api-file.ts';
import { Evidence, HEADER, ModelId, Range } from './parts.ts';
import { currentReportSubjects } from './report/current-reports.ts';

const ReportSubjectsFile = z.strictObject({
  ...HEADER,
  basis: z.strictObject({
    release: z.string(),
    listDate: z.iso.date(),
    methodVersion: z.string(),
    gridYear: z.int(),
    gridSource: z.string(),
    gridLicence: z.string(),
    draws: z.int(),
    hardwareLifetimeYears: z.number(),
    statedContextTokens: z.number(),
    releaseAddress: z.url(),
  }),
  models: z.record(
    z.string(),
    z.strictObject({
      modelId: ModelId,
      canonicalSlug: z.string(),
      name: z.string(),
      maker: z.string(),
      evidence: z.array(Evidence),
      hosts: z.array(z.string()),
      gridZones: z.array(z.string()),
      gridGramsPerKilowattHour: Range.optional(),
    }),
  ),
});

/** What the calculator writes into reports of a reader's own tokens. */
export const REPORT_SUBJECTS = jsonFile({
  name: 'report-subjects',
  holds: 'What a report on a model’s use names beside its figures',
  licence: 'CC-BY-4.0; gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0; names: OpenRouter',
  about: {
    title: 'What a report on a model’s use names beside its figures',
    unit: 'gridGramsPerKilowattHour in gCO2e per kWh, 5th, 50th and 95th percentile',
  },
  schema: ReportSubjectsFile,
  object: ({ site }) => currentReportSubjects(site),
});

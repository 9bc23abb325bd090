import * as z from 'zod';
import { DisclosureFile } from '../catalog/disclosure.ts';
import { HostFile } from '../catalog/host.ts';
import { MakerFile } from '../catalog/maker.ts';
import { MeasuredRow } from '../catalog/measurement.ts';
import { MethodVersionsFile } from '../catalog/method-versions.ts';
import { SourceFile } from '../catalog/source.ts';
import { CalculationFile, EstimationInputsFile, MethodFile } from './estimation-files.ts';
import { FACTOR_FILES } from './factors.ts';
import { HostsFile } from './hosts-file.ts';
import { IndexFile, ModelFile } from './model-files.ts';
import { Evidence, HEADER, KnownBounds, Range, ThousandTokens, Triangular } from './parts.ts';
import {
  GridFile,
  IndexColumnsFile,
  ModelNamesFile,
  ReleasesFile,
  ReportSubjectsFile,
  RequestsFile,
  SourcesFile,
  WaterFile,
} from './table-files.ts';
import { UsageReportFile } from './usage-report.ts';
import { ValidationFile } from './validation.ts';

/** A schema that is published under /api/v1/schemas/. */
export interface PublishedSchema {
  name: string;
  /** What a document that follows it is. */
  describes: string;
  schema: z.ZodType;
}

/** Whether a schema is of a record that people write, of which every field must be known. */
export function isContributed(name: string): boolean {
  return CONTRIBUTED.some((one) => one.name === name);
}

/** A record of data/, which people contribute. */
const CONTRIBUTED: readonly PublishedSchema[] = [
  { name: 'maker-file', describes: 'data/models/<maker>.yaml', schema: MakerFile },
  { name: 'host-file', describes: 'data/hosts/<slug>.yaml', schema: HostFile },
  { name: 'source-file', describes: 'data/sources.yaml', schema: SourceFile },
  {
    name: 'disclosure-file',
    describes: 'data/measurements/disclosures.yaml',
    schema: DisclosureFile,
  },
  {
    name: 'measured-row',
    describes: 'A row of data/measurements/mlenergy-v3.csv',
    schema: MeasuredRow,
  },
  {
    name: 'method-versions-file',
    describes: 'data/method-versions.yaml',
    schema: MethodVersionsFile,
  },
  ...FACTOR_FILES.map(({ name, file, schema }) => ({
    name: `factors-${name}-file`,
    describes: file,
    schema,
  })),
];

/** The name of the schema of a published factor table. */
export function factorSchemaName(name: string): string {
  return `factors-${name}`;
}

const FILES: readonly PublishedSchema[] = [
  { name: 'index', describes: '/api/v1/index.json', schema: IndexFile },
  { name: 'model', describes: '/api/v1/models/{id}.json', schema: ModelFile },
  { name: 'hosts', describes: '/api/v1/hosts.json', schema: HostsFile },
  { name: 'sources', describes: '/api/v1/sources.json', schema: SourcesFile },
  { name: 'releases', describes: '/api/v1/releases.json', schema: ReleasesFile },
  { name: 'validation', describes: '/api/v1/validation.json', schema: ValidationFile },
  { name: 'method', describes: '/api/v1/method.json', schema: MethodFile },
  {
    name: 'estimation-inputs',
    describes: '/api/v1/estimation-inputs.json',
    schema: EstimationInputsFile,
  },
  { name: 'calculation', describes: '/api/v1/calculation.json', schema: CalculationFile },
  { name: 'model-names', describes: '/api/v1/model-names.json', schema: ModelNamesFile },
  {
    name: 'report-subjects',
    describes: '/api/v1/report-subjects.json',
    schema: ReportSubjectsFile,
  },
  { name: 'requests', describes: '/api/v1/requests.json', schema: RequestsFile },
  { name: 'index-columns', describes: '/api/v1/index-columns.json', schema: IndexColumnsFile },
  { name: 'usage-report', describes: '/api/v1/usage-report.json', schema: UsageReportFile },
  { name: 'grid-intensity', describes: '/api/v1/grid-intensity.json', schema: GridFile },
  { name: 'off-site-water', describes: '/api/v1/off-site-water.json', schema: WaterFile },
  ...FACTOR_FILES.map(({ name, schema }) => ({
    name: factorSchemaName(name),
    describes: `/api/v1/factors/${name}.json`,
    schema: z.strictObject({ ...HEADER, file: z.string(), factors: schema }),
  })),
];

/** Parts that files have in common. */
const PARTS: readonly PublishedSchema[] = [
  { name: 'range', describes: '5th, 50th and 95th percentile', schema: Range },
  { name: 'thousand-tokens', describes: 'What 1000 tokens take', schema: ThousandTokens },
  { name: 'evidence', describes: 'What an estimate rests on', schema: Evidence },
  { name: 'triangular', describes: 'Low, mode and high', schema: Triangular },
  {
    name: 'known-bounds',
    describes: 'Low, mode and high, with how they are known',
    schema: KnownBounds,
  },
];

/** Every schema that is published, by name. */
export const PUBLISHED_SCHEMAS: ReadonlyMap<string, PublishedSchema> = new Map(
  [...FILES, ...PARTS, ...CONTRIBUTED].map((one) => [one.name, one]),
);

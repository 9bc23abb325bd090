import type * as z from 'zod';
import { DisclosureFile } from '../catalog/disclosure.ts';
import { HostFile } from '../catalog/host.ts';
import { MakerFile } from '../catalog/maker.ts';
import { MeasuredRow } from '../catalog/measurement.ts';
import { MethodVersionsFile } from '../catalog/method-versions.ts';
import { SourceFile } from '../catalog/source.ts';
import type { PublishedFile } from './api-file.ts';
import { FACTOR_FILES } from './factors.ts';
import { LeftModelFile } from './left-model-json.ts';
import { ModelFile } from './model-json.ts';
import { Evidence, KnownBounds, Range, ThousandTokens, Triangular } from './parts.ts';

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

/** Parts that files have in common. */
const PARTS: readonly PublishedSchema[] = [
  { name: 'listed-model', describes: 'A model of OpenRouter’s list', schema: ModelFile },
  {
    name: 'left-model',
    describes: 'A model that has left OpenRouter’s list, with its last figure',
    schema: LeftModelFile,
  },
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

/** Every schema that is published, by name: of these files, of their parts, and of contributed records. */
export function publishedSchemas(
  files: readonly PublishedFile[],
): ReadonlyMap<string, PublishedSchema> {
  const ofFiles = files.flatMap(({ path, schema }) =>
    schema === undefined ? [] : [{ name: schema.name, describes: path, schema: schema.of }],
  );
  return new Map([...ofFiles, ...PARTS, ...CONTRIBUTED].map((one) => [one.name, one]));
}

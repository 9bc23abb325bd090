import * as z from 'zod';
import { Source } from '../catalog/source.ts';
import { jsonFile } from './api-file.ts';
import { HEADER } from './parts.ts';

export const SourcesFile = z.strictObject({
  ...HEADER,
  sources: z.record(z.string(), Source).describe('By the ids that other files name'),
});

export const SOURCES = jsonFile({
  name: 'sources',
  holds: 'Every document and data set that figures rest on',
  about: {
    title: 'Every document and data set that figures rest on',
    unit: 'none; licence is that of the source, read says how it was read',
  },
  readable: true,
  schema: SourcesFile,
  object: ({ data: { sources } }) => ({ sources }),
});

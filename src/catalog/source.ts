import * as z from 'zod';

/** How a figure is known. The weakest that applies is named; it is shown on the page. */
export const HowKnown = z.enum([
  /** Read in the publisher's own document or data, or in a full copy of it. */
  'read',
  /** Read in another document that quotes the publisher. */
  'read-secondary',
  /** From memory of a public document that was not at hand; to be verified. */
  'recalled',
  /** Read off the model's own name (such as 30B-A3B). */
  'name',
  /** Computed by us from other figures. */
  'derived',
  /** A stated assumption, without a document. */
  'assumed',
]);
export type HowKnown = z.infer<typeof HowKnown>;

/** A document, data set or statement that figures of this index rest on: one entry of data/sources.yaml. */
export const Source = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  year: z.int().min(1990).max(2100),
  url: z
    .url({ protocol: /^https$/ })
    .regex(/^https:\/\/[^\s/@]+(?:[/?#]\S*)?$/, 'expected an address without spaces or a password')
    .optional(),
  licence: z.string().min(1),
  read: z.enum(['primary', 'secondary', 'recalled', 'own']),
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/** Whether a source that was read itself was read in a full copy: its note names that. */
export function readInCopy({ read, note = '' }: Pick<Source, 'read' | 'note'>): boolean {
  return read === 'primary' && /\bcop(?:y|ies)\b/i.test(note);
}

/** Whether nobody read a document of it: its sources, but for our own work, are all recalled. */
export function isRecalled(ids: readonly string[], sources: SourceFile): boolean {
  const reads = ids.map((id) => sources[id]?.read).filter((read) => read !== 'own');
  return reads.length > 0 && reads.every((read) => read === 'recalled');
}

export const SourceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case-with-hyphens');

/** Path of the sources from the project's root. */
export const SOURCES_FILE = 'data/sources.yaml';

/** data/sources.yaml */
export const SourceFile = z.record(SourceId, Source);
export type SourceFile = z.infer<typeof SourceFile>;

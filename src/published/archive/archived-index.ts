import * as z from 'zod';
import { DataProblems, problemsOf } from '../../catalog/problem.ts';
import { Evidence } from '../parts.ts';

/**
 * The few fields of an index.json that comparisons of releases need. Every release ever published
 * has them; what else it holds may differ between versions.
 */

const Range = z.object({ low: z.number(), central: z.number(), high: z.number() });

const ArchivedModel = z.object({
  id: z.string(),
  name: z.string(),
  canonicalSlug: z.string().optional(),
  maker: z.string(),
  makerName: z.string(),
  evidence: Evidence,
  perThousandOutputTokens: z.object({ gramsCO2e: Range }),
  listPrice: z.object({ outputUsdPerMillionTokens: z.number().optional() }).optional(),
});
export type ArchivedModel = z.infer<typeof ArchivedModel>;

export const ArchivedIndex = z.object({
  release: z.string(),
  date: z.string(),
  methodVersion: z.string(),
  inputs: z.record(z.string(), z.string()),
  models: z.array(ArchivedModel),
  notEstimated: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
});
export type ArchivedIndex = z.infer<typeof ArchivedIndex>;

/** Reads the text of an index.json, whatever its version. Throws DataProblems. */
export function readArchivedIndex(text: string, file: string): ArchivedIndex {
  const input = jsonIn(text, file);
  const { data, error } = ArchivedIndex.safeParse(input);
  if (data === undefined) throw new DataProblems(problemsOf(file, input, error, 2));
  return data;
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `not JSON: ${error.message}`;
    throw new DataProblems([{ file, record: '', field: '', message }]);
  }
}

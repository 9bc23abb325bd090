import * as z from 'zod';
import { DataProblems } from './problem.ts';
import { readYaml } from './read-file.ts';

/** Path of the method's versions from the project's root. */
export const METHOD_VERSIONS_FILE = 'data/method-versions.yaml';

const positive = z.number().positive();

/** What one cause did to the models of a tier: gCO2e per 1000 output tokens. */
const TierByCause = z.strictObject({
  /** Median over models of the figure after it over the figure before. */
  medianFactor: positive,
  /** Median of high over low after it. */
  highOverLow: z.number().min(1),
});

/** A change taken apart: computed once, with the code of both versions, in the order given. */
const Cause = z.strictObject({
  cause: z.string().min(1),
  measured: TierByCause,
  architecture: TierByCause,
  parameters: TierByCause,
  price: TierByCause,
});
export type Cause = z.infer<typeof Cause>;

const MethodVersionRecord = z.strictObject({
  date: z.iso.date(),
  /** One sentence or two for each thing that changed. */
  changed: z.array(z.string().min(1)).min(1),
  /** What each cause did, where several came together. */
  byCause: z.array(Cause).min(1).optional(),
  /** Hash of the coefficients that it computes with; the first versions did not note it. */
  coefficientsSha256: z.hash('sha256').optional(),
});

/** data/method-versions.yaml: versions of the method, oldest first. */
export const MethodVersionsFile = z.record(
  z.string().regex(/^\d+\.\d+$/, 'expected a version such as 1.1'),
  MethodVersionRecord,
);

/** A version of the method and what it changed. */
export interface MethodVersion {
  version: string;
  date: string;
  changed: readonly string[];
  byCause?: readonly Cause[] | undefined;
  coefficientsSha256?: string | undefined;
}

/** The versions of the method, oldest first. Throws DataProblems. */
export function readMethodVersions(root: string): MethodVersion[] {
  const { data, problems } = readYaml(
    { root, file: METHOD_VERSIONS_FILE, recordDepth: 1 },
    MethodVersionsFile,
  );
  if (data === undefined) throw new DataProblems(problems);
  return Object.entries(data).map(([version, record]) => ({ version, ...record }));
}

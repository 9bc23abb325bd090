import * as z from 'zod';
import { DataProblems } from './problem.ts';
import { readYaml } from './read-file.ts';

/** Path of the method's versions from the project's root. */
export const METHOD_VERSIONS_FILE = 'data/method-versions.yaml';

const MethodVersionRecord = z.strictObject({
  date: z.iso.date(),
  /** One sentence or two for each thing that changed. */
  changed: z.array(z.string().min(1)).min(1),
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

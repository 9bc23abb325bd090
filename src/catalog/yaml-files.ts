import { readdirSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import { type FileResult, type Reading, readYaml } from './read-file.ts';
import { HostSlug } from './snapshot.ts';

const ENDING = '.yaml';

/** Reads every YAML file of a folder by its schema, each under its name without the ending. */
export function readYamlFolder<T>(
  { root, file: folder, recordDepth }: Reading,
  schema: z.ZodType<T>,
): Required<FileResult<ReadonlyMap<string, T>>> {
  const { data: names, problems } = yamlFiles(root, folder);
  const read = names.map((name) => {
    const file = `${folder}/${name}${ENDING}`;
    return { name, ...readYaml({ root, file, recordDepth }, schema) };
  });
  return {
    data: new Map(
      read.flatMap(({ name, data }): [string, T][] => (data === undefined ? [] : [[name, data]])),
    ),
    problems: [...problems, ...read.flatMap((file) => file.problems)],
  };
}

/**
 * The names of the YAML files in a folder, without their ending, in a fixed order. What else stands there
 * is a problem, since nobody would notice that nothing reads it; what systems and editors leave is none.
 */
function yamlFiles(root: string, folder: string): Required<FileResult<string[]>> {
  const names = readdirSync(path.join(root, folder))
    .filter((name) => !/^\.|~$/.test(name))
    .toSorted();
  const isRead = (name: string) => name.endsWith(ENDING) && isSlug(path.basename(name, ENDING));
  return {
    data: names.filter(isRead).map((name) => path.basename(name, ENDING)),
    problems: names
      .filter((name) => !isRead(name))
      .map((name) => ({
        file: `${folder}/${name}`,
        record: '',
        field: '',
        message: `is not read; expected a file named as in OpenRouter’s ids, such as x-ai${ENDING}`,
      })),
  };
}

function isSlug(name: string): boolean {
  return HostSlug.safeParse(name).success;
}

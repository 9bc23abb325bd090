import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { byCodeUnit } from './order.ts';
import { messageOf, Refused } from './refused.ts';

/** A file whose name says of which day its content is. */
export interface DatedFile {
  path: string;
  /** The day in the file's name. */
  day: string;
}

/**
 * The newest file `name`-YYYY-MM-DD with one of these endings, or undefined where there is none.
 * Throws Refused where the directory cannot be read.
 */
export async function newest(
  directory: string,
  name: string,
  endings: readonly string[],
): Promise<DatedFile | undefined> {
  const dated = (await namesIn(directory)).flatMap((file) => {
    const [, found, day = '', ending = ''] =
      /^([\w-]+)-(\d{4}-\d{2}-\d{2})\.(\w+)$/.exec(file) ?? [];
    const fits = found === name && endings.includes(ending) && z.iso.date().safeParse(day).success;
    return fits ? [{ path: join(directory, file), day }] : [];
  });
  return dated.sort((left, right) => byCodeUnit(left.day, right.day)).at(-1);
}

/** The text of a file. Throws Refused where it cannot be read. */
export async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Refused(path, `cannot be read (${messageOf(error)})`);
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).sort(byCodeUnit);
  } catch (error) {
    throw new Refused(directory, `cannot be read (${messageOf(error)}); expected a directory`);
  }
}

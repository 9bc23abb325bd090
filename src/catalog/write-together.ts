import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Names, line by line, the files of a folder whose drafts are all there: from then on they are the files. */
const READY = '.ready-to-replace';

/** Drafts end so, and begin with a full stop. */
const DRAFT = '.draft';

/**
 * Replaces several files of a folder together. All drafts are written before the first takes its
 * place; whoever is stopped in between has the old files, or leaves the rest to
 * `finishWritingTogether`. Rejects with the system's error where a draft cannot be written: all files are
 * the old ones then, and no draft is left. `finish` may have another process do the last step first.
 */
export async function writeTogether(
  folder: string,
  texts: ReadonlyMap<string, string>,
  finish?: (folder: string) => Promise<void>,
): Promise<void> {
  const names = [...texts.keys()];
  const ready = path.join(folder, READY);
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of texts) {
      writeFileSync(draftOf(folder, name), text, { flush: true });
    }
    writeFileSync(`${ready}${DRAFT}`, names.join('\n'), { flush: true });
    // From this step on the new files hold, whatever happens to the rest.
    renameSync(`${ready}${DRAFT}`, ready);
  } catch (error) {
    for (const name of names) rmSync(draftOf(folder, name), { force: true });
    rmSync(`${ready}${DRAFT}`, { force: true });
    throw error;
  }
  await finish?.(folder);
  finishWritingTogether(folder);
}

/** Does what is left of a replacement that was stopped midway; nothing where there is none. */
export function finishWritingTogether(folder: string): void {
  const ready = path.join(folder, READY);
  if (existsSync(ready)) takePlaces(folder, readFileSync(ready, 'utf8').split('\n'));
}

/** Whether a file of the folder is a draft that a stopped process may have left. */
export function isDraft(name: string): boolean {
  return name.startsWith('.') && (name.endsWith(DRAFT) || name.endsWith('.tmp'));
}

function takePlaces(folder: string, names: readonly string[]): void {
  for (const name of names) {
    try {
      renameSync(draftOf(folder, name), path.join(folder, name));
    } catch (error) {
      // Whoever else finished the replacement has moved it already.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  rmSync(path.join(folder, READY), { force: true });
}

function draftOf(folder: string, name: string): string {
  return path.join(folder, `.${name}${DRAFT}`);
}

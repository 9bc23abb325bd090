import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a file in place in one step, its folder too where that is missing: a reader sees the
 * old bytes or the new, never a part, and nothing else is left behind. Rejects with the system's
 * error where it cannot.
 */
export async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  // In the same folder, since a file moves in one step within one file system alone.
  const draft = path.join(folder, `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, content, { flush: true });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { workerData } from 'node:worker_threads';
import * as z from 'zod';
import { securedPage } from './secured-page.ts';

/** Runs in a thread of its own: gives each of the pages that it is told of its policy. */

const { root, names } = z
  .object({ root: z.string(), names: z.array(z.string()) })
  .parse(workerData);

for (const name of names) {
  const file = path.join(root, name);
  await writeFile(file, securedPage(await readFile(file, 'utf8'), name));
}

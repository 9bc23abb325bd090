import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import Papa from 'papaparse';
import { decodedExport } from '../text/activity/decode-export.ts';
import { type Activity, readActivity } from '../text/activity/read-activity.ts';

/** A file of usage that cannot be read; said to a person. */
export class NoUsage extends Error {}

/** Reads an export of usage: a file, or, by the name -, what is piped in. Throws NoUsage. */
export async function readUsage(file: string): Promise<Activity> {
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
    return readActivity(Papa, await decodedExport(new Blob([new Uint8Array(bytes)])));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NoUsage(`${file === '-' ? 'What is piped in' : file} cannot be read: ${reason}`);
  }
}

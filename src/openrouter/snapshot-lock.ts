import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { messageOf, Refused } from './refused.ts';

const LOCK = '.pull.lock';

/** Longer than any pull takes: whoever holds a lock for so long is not there any more. */
const LONGEST_PULL_MS = 60 * 60_000;

/** A lock without a process id is being written, or was left while it was. */
const WRITING_MS = 2_000;

/**
 * Runs `work` while no other pull works on the folder. A lock that was left by a process which is not
 * there any more is taken over. Throws Refused where another pull holds it, or where the folder cannot
 * be written to.
 */
export async function alone<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const lock = join(folder, LOCK);
  try {
    await mkdir(folder, { recursive: true });
    await removeLeftLock(lock);
    // One that was left while it was written is told from one that is being written by waiting.
    if ((await holderOf(lock)) === '') {
      await setTimeout(WRITING_MS + 100);
      await removeLeftLock(lock);
    }
    await writeFile(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (isCode(error, 'EEXIST')) {
      throw new Refused(
        folder,
        `another pull works on it, process ${(await holderOf(lock)) || 'not named yet'}; expected none. Wait until it has ended; if there is none, remove ${lock}.`,
      );
    }
    throw new Refused(folder, `cannot be written to (${messageOf(error)})`);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function removeLeftLock(lock: string): Promise<void> {
  const holder = await holderOf(lock);
  if (holder === undefined || !(await isLeft(lock, holder))) return;
  // Moved away first: of two that find it, one takes it over, and none the other's new one.
  const taken = `${lock}.${process.pid}.tmp`;
  try {
    await rename(lock, taken);
    await rm(taken, { force: true });
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

/** What the lock names as its holder, or undefined where there is no lock. */
async function holderOf(lock: string): Promise<string | undefined> {
  try {
    return await readFile(lock, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function isLeft(lock: string, holder: string): Promise<boolean> {
  const age = Date.now() - (await stat(lock)).mtimeMs;
  if (!/^\d+$/.test(holder)) return age > WRITING_MS;
  return age > LONGEST_PULL_MS || Number(holder) === process.pid || !isRunning(Number(holder));
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

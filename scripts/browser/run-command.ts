import { spawnSync } from 'node:child_process';
import process from 'node:process';

const LIMIT_MILLISECONDS = 5 * 60_000;

/** Where a program runs and what it finds in its environment; by default, as this one. */
interface Surroundings {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** Runs a program quietly, five minutes at most. Whether it was there and ended without an error. */
export function succeeds(
  program: string,
  words: readonly string[],
  { cwd = process.cwd(), env = process.env }: Surroundings = {},
): boolean {
  const ended = spawnSync(program, words, {
    stdio: 'ignore',
    timeout: LIMIT_MILLISECONDS,
    cwd,
    env,
  });
  return ended.status === 0;
}

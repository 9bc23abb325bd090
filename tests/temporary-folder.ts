import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

const folder = mkdtempSync(path.join(tmpdir(), 'tests-'));

/** What tests write goes into one folder of its own. */
export function setup(): void {
  process.env.TMPDIR = folder;
}

/** It goes with them. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}

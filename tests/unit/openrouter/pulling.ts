import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { EndpointList, HostList, ModelList } from '../../../src/catalog/snapshot.ts';
import type { Limits } from '../../../src/openrouter/client.ts';
import { liveSource } from '../../../src/openrouter/live.ts';
import { pull } from '../../../src/openrouter/pull.ts';

export const TODAY = '2026-09-01';

/** Limits that let a test see a timeout or a retry without waiting for it. */
export const quickLimits: Limits = {
  timeoutMs: 8_000,
  maximumBodyBytes: 200_000,
  retries: 2,
  firstRetryDelayMs: 1,
  longestRetryDelayMs: 20,
  wholePullMs: 10_000,
};

/** A directory of its own, removed after the test. */
export async function ownDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'pull-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

interface PullFrom {
  baseUrl: URL;
  directory: string;
  today?: string;
  limits?: Partial<Limits>;
  apiKey?: string;
  allowShrink?: boolean;
  allowJump?: boolean;
  allowOlder?: boolean;
}

/** A live pull as `npm run pull` does it. */
export function pullFrom({
  baseUrl,
  directory,
  today,
  limits,
  apiKey,
  allowShrink = false,
  ...allowed
}: PullFrom) {
  const source = liveSource({
    baseUrl,
    today: today ?? TODAY,
    limits: { ...quickLimits, ...limits },
    apiKey,
  });
  const onProgress = () => undefined;
  const { allowJump = false, allowOlder = false } = allowed;
  return pull({ source, directory, allowShrink, allowJump, allowOlder, onProgress });
}

/** Every file in the directory with its text: what must stay the same where a list is refused. */
export async function contents(directory: string): Promise<Record<string, string>> {
  const names = (await readdir(directory)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

/** The three files as the catalog reads them. */
export async function snapshot(directory: string) {
  const files = await contents(directory);
  return {
    models: ModelList.parse(JSON.parse(files['models.json']!)),
    endpoints: EndpointList.parse(JSON.parse(files['endpoints.json']!)),
    hosts: HostList.parse(JSON.parse(files['hosts.json']!)),
  };
}

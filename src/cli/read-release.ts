import { readFile } from 'node:fs/promises';
import { isPackagedRelease, type PackagedRelease } from '../library/packaged-release.ts';

/** A release that cannot be read; said to a person. */
export class NoRelease extends Error {}

/** Where the release lies that the package was built with. */
const EMBEDDED = new URL('../release.json', import.meta.url);

/**
 * Reads a release: the one in the package, or one from an address or a path. An address without
 * .json at its end is taken for a site of the index. Throws NoRelease.
 */
export async function readRelease(where: string | undefined): Promise<PackagedRelease> {
  const name = where ?? 'the release in this package';
  const text = await textOf(where).catch((error: unknown) => {
    throw new NoRelease(`${name} cannot be read: ${reasonOf(error)}`);
  });
  const release = parsed(text);
  if (isPackagedRelease(release)) return release;
  throw new NoRelease(
    `${name} is not a release to compute with: expected the calculation.json of a site of the index`,
  );
}

async function textOf(where: string | undefined): Promise<string> {
  if (where === undefined) return await readFile(EMBEDDED, 'utf8');
  if (!/^https?:\/\//.test(where)) return await readFile(where, 'utf8');
  const address = where.endsWith('.json')
    ? where
    : new URL('api/v1/calculation.json', where.replace(/\/*$/, '/'));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  return await response.text();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

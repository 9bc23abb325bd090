import { expect, test } from 'vitest';
import { readMethodVersions } from '../../../src/catalog/method-versions.ts';
import { METHOD_VERSION } from '../../../src/library/method-version.ts';
import { readReleaseList } from '../../../src/release/archive.ts';

const versions = readMethodVersions(process.cwd()).map(({ version }) => version);

test('the versions of the method end with the present one, which says what it changed', () => {
  expect(versions.at(-1)).toBe(METHOD_VERSION);
});

test('every archived release was made by a version that says what it changed', () => {
  for (const { methodVersion } of readReleaseList(process.cwd())) {
    expect(versions).toContain(methodVersion);
  }
});

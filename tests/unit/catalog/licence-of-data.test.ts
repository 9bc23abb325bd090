import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

test('LICENSE-DATA names every table of measurements, ours and those of others', () => {
  const licences = readFileSync('LICENSE-DATA', 'utf8');
  const tables = globSync('data/measurements/*.csv');
  expect(tables.length).toBeGreaterThan(0);
  expect(tables.filter((file) => !licences.includes(path.basename(file)))).toEqual([]);
});

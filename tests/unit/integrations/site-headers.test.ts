import { expect, test } from 'vitest';
import { headersAt, headersFile } from '../../../src/integrations/site-headers.ts';

test('every answer forbids what no page of the site does, and hosts are told the same', () => {
  for (const path of ['/', '/models/a/b/', '/api/v1/index.json', '/_astro/a.js']) {
    expect(headersAt(path), path).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
  }
  expect(headersAt('/api/v1/index.json')).toHaveProperty('Access-Control-Allow-Origin', '*');
  expect(headersAt('/_astro/a.js')['Cache-Control']).toContain('immutable');
  expect(headersAt('/')).not.toHaveProperty('Cache-Control');
  const file = headersFile('/folder/');
  expect(file.match(/^\S+$/gm)).toEqual([
    '/folder/*',
    '/folder/_astro/*',
    '/folder/fonts/*',
    '/folder/api/*',
  ]);
  expect(file).toContain('/folder/*\n  X-Content-Type-Options: nosniff\n');
});

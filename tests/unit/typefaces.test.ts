import { expect, test } from 'vitest';
import { FIRST_CHARACTERS, unicodeRange } from '../../src/typefaces/first-characters.ts';
import { fontFaces, typefaces } from '../../src/typefaces/typefaces.ts';

test.each([
  ['', ''],
  ['a', 'U+61'],
  ['cab', 'U+61-63'],
  ['aab–z', 'U+61-62,U+7A,U+2013'],
  ['\u{1f600}', 'U+1F600'],
])('the characters of “%s” are the range “%s”', (characters, range) => {
  expect(unicodeRange(characters)).toBe(range);
});

test('the first part of each typeface comes in one go of a connection, and stands before the whole', async () => {
  const faces = await typefaces();
  expect(faces.length).toBeGreaterThan(2);
  for (const { first, whole } of faces) {
    // Ten packets of 1460 bytes, of which the header takes its part (RFC 6928).
    expect(first.bytes.length).toBeLessThan(14_000);
    expect(first.bytes.subarray(0, 4).toString()).toBe('wOF2');
    expect(first.bytes.length).toBeLessThan(whole.bytes.length);
  }
  const rules = fontFaces(faces, (file) => `/f/${file}`)
    .split('@font-face')
    .slice(1);
  expect(rules).toHaveLength(2 * faces.length);
  faces.forEach(({ first, whole }, index) => {
    // Where both hold a character the later rule stands.
    expect(rules[2 * index]).toContain(`url(/f/${whole.name})`);
    expect(rules[2 * index + 1]).toContain(`url(/f/${first.name})`);
    expect(rules[2 * index + 1]).toContain(`unicode-range:${unicodeRange(FIRST_CHARACTERS)}}`);
  });
});

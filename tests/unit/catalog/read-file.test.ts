import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { problemLine } from '../../../src/catalog/problem.ts';
import { readCsv, readJson, readYaml } from '../../../src/catalog/read-file.ts';

const root = mkdtempSync(path.join(tmpdir(), 'read-file-'));
const reading = (file: string, content: string) => {
  writeFileSync(path.join(root, file), content);
  return { root, file, recordDepth: 1 };
};
const Sizes = z.record(z.string(), z.strictObject({ billions: z.number().positive() }));

describe('a file that does not hold what it should', () => {
  test('is told by file, record, field, the value found and what was expected, all at once', () => {
    const { problems } = readYaml(
      reading('sizes.yaml', 'small: { billions: -1 }\nlarge: { billions: many }\n'),
      Sizes,
    );
    expect(problems.map(problemLine)).toEqual([
      'sizes.yaml › small › billions: Too small: expected number to be >0; found -1',
      'sizes.yaml › large › billions: Invalid input: expected number, received string; found "many"',
    ]);
  });

  test('is told where it is no YAML at all', () => {
    const { data, problems } = readYaml(reading('broken.yaml', 'a: [1, 2\n'), Sizes);
    expect(data).toBeUndefined();
    expect(problemLine(problems[0]!)).toMatch(/^broken\.yaml: .*line 2/s);
  });

  test.each([
    ['an alias of nothing', 'a: *nothing\n'],
    ['an alias of what it stands in', 'a: &a { billions: *a }\n'],
    ['what stands within itself, where nothing is expected', 'a: &a [*a]\n'],
    ['nesting without end', `a: ${'['.repeat(3_000)}\n`],
    [
      'aliases of aliases, a thousand million in the end',
      ['a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]']
        .concat(
          [...'bcdefghi'].map(
            (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`)}]`,
          ),
        )
        .join('\n'),
    ],
  ])('is told where it is %s', (_, text) => {
    const { data, problems } = readYaml(reading('strange.yaml', text), Sizes);
    expect(data).toBeUndefined();
    expect(problemLine(problems[0]!)).toMatch(/^strange\.yaml( › |: )/);
  });

  test('is told where it is no JSON, or is not there', () => {
    expect(readJson(reading('half.json', '{"a": '), Sizes).problems[0]?.message).toMatch(
      /^not JSON/,
    );
    expect(
      readJson({ root, file: 'absent.json', recordDepth: 1 }, Sizes).problems[0]?.message,
    ).toMatch(/^cannot be read/);
  });

  test('gives its record where it is sound', () => {
    expect(
      readCsv(reading('rows.csv', 'a,b\n1,2\n'), z.array(z.object({ a: z.string() }))).data,
    ).toEqual([{ a: '1' }]);
  });
});

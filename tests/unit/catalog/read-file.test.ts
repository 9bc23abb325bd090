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
      'sizes.yaml › large › billions: expected a number; found "many"',
    ]);
  });

  test('is told what is missing, unknown, or none of the forms it may have', () => {
    const Size = z.strictObject({
      billions: z.union([z.number(), z.strictObject({ low: z.number(), high: z.number() })]),
      kind: z.enum(['dense', 'mixture']),
    });
    const text = [
      'one: { kind: dense }',
      'two: { billions: 7, kind: thick, size: 7 }',
      'three: { billions: [7, 8], kind: dense }',
      'four: { billions: { low: 7, high: many }, kind: dense }',
    ].join('\n');
    const { problems } = readYaml(reading('kinds.yaml', text), z.record(z.string(), Size));
    expect(problems.map(problemLine)).toEqual([
      'kinds.yaml › one › billions: missing; expected a number or an object',
      'kinds.yaml › two › kind: expected dense or mixture; found "thick"',
      'kinds.yaml › two: unknown field size; found {"billions":7,"kind":"thick","size":7}',
      'kinds.yaml › three › billions: expected a number or an object; found [7,8]',
      'kinds.yaml › four › billions: high: expected a number; found {"low":7,"high":"many"}',
    ]);
  });

  test('is told once where a tab stands in it, though all that follows is wrong, too', () => {
    const lines = ['a: { billions: 1 }', '\tb: { billions: 2 }', 'c: { billions: 3 }'];
    const { problems } = readYaml(reading('tab.yaml', lines.join('\n')), Sizes);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^indent with spaces\..*line 2/s);
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

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

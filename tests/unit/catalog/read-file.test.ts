import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { problemLine } from '../../../src/catalog/problem.ts';
import { readCsv, readJson, readYaml } from '../../../src/catalog/read-file.ts';
import { Source } from '../../../src/catalog/source.ts';
import { readYamlFolder } from '../../../src/catalog/yaml-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'read-file-'));
const reading = (file: string, content: string | Uint8Array) => {
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
      'sizes.yaml › small › billions: expected more than 0; found -1',
      'sizes.yaml › large › billions: expected a number; found "many"',
    ]);
  });

  test('is told what is missing, unknown, or none of the forms it may have', () => {
    const Size = z.strictObject({
      billions: z.union([z.number(), z.strictObject({ low: z.number(), high: z.number() })]),
      kind: z.enum(['dense', 'mixture']),
      layers: z.int().optional(),
      site: z.union([z.literal(''), z.number()]).optional(),
    });
    const text = [
      'one: { kind: dense }',
      'two: { billions: 7, kind: thick, size: 7 }',
      'three: { billions: [7, 8], kind: dense }',
      'four: { billions: { low: 7, high: many }, kind: dense }',
      'five: { billions: { low: 7, high: many, most: 9 }, kind: dense }',
      'six: { billions: 7, kind: dense, layers: 7.5 }',
      'seven: { billions: 7, kind: dense, site: here }',
    ].join('\n');
    const { problems } = readYaml(reading('kinds.yaml', text), z.record(z.string(), Size));
    expect(problems.map(problemLine)).toEqual([
      'kinds.yaml › one › billions: missing; expected a number or an object',
      'kinds.yaml › two › kind: expected dense or mixture; found "thick"',
      'kinds.yaml › two: unknown field size; found {"billions":7,"kind":"thick","size":7}',
      'kinds.yaml › three › billions: expected a number or an object; found [7,8]',
      'kinds.yaml › four › billions: high: expected a number; found {"low":7,"high":"many"}',
      'kinds.yaml › five › billions: high: expected a number; unknown field most; found {"low":7,"high":"many","most":9}',
      'kinds.yaml › six › layers: expected a whole number; found 7.5',
      'kinds.yaml › seven › site: expected an empty text or a number; found "here"',
    ]);
  });

  test('is told in words, whatever the schema asks for', () => {
    const Record = z.strictObject({
      count: z.int().positive(),
      share: z.number().min(0).lt(1),
      names: z.array(z.string().min(2)).min(1),
      day: z.iso.date(),
      link: z.url({ protocol: /^https$/ }),
      code: z.string().startsWith('x'),
      form: z.discriminatedUnion('kind', [z.object({ kind: z.literal(['dense', 'mixed']) })]),
      zones: z.record(z.string().regex(/^[A-Z]+$/), z.number()),
    });
    const text = `one:
  { count: .nan, share: 1, names: [], day: May, link: nowhere, code: y, form: { kind: odd }, zones: { se: 1 } }
two:
  { count: 1.5, share: -1, names: [a], day: 2026-05-31, link: http://a.b, code: x, form: {}, zones: {} }`;
    const { problems } = readYaml(reading('words.yaml', text), z.record(z.string(), Record));
    expect(problems.map(problemLine).map((line) => line.replace('words.yaml › ', ''))).toEqual([
      'one › count: expected a number; found NaN',
      'one › share: expected less than 1; found 1',
      'one › names: expected at least 1 entry; found []',
      'one › day: expected a day, such as 2026-05-31; found "May"',
      'one › link: expected an address, such as https://example.org/page; found "nowhere"',
      'one › code: expected a text that begins with "x"; found "y"',
      'one › form.kind: expected dense or mixed; found "odd"',
      'one › zones.se: is no name that may stand here; expected a text of the form /^[A-Z]+$/; found 1',
      'two › count: expected a whole number; found 1.5',
      'two › share: expected at least 0; found -1',
      'two › names.0: expected at least 2 characters; found "a"',
      'two › link: expected an address, such as https://example.org/page; found "http://a.b"',
      'two › form.kind: missing; expected dense or mixed',
    ]);
  });

  test('is told by the name of the record, wherever in the file it stands', () => {
    const size = z.strictObject({ billions: z.number() });
    const { problems } = readYaml(
      { ...reading('deep.yaml', 'models: { small: {} }\n'), recordDepth: 2 },
      z.strictObject({ models: z.record(z.string(), size) }),
    );
    const listed = readJson(
      { ...reading('deep.json', '{"models": [{"id": "a/b"}, {}]}'), recordDepth: 2 },
      z.object({ models: z.array(z.object({ id: z.string(), price: z.number() })) }),
    );
    expect([...problems, ...listed.problems].map(problemLine)).toEqual([
      'deep.yaml › small › billions: missing; expected a number',
      'deep.json › a/b › price: missing; expected a number',
      'deep.json › models.1 › id: missing; expected a text',
      'deep.json › models.1 › price: missing; expected a number',
    ]);
  });

  test('is told of a wrong column once, not in each of its rows', () => {
    const rows = z.array(
      z.strictObject({ name: z.string(), watts: z.coerce.number(), note: z.string() }),
    );
    const problems = (text: string) =>
      readCsv(reading('rows.csv', text), rows).problems.map(problemLine);
    expect(problems('name,wats,note\na,1,\nb,1,\n')).toEqual([
      'rows.csv: columns missing: watts',
      'rows.csv: columns that are not asked for: wats',
    ]);
    expect(problems('name,wats,note,watts\na,1,,2\nb,1,,many\n')).toEqual([
      'rows.csv: columns that are not asked for: wats',
      'rows.csv › row 2 (b) › watts: expected a number; found "many"',
    ]);
  });

  test('is told once where a tab stands in it, though all that follows is wrong, too', () => {
    const lines = ['a: { billions: 1 }', '\tb: { billions: 2 }', '\tc: { billions: 3 }'];
    const { problems } = readYaml(reading('tab.yaml', lines.join('\n')), Sizes);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^indent with spaces\. the first of 2 errors: .*line 2/s);
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

  test('is told where it is not in UTF-8, or a name in it would be lost', () => {
    const message = (content: string | Uint8Array) =>
      readYaml(reading('lost.yaml', content), Sizes).problems[0]?.message;
    expect(message(Buffer.from('small: { billions: é }', 'latin1'))).toMatch(/not in UTF-8/);
    expect(message(Buffer.from('\ufeffa: 1', 'utf16le'))).toMatch(/not in UTF-8/);
    for (const text of ['__proto__: { billions: 1 }', "{ a: 1, '__proto__' : 2 }"]) {
      expect(message(text)).toMatch(/named __proto__/);
    }
    expect(readYaml(reading('marked.yaml', '\ufeffa: { billions: 1 }'), Sizes).problems).toEqual(
      [],
    );
  });

  test('is told where nothing would read it, for its name', () => {
    const names = ['x-ai.yaml', 'acme.yml', 'ac me.yaml', 'old', '.DS_Store', 'x-ai.yaml~'];
    mkdirSync(path.join(root, 'makers'));
    for (const name of names) writeFileSync(path.join(root, 'makers', name), 'a: { billions: 1 }');
    const makers = { root, file: 'makers', recordDepth: 1 };
    const { data, problems } = readYamlFolder(makers, Sizes);
    expect([...data.keys()]).toEqual(['x-ai']);
    expect(problems.map(({ file }) => file)).toEqual([
      'makers/ac me.yaml',
      'makers/acme.yml',
      'makers/old',
    ]);
  });

  test('is told where an address could not be followed, or holds a password', () => {
    const source = { title: 'a', publisher: 'b', year: 2026, licence: 'c', read: 'primary' };
    const isSound = (url: string) => Source.safeParse({ ...source, url }).success;
    expect(['https://a.b', 'https://a.b/@c?d#e'].every(isSound)).toBe(true);
    expect(['https://a.b/c d', 'https://e:f@a.b/c'].some(isSound)).toBe(false);
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
    const lines = z.array(z.strictObject({ a: z.string(), b: z.string() }));
    expect(readCsv(reading('both.csv', '# a note\na,b\r\n1,2\r\n3,4\n'), lines).data).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
  });
});

import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readNeedsDocument } from '../../../src/catalog/checks/read-needs-document.ts';
import { sourcesWithin, sourceUses } from '../../../src/catalog/checks/source-uses.ts';
import { sourcesAreUsed, sourcesExist } from '../../../src/catalog/checks/sources.ts';
import { HostFile } from '../../../src/catalog/host.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { makersWith, size, source } from './example-data.ts';

const use = (id: string) => ({ id, file: 'data/models/maker.yaml', record: 'model', field: 'x' });

describe('sources', () => {
  const sources = { card: source('primary') };

  test('that are named and listed pass', () => {
    expect(sourcesExist({ sources }, [use('card')])).toEqual([]);
    expect(sourcesAreUsed({ sources }, [use('card')])).toEqual([]);
  });

  test('that are named but not listed are reported where they are named', () => {
    expect(sourcesExist({ sources }, [use('crad')])).toMatchObject([
      {
        file: 'data/models/maker.yaml',
        record: 'model',
        message: expect.stringContaining('"crad"'),
      },
    ]);
  });

  test('are told in files that are there', () => {
    const files = new Set(sourceUses(readData(process.cwd())).map(({ file }) => file));
    expect([...files].filter((file) => !statSync(file).isFile())).toEqual([]);
  });

  test('are not found in what every object inherits', () => {
    expect(sourcesExist({ sources }, [use('constructor')])).toHaveLength(1);
  });

  test('that are listed but carry no figure are reported', () => {
    expect(sourcesAreUsed({ sources }, [])).toMatchObject([
      { file: 'data/sources.yaml', record: 'card' },
    ]);
  });

  test('are found at any depth of a record, with their place', () => {
    const record = { a: { sources: ['one'] }, list: [{ sources: ['two', 'three'] }] };
    expect(sourcesWithin(record, { file: 'f', record: 'r' })).toEqual([
      { id: 'one', file: 'f', record: 'r', field: 'a.sources' },
      { id: 'two', file: 'f', record: 'r', field: 'list.0.sources' },
      { id: 'three', file: 'f', record: 'r', field: 'list.0.sources' },
    ]);
  });
});

describe('a figure that says how it is known', () => {
  const problemsWith = (how: string, read: 'primary' | 'secondary' | 'recalled') =>
    readNeedsDocument({
      makers: makersWith({ 'maker/model': size(7, 7, { how }) }),
      hostFiles: new Map(),
      training: { statements: {}, lineage: {} },
      sources: { card: source(read) },
    });

  test.each([
    ['read', 'primary'],
    ['read-secondary', 'secondary'],
    ['recalled', 'recalled'],
    ['name', 'primary'],
  ] as const)('"%s" may rest on a %s source', (how, read) => {
    expect(problemsWith(how, read)).toEqual([]);
  });

  test.each([
    ['read', 'secondary'],
    ['read', 'recalled'],
    ['read-secondary', 'recalled'],
  ] as const)('"%s" may not rest on a %s source alone', (how, read) => {
    expect(problemsWith(how, read)).toMatchObject([
      { record: 'model', field: 'parameters.how', message: expect.stringContaining(`"${how}"`) },
    ]);
  });

  test('is asked of what is said of hosts, too', () => {
    const basis = { statedBy: 'operator', how: 'read', sources: ['card'] };
    const host = HostFile.parse({
      name: 'Host',
      places: { zones: { FR: 1 }, ...basis },
      facility: { class: 'unknown', statedBy: 'nobody', how: 'assumed', sources: ['other'] },
    });
    const problems = readNeedsDocument({
      makers: new Map(),
      hostFiles: new Map([['host', host]]),
      training: { statements: {}, lineage: {} },
      sources: { card: source('recalled'), other: source('own') },
    });
    expect(problems).toMatchObject([{ file: 'data/hosts/host.yaml', field: 'places.how' }]);
  });
});

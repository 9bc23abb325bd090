import { expect } from '@playwright/test';
import { PUBLISHED_FILES, publishedAt } from '../../src/published/files.ts';
import { test } from './secured-test.ts';
import { builtFile, builtPaths } from './site.ts';

// No page is opened: the finished files are read as whoever downloads them would.

const files = builtPaths().filter((path) => path.startsWith('api/v1/'));

test('every file of the API stands in its table, and every entry of the table exists', () => {
  expect(files.filter((path) => publishedAt(`/${path}`) === undefined)).toEqual([]);
  const missing = PUBLISHED_FILES.filter(({ example }) => !files.includes(example.slice(1)));
  expect(missing.map(({ example }) => example)).toEqual([]);
});

test('every file holds what its schema says, and nothing else', () => {
  test.setTimeout(120_000);
  const problems = files.flatMap((path) => {
    const schema = publishedAt(`/${path}`)?.schema;
    const error = schema?.of.safeParse(JSON.parse(builtFile(path))).error;
    return error === undefined ? [] : [`${path}: ${JSON.stringify(error.issues.slice(0, 3))}`];
  });
  expect(problems).toEqual([]);
});

test('every JSON file of figures says its release, units, licence and how to name the index', () => {
  const { release, methodVersion } = JSON.parse(builtFile('api/v1/index.json'));
  for (const { path, example, licence } of PUBLISHED_FILES.filter(({ schema }) => schema)) {
    const file: unknown = JSON.parse(builtFile(example.slice(1)));
    expect(file, path).toMatchObject({
      release,
      methodVersion,
      unit: expect.stringMatching(/\w/),
      licence: expect.stringMatching(licence.startsWith('ODbL') ? /^ODbL/ : /^CC-BY-4\.0/),
      attribution: expect.stringMatching(/\w/),
    });
  }
});

test('every provider with a page has its feeds, and nobody else', () => {
  const named = (pattern: RegExp) =>
    builtPaths()
      .flatMap((path) => pattern.exec(path)?.[1] ?? [])
      .toSorted();
  const pages = named(/^providers\/([^/]+)\/index\.html$/);
  expect(named(/^feeds\/providers\/([^/]+)\.xml$/)).toEqual(pages);
  expect(named(/^feeds\/providers\/([^/]+)\.json$/)).toEqual(pages);
});

test('the metadata of the CSV name its columns in their order', () => {
  const [header = ''] = builtFile('api/v1/index.csv').split('\r\n');
  expect(JSON.parse(builtFile('api/v1/index.csv-metadata.json'))).toMatchObject({
    url: 'index.csv',
    tableSchema: { columns: header.split(',').map((name) => ({ name })) },
  });
});

import { readdirSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { FACTOR_FILES, readFactorFile } from '../../../src/published/factors.ts';
import { PUBLISHED_FILES, publishedAt } from '../../../src/published/files.ts';
import { jsonSchemaFiles, schemaPath } from '../../../src/published/json-schemas.ts';
import { openApi } from '../../../src/published/openapi.ts';

const document = openApi({
  files: PUBLISHED_FILES,
  methodVersion: '1.1',
  site: new URL('https://index.example/'),
});

describe('the OpenAPI description', () => {
  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(result).toMatchObject({ valid: true });
  });

  test('names every path with what it holds and on what terms', () => {
    expect(Object.keys(document.paths)).toEqual(PUBLISHED_FILES.map(({ path }) => path));
    for (const { get } of Object.values(document.paths)) {
      expect(get.summary).not.toBe('');
      expect(get.description).toMatch(/^Licence: (CC-BY-4\.0|ODbL-1\.0)/);
    }
    const ids = Object.values(document.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('refers to nothing that is not in it', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, name]) => name);
    const known = Object.keys(document.components.schemas).map(
      (name) => `#/components/schemas/${name}`,
    );
    expect(referred.filter((name) => !known.includes(name!))).toEqual([]);
  });
});

describe('the list of published files', () => {
  test('finds what lies at a path', () => {
    expect(publishedAt('/api/v1/models/openai/gpt-5.json')?.path).toBe('/api/v1/models/{id}.json');
    expect(publishedAt('/api/v1/index.json')?.schema?.name).toBe('index');
    expect(publishedAt('/api/v1/nothing.json')).toBeUndefined();
  });

  test('has a schema for every file of figures', () => {
    const without = PUBLISHED_FILES.filter(({ schema }) => schema === undefined);
    expect(without.map(({ mediaType }) => mediaType).toSorted()).toEqual([
      'application/csvm+json',
      'application/json',
      'application/schema+json',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv',
      'text/csv',
      'text/csv',
    ]);
  });
});

describe('the factor tables', () => {
  test('are every file of data/factors', () => {
    const files = readdirSync('data/factors').map((name) => `data/factors/${name}`);
    expect(FACTOR_FILES.map(({ file }) => file)).toEqual(expect.arrayContaining(files));
  });

  test.each(FACTOR_FILES)('hold $name as it is written', (factor) => {
    expect(Object.keys(Object(readFactorFile(process.cwd(), factor))).length).toBeGreaterThan(0);
  });
});

describe('the JSON Schemas', () => {
  const schemas = jsonSchemaFiles(PUBLISHED_FILES);

  test('refer to each other by the paths at which they are published', () => {
    const paths = [...schemas.keys()].map(schemaPath);
    for (const [name, schema] of schemas) {
      const text = JSON.stringify(schema);
      // Beside each other, wherever the site lies.
      const at = new URL(schemaPath(name), 'https://index.example');
      for (const [, reference = ''] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
        expect(paths).toContain(new URL(reference, at).pathname);
      }
    }
  });

  test('let published files gain fields, and contributed records have none that is unknown', () => {
    expect(JSON.stringify(schemas.get('index'))).not.toContain('"additionalProperties":false');
    expect(schemas.get('maker-file')).toMatchObject({ additionalProperties: false });
  });

  test('do not ask contributors for what may be left out', () => {
    const text = JSON.stringify(schemas.get('maker-file'));
    expect(text).toContain('"hiddenSize"');
    expect(text).not.toMatch(/"required":\[[^\]]*"hiddenSize"/);
  });
});

import { PUBLISHED_FILES } from '../../../../src/published/files.ts';
import { currentRelease } from '../../../../src/release/current.ts';
import { SITE } from '../routes.ts';
import { type KnownFiles, saying } from './known-file.ts';
import { unitsNotKnown } from './schema-units.ts';

const { release } = currentRelease();

export const API_FILES: KnownFiles = {
  '/api/v1/openapi.json': {
    // Tests of the API see to its form and to the schemas in it.
    read: (json) => {
      const { components, ...rest } = JSON.parse(json);
      return rest;
    },
    expected: () => ({
      openapi: '3.1.0',
      info: {
        title: /\w/,
        version: '1',
        summary: /Carbon, electricity and water per 1000 tokens/,
        description: saying(
          new RegExp(`method ${release.methodVersion}\\b`),
          /low, central and high are the 5th, 50th and 95th percentile/,
        ),
        license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
      },
      servers: [{ url: SITE.origin }],
      paths: Object.fromEntries(
        PUBLISHED_FILES.map(({ path, example, holds, mediaType, licence, schema }) => {
          const [name] = path.match(/(?<=\{)\w+(?=\})/) ?? [];
          return [
            path,
            {
              get: {
                operationId: /\w/,
                summary: holds,
                description: new RegExp(`^Licence: ${licence.split(';')[0]}\\b.*\\.$`),
                parameters: name === undefined ? undefined : [parameter(name, path, example)],
                responses: {
                  '200': { description: holds, content: { [mediaType]: { schema: form(schema) } } },
                  '404': { description: /\w/ },
                },
              },
            },
          ];
        }),
      ),
    }),
  },
  '/api/v1/schemas/{name}.json': {
    read: (json) => {
      const schema = JSON.parse(json);
      return { $id: schema.$id, unknownUnits: unitsNotKnown(schema) };
    },
    expected: ({ name }) => ({ $id: `${name}.json`, unknownUnits: {} }),
  },
};

/** A parameter whose example, put in its place, is the endpoint's own. */
function parameter(name: string, path: string, example: string) {
  const [before = '', after = ''] = path.split(`{${name}}`);
  return {
    name,
    in: 'path',
    required: true,
    description: /\w/,
    schema: { type: 'string' },
    example: example.replace(before, '').replace(after, ''),
  };
}

function form(schema: { name: string } | undefined) {
  return schema === undefined
    ? { type: /^(string|object)$/ }
    : { $ref: `#/components/schemas/${schema.name}` };
}

import { ATTRIBUTION } from '../release/file-header.ts';
import { API_ENDPOINTS, type ApiEndpoint } from './endpoints.ts';
import { jsonSchemaParts } from './json-schemas.ts';
import { PROMISES } from './promises.ts';
import { isContributed } from './schemas/published.ts';

/** The API as an OpenAPI 3.1 document. `site` is where it is served. */
export function openApi({ methodVersion, site }: { methodVersion: string; site: URL }) {
  const component = (name: string) => `#/components/schemas/${name}`;
  return {
    openapi: '3.1.0',
    info: {
      title: 'LLM Carbon Index',
      version: '1',
      summary: 'Carbon, electricity and water per 1000 tokens of language models, as ranges',
      description: [
        `Static files, made anew with each release (method ${methodVersion} at present); no key, no limit. Estimates, not measurements.`,
        ...PROMISES,
        `Attribution: ${ATTRIBUTION}. The licence of each file stands in it.`,
      ].join('\n\n'),
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: site.origin }],
    paths: Object.fromEntries(
      API_ENDPOINTS.map((endpoint) => [endpoint.path, { get: operation(endpoint, component) }]),
    ),
    components: {
      schemas: Object.fromEntries(
        [...jsonSchemaParts(component)].filter(
          ([name]) => !isContributed(name) || name.startsWith('factors-'),
        ),
      ),
    },
  };
}

function operation(
  { path, example, holds, mediaType, licence, schema }: ApiEndpoint,
  component: (name: string) => string,
) {
  const parameter = /\{(\w+)\}/.exec(path)?.[1];
  const [before = '', after = ''] = path.split(/\{\w+\}/);
  return {
    operationId: path
      .replace('/api/v1/', '')
      .replaceAll(/[^a-z]+/gi, '-')
      .replace(/^-|-$/g, ''),
    summary: holds,
    description: `Licence: ${licence}.`,
    ...(parameter !== undefined && {
      parameters: [
        {
          name: parameter,
          in: 'path',
          required: true,
          description:
            parameter === 'id'
              ? 'OpenRouter’s id, maker/slug, its slash as it is; a variant’s colon becomes an equals sign'
              : 'As in $ref of the other schemas',
          schema: { type: 'string' },
          example: example.slice(before.length, example.length - after.length),
        },
      ],
    }),
    responses: {
      '200': {
        description: holds,
        content: {
          [mediaType]: {
            schema:
              schema === undefined
                ? { type: mediaType === 'text/csv' ? 'string' : 'object' }
                : { $ref: component(schema) },
          },
        },
      },
      '404': { description: 'There is no such file' },
    },
  };
}

import { ATTRIBUTION } from './file-header.ts';
import { API_ENDPOINTS, type ApiEndpoint } from './files.ts';
import { jsonSchemaParts } from './json-schemas.ts';
import { isContributed } from './schemas.ts';

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

/** What will not change under /api/v1, as the data page and the OpenAPI say it. */
export const PROMISES = [
  'Within v1, fields, columns and files are added, never removed and never changed in meaning or unit. What has to change otherwise becomes v2, and v1 stays for a year beside it.',
  'Numbers do change, with each release and with the version of the method. Every file names both. To cite or to repeat a figure, use the file of its release under /releases/, which never changes.',
  'Every estimate is a range: low, central and high are the 5th, 50th and 95th percentile. A model without an estimate stands under notEstimated with its reason; no missing number is ever written as 0.',
  'Ids are OpenRouter’s, as on its list. New values of evidence, kind and how may appear: treat an unknown one as unknown.',
] as const;

import { addressOn } from '../site.ts';
import { ATTRIBUTION, CC_BY, jsonText, type PublishedFile, termsOf } from './api-file.ts';
import { jsonSchemaParts } from './json-schemas.ts';
import { isContributed } from './schemas.ts';

/** What the description of the API is made of. */
interface Described {
  files: readonly PublishedFile[];
  methodVersion: string;
  /** Where it is served. */
  site: URL;
}

/** The API as an OpenAPI 3.1 document. */
export function openApi({ files, methodVersion, site }: Described) {
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
      license: { name: 'CC BY 4.0', identifier: CC_BY },
    },
    servers: [{ url: addressOn(site, '/').replace(/\/$/, '') }],
    paths: Object.fromEntries(
      files.map((file) => [file.path, { get: operation(file, component) }]),
    ),
    components: {
      schemas: Object.fromEntries(
        [...jsonSchemaParts(files, component)].filter(
          ([name]) => !isContributed(name) || name.startsWith('factors-'),
        ),
      ),
    },
  };
}

function operation(
  { path, example, holds, mediaType, licence, schema }: PublishedFile,
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
    description: `Licence: ${termsOf({ licence })}.`,
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
                ? { type: mediaType.endsWith('json') ? 'object' : 'string' }
                : { $ref: component(schema.name) },
          },
        },
      },
      '404': { description: 'There is no such file' },
    },
  };
}

/** Since when nothing has left the files of v1. */
export const KEPT_SINCE = { release: '2026-08-22-589bd49b', methodVersion: '2.0' } as const;

/** What will not change under /api/v1, as the data page and the OpenAPI say it. */
export const PROMISES = [
  `Since release ${KEPT_SINCE.release}, the first of method ${KEPT_SINCE.methodVersion}, fields, columns and files of v1 are added, never removed, and none changes its unit; releases before it have other fields. What has to change otherwise becomes v2, and v1 stays for a year beside it.`,
  'Numbers change with each release. A new version of the method may also change what a figure is of, as 2.0 did: boundary says of what, and /methodology/versions/ what changed. Every file of figures names its release and the version of the method. To cite or to repeat a figure, use the file of its release under /releases/, which never changes.',
  'Every estimate is a range: low, central and high are the 5th, 50th and 95th percentile. A model without an estimate stands under notEstimated with its reason; no missing number is ever written as 0.',
  'Ids are OpenRouter’s, as on its list. New values of evidence, kind and how may appear: treat an unknown one as unknown.',
] as const;

/** The API for programs. */
export function openApiFile(files: () => readonly PublishedFile[]): PublishedFile {
  return {
    path: '/api/v1/openapi.json',
    example: '/api/v1/openapi.json',
    holds: 'This list for programs, as OpenAPI 3.1',
    mediaType: 'application/json',
    licence: CC_BY,
    write: ({ release: { methodVersion }, site }) =>
      jsonText(openApi({ files: files(), methodVersion, site }), true),
  };
}

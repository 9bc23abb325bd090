import type { APIRoute, GetStaticPaths } from 'astro';
import { type JsonSchema, jsonSchemaFiles } from '../../../../published/json-schemas.ts';

/** JSON Schemas of the published files and of the records that people contribute. */
export const getStaticPaths: GetStaticPaths = () =>
  [...jsonSchemaFiles()].map(([name, schema]) => ({ params: { name }, props: { schema } }));

export const GET: APIRoute<{ schema: JsonSchema }> = ({ props: { schema } }) =>
  new Response(`${JSON.stringify(schema, null, 1)}\n`);

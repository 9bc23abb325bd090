import * as z from 'zod';
import { once } from '../release/once.ts';
import { CC_BY, jsonText, type PublishedFile } from './api-file.ts';
import { isContributed, publishedSchemas } from './schemas.ts';

/** JSON Schemas (2020-12) generated from the zod schemas that the data are checked with. */

/** A JSON Schema as an object. */
export type JsonSchema = Record<string, unknown>;

/** Who writes what the schema is of: a person, or this site, which may add fields later. */
type Written = 'by people' | 'by the site';

/** Where a schema is published. */
export function schemaPath(name: string): string {
  return `/api/v1/schemas/${name}.json`;
}

/** How a schema refers to another: they lie beside each other, wherever the site does. */
function besideSchemas(name: string): string {
  return `${name}.json`;
}

/**
 * Every published schema by its name, as it stands in its own file. Records that people contribute
 * take no unknown field; published files may gain fields, so their schemas let others be.
 */
export function jsonSchemaFiles(files: readonly PublishedFile[]): Map<string, JsonSchema> {
  const closed = generated(files, besideSchemas, 'by people');
  const open = generated(files, besideSchemas, 'by the site');
  return new Map(
    [...open].map(([name, schema]) => [
      name,
      isContributed(name) ? (closed.get(name) ?? schema) : schema,
    ]),
  );
}

/** Every published schema by its name, referring to each other inside one document. */
export function jsonSchemaParts(
  files: readonly PublishedFile[],
  address: (name: string) => string,
): Map<string, JsonSchema> {
  return new Map(
    [...generated(files, address, 'by the site')].map(([name, { $id, $schema, ...schema }]) => [
      name,
      schema,
    ]),
  );
}

function generated(
  files: readonly PublishedFile[],
  address: (name: string) => string,
  written: Written,
): Map<string, JsonSchema> {
  const published = publishedSchemas(files);
  const registry = z.registry<{ id: string }>();
  for (const { name, schema } of published.values()) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, {
    uri: address,
    // What is written, not what a reader makes of it: defaults are optional.
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (written === 'by the site' && jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
    },
  });
  return new Map(
    [...published.values()].flatMap(({ name, describes }) => {
      const schema = schemas[name];
      return schema === undefined ? [] : [[name, { title: describes, ...schema }] as const];
    }),
  );
}

/** The JSON Schemas of these files, of their parts and of contributed records, a file each. */
export function jsonSchemas(files: () => readonly PublishedFile[]): PublishedFile {
  const schemas = once(() => jsonSchemaFiles(files()));
  return {
    path: schemaPath('{name}'),
    example: schemaPath('index'),
    holds: 'JSON Schema of each published file and of each record that people contribute',
    mediaType: 'application/schema+json',
    licence: CC_BY,
    names: () => [...schemas().keys()],
    write: (_, name) => {
      const schema = schemas().get(name);
      if (schema === undefined) throw new Error(`There is no schema of the name ${name}.`);
      return jsonText(schema, true);
    },
  };
}

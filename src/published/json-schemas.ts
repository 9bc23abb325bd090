import * as z from 'zod';
import { isContributed, PUBLISHED_SCHEMAS } from './schemas.ts';

/** JSON Schemas (2020-12) generated from the zod schemas that the data are checked with. */

/** A JSON Schema as an object. */
export type JsonSchema = Record<string, unknown>;

/** Who writes what the schema is of: a person, or this site, which may add fields later. */
type Written = 'by people' | 'by the site';

/** Where a schema is published. */
export function schemaPath(name: string): string {
  return `/api/v1/schemas/${name}.json`;
}

/**
 * Every published schema by its name, as it stands in its own file. Records that people contribute
 * take no unknown field; published files may gain fields, so their schemas let others be.
 */
export function jsonSchemaFiles(): Map<string, JsonSchema> {
  const closed = generated(schemaPath, 'by people');
  const open = generated(schemaPath, 'by the site');
  return new Map(
    [...open].map(([name, schema]) => [
      name,
      isContributed(name) ? (closed.get(name) ?? schema) : schema,
    ]),
  );
}

/** Every published schema by its name, referring to each other inside one document. */
export function jsonSchemaParts(address: (name: string) => string): Map<string, JsonSchema> {
  return new Map(
    [...generated(address, 'by the site')].map(([name, { $id, $schema, ...schema }]) => [
      name,
      schema,
    ]),
  );
}

function generated(address: (name: string) => string, written: Written): Map<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const { name, schema } of PUBLISHED_SCHEMAS.values()) registry.add(schema, { id: name });
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
    [...PUBLISHED_SCHEMAS.values()].flatMap(({ name, describes }) => {
      const schema = schemas[name];
      return schema === undefined ? [] : [[name, { title: describes, ...schema }] as const];
    }),
  );
}

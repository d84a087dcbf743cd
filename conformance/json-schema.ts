import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type AnySchema } from 'ajv';

/** What JSON Schema says of a value: where, and what is wrong. Schemas of others need not be of ajv's strict kind. */
export function validatorOf(schema: AnySchema): (value: unknown) => string[] {
  const validate = new Ajv({ allErrors: true, strict: false, logger: false }).compile(schema);
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** A schema in a file, from this folder on. */
export function schemaIn(path: string): AnySchema {
  return JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')) as AnySchema;
}

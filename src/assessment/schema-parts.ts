/** What the JSON Schemas of what we write are made of. */

export type Schema = Record<string, unknown>;

export const text = { type: 'string' };
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const oneOf = (...values: readonly (string | null)[]): Schema => ({ enum: [...values] });
export const count = { type: 'integer', minimum: 0 };
export const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' };
export const flag = { type: 'boolean' };
export const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
export const truth = oneOf('yes', 'no', 'unknown');
export const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

/** Fields may be added to the contract, so readers should ignore those they do not know; what we write has exactly these. */
export function object(properties: Record<string, Schema>): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export function merge(...objects: readonly Schema[]): Schema {
  return object(Object.assign({}, ...objects.map(({ properties }) => properties as Record<string, Schema>)));
}

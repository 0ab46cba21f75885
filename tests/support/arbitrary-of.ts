// Values of a schema, and values that are nearly of it: what a property test sends. Made from the JSON Schema of what a client sends.
import fc from 'fast-check';
import * as z from 'zod';

type Json = z.core.JSONSchema.JSONSchema | boolean;

/** Values that the schema takes, as far as JSON Schema can say it: a rule across fields may still refuse one. */
export const valuesOf = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  valuesOfJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

/** Values of the schema with one place changed: another value, one too much, or one missing. */
export const nearlyOf = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  fc
    .tuple(valuesOf(schema), fc.nat(), fc.oneof(wildValues, fc.constant(missing)))
    .map(([value, place, replacement]) => {
      const places = placesIn(value);
      const chosen = places[place % places.length];
      return chosen === undefined ? replacement : replaced(value, chosen, replacement);
    });

/** Anything that can be written as JSON. */
export const wildValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 })),
  fc.constantFrom<unknown>('', null, [], {}, '\u0000', '../../etc', '__proto__', 1e308, -0, '𝒜'.repeat(40)),
);

/** No address of these leads off this machine. */
const addresses = fc.constantFrom(
  'https://127.0.0.1/hook',
  'http://127.0.0.1:9/hook',
  'https://10.0.0.1/hook',
  'https://[::1]/',
  'https://user:password@127.0.0.1/',
  'javascript:alert(1)',
  'ftp://127.0.0.1/file',
  'https://',
);
const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  email: fc.emailAddress(),
  uri: addresses,
  'date-time': fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  date: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
};

function valuesOfJson(schema: Json): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return wildValues;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum);
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return fc.oneof(...union.map(valuesOfJson));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(valuesOfJson)).map((parts) => Object.assign({}, ...parts));
  if (schema.type === 'string') return stringsOf(schema);
  if (schema.type === 'integer') return fc.integer(boundsOf(schema, 2 ** 31 - 1));
  if (schema.type === 'number') return fc.double({ ...boundsOf(schema, 1e12), noNaN: true });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'array') return arraysOf(schema);
  if (schema.type === 'object') return objectsOf(schema);
  return wildValues;
}

type JsonSchema = Exclude<Json, boolean>;

function stringsOf({ format, pattern, minLength = 0, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  const known = format === undefined ? undefined : formats[format];
  if (known) return known;
  if (pattern && !pattern.includes('(?')) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 200)) });
}

const boundsOf = ({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonSchema, widest: number) => ({
  min: Math.max(-widest, Number(minimum ?? exclusiveMinimum ?? -widest)),
  max: Math.min(widest, Number(maximum ?? exclusiveMaximum ?? widest)),
});

function arraysOf({ items, minItems = 0, maxItems = 5 }: JsonSchema): fc.Arbitrary<unknown[]> {
  const item = Array.isArray(items) ? wildValues : valuesOfJson(items ?? true);
  return fc.array(item, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 5)) });
}

function objectsOf({ properties = {}, required = [], additionalProperties }: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valuesOfJson(schema)]));
  const known = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  if (typeof additionalProperties !== 'object') return known;
  const more = fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), valuesOfJson(additionalProperties), {
    maxKeys: 3,
  });
  return fc.tuple(more, known).map(([one, other]) => ({ ...one, ...other }));
}

const missing = Symbol('missing');
type Place = readonly (string | number)[];

/** Every place in a value, and one more in each object, where nothing is. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return at.length > 0 ? [at] : [];
  const inside = Object.entries(value).flatMap(([key, child]) => placesIn(child, [...at, key]));
  return [...(at.length > 0 ? [at] : []), ...inside, [...at, 'unheardOf']];
}

function replaced(value: unknown, [key, ...rest]: Place, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) };
  const child = replaced(Reflect.get(copy, key), rest, replacement);
  if (child === missing) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, child);
  return copy;
}

// The part of JSON Schema in which a client can say what an answer must look like: what every provider can enforce, and nothing
// that could make checking an answer slow (no patterns, no references, no combinations).
import * as z from 'zod';

const count = z.int().min(0).max(10_000).optional();
const propertyName = z
  .string()
  .regex(/^(?!__proto__$)[\p{L}_][\p{L}\p{N}_-]{0,63}$/u, 'must be a name of letters, digits, _ and - (64 at most)');

/** One value of the answer. */
export interface ValueSchema {
  type: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  title?: string | undefined;
  description?: string | undefined;
  properties?: Record<string, ValueSchema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: false | undefined;
  items?: ValueSchema | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  enum?: string[] | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
}

const valueSchema: z.ZodType<ValueSchema> = z
  .strictObject({
    type: z.enum(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']),
    title: z.string().max(200).optional(),
    description: z.string().max(1000).optional(),
    get properties(): z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodType<ValueSchema>>> {
      return z.record(propertyName, valueSchema).optional();
    },
    required: z.array(propertyName).max(100).optional(),
    additionalProperties: z.literal(false).optional(),
    get items(): z.ZodOptional<z.ZodType<ValueSchema>> {
      return valueSchema.optional();
    },
    minItems: count,
    maxItems: count,
    enum: z.array(z.string().max(200)).min(1).max(100).optional(),
    minLength: count,
    maxLength: count,
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  })
  .refine(({ type, properties }) => type !== 'object' || properties !== undefined, {
    path: ['properties'],
    message: 'must say what the object holds',
  })
  .refine(({ type, items }) => type !== 'array' || items !== undefined, {
    path: ['items'],
    message: 'must say what the array holds',
  });

/** Providers that enforce a schema ask for an object at its root. */
export const answerSchemaSchema = valueSchema.refine(({ type }) => type === 'object', {
  path: ['type'],
  message: 'must be object at the root',
});
export type AnswerSchema = z.infer<typeof answerSchemaSchema>;

/** Deeper or larger than any form that a person could fill in, and small enough to be read without danger. */
const deepest = 8;
const longest = 20_000;

/** A schema as a client sent it, checked. What is not of this part of JSON Schema is refused with the place of the keyword. */
export const sentSchemaSchema = z
  .record(z.string(), z.unknown())
  .refine((schema) => depthOf(schema) <= 2 * deepest, { error: `may be ${deepest} levels deep at most`, abort: true })
  .refine((schema) => JSON.stringify(schema).length <= longest, `may have ${longest} characters at most`)
  .transform((schema): unknown => schema)
  .pipe(answerSchemaSchema);

/** What checks an answer by the schema. */
export const checkerOf = (schema: AnswerSchema): z.ZodType =>
  z.fromJSONSchema(JSON.parse(JSON.stringify(schema)) as Parameters<typeof z.fromJSONSchema>[0]);

/** Levels of a JSON value, read level by level: a deep one cannot exhaust the stack. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  let depth = 0;
  while (level.length > 0) {
    depth += 1;
    level = level.flatMap((entry) => (typeof entry === 'object' && entry !== null ? Object.values(entry) : []));
  }
  return depth;
}

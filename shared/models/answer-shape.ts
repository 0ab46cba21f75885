// The shape that an answer must have, as data: what of a schema can be sent to a model, and what guides the reading of its answer. Checks that no JSON Schema can express stay with
// the schema itself.
import * as z from 'zod';

export interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape | boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
  readonly description?: string;
  readonly default?: unknown;
}

const known = new WeakMap<z.ZodType, Shape>();

/** What a model must write to fit a schema. Made once for each schema. */
export function shapeOf(schema: z.ZodType): Shape {
  const found = known.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);
  known.set(schema, found);
  return found;
}

export const typesOf = ({ type, properties, items, enum: words, const: only }: Shape): readonly string[] => {
  if (typeof type === 'string') return [type];
  if (type) return type;
  if (properties) return ['object'];
  if (items) return ['array'];
  return [...(words ?? []), ...(only === undefined ? [] : [only])].map((word) => typeof word);
};

export const choicesOf = ({ anyOf, oneOf }: Shape): readonly Shape[] | undefined => anyOf ?? oneOf;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

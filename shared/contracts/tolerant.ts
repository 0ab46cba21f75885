// How we read what others may have written since: an answer of a newer server, an item of a newer version. Requests are read exactly,
// so that a mistake is told; whatever is only read may hold more than we know, and that is left out.
import type * as z from 'zod';

const known = new WeakMap<z.ZodType, z.ZodType>();

/**
 * The same shape, which leaves out the fields it does not know, at every depth, where the exact shape refuses them. A shape that keeps or
 * checks other fields still does. Made once for each schema.
 */
export function tolerant<Schema extends z.ZodType>(schema: Schema): Schema {
  const found = known.get(schema) ?? remade(schema);
  known.set(schema, found);
  return found as Schema;
}

/** What of a schema's definition holds other schemas, by its kind. */
const inner: Readonly<Record<string, readonly string[]>> = {
  array: ['element'],
  record: ['valueType'],
  map: ['valueType'],
  set: ['valueType'],
  pipe: ['in', 'out'],
  intersection: ['left', 'right'],
  ...Object.fromEntries(
    ['optional', 'nullable', 'default', 'prefault', 'catch', 'readonly', 'nonoptional'].map((kind) => [
      kind,
      ['innerType'],
    ]),
  ),
};

type Definition = z.core.$ZodTypeDef & Readonly<Record<string, unknown>>;

function remade(schema: z.ZodType): z.ZodType {
  const definition = schema.def as unknown as Definition;
  const changed = changesOf(definition);
  // Checks and what is said of a schema stay with its copy.
  return changed ? schema.clone({ ...definition, ...changed } as never, { parent: true }) : schema;
}

function changesOf({ type, ...definition }: Definition): object | undefined {
  if (type === 'object') {
    const isExact = (definition['catchall'] as z.ZodType | undefined)?.def.type === 'never';
    const shape = Object.entries(definition['shape'] as Record<string, z.ZodType>);
    const fields = Object.fromEntries(shape.map(([name, field]) => [name, tolerant(field)]));
    if (!isExact && shape.every(([name, field]) => fields[name] === field)) return undefined;
    return { shape: fields, ...(isExact ? { catchall: undefined } : {}) };
  }
  if (type === 'lazy') {
    const make = definition['getter'] as () => z.ZodType;
    return { getter: () => tolerant(make()), _cachedInner: undefined }; // in which zod keeps what `getter` made
  }
  if (type === 'union' || type === 'tuple') {
    const name = type === 'union' ? 'options' : 'items';
    const before = definition[name] as readonly z.ZodType[];
    const after = before.map(tolerant);
    return after.every((option, index) => option === before[index]) ? undefined : { [name]: after };
  }
  const names = inner[type] ?? [];
  const after = names.map((name) => [name, tolerant(definition[name] as z.ZodType)] as const);
  return after.every(([name, part]) => part === definition[name]) ? undefined : Object.fromEntries(after);
}

// The smallest value that fits a JSON schema: what a very dull model would answer.
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export function sampleOfSchema(schema: unknown): unknown {
  const read = schema as Schema;
  if (read.const !== undefined) return read.const;
  if (read.enum) return read.enum[0];
  const [choice] = read.anyOf ?? read.oneOf ?? [];
  if (choice) return sampleOfSchema(choice);
  switch (Array.isArray(read.type) ? read.type[0] : read.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(read.properties ?? {}).map(([name, value]) => [name, sampleOfSchema(value)]),
      );
    case 'array':
      return Array.from({ length: read.minItems ?? 1 }, () => sampleOfSchema(read.items ?? {}));
    case 'integer':
    case 'number':
      return read.minimum ?? (read.exclusiveMinimum === undefined ? 1 : read.exclusiveMinimum + 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return 'word '.repeat(Math.ceil((read.minLength ?? 4) / 5)).trim() || 'word';
  }
}

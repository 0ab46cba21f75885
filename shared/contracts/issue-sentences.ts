// The words for whatever a schema finds wrong, for people: "must be a list of texts", never a library's own wording. Importing this file
// sets them for every schema of the process; what a schema says itself ("must say what should change") goes before.
// Each is the end of a sentence that begins with the name of the field.
import * as z from 'zod';
import { $ZodType } from 'zod/v4/core';

type Issue = z.core.$ZodRawIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['a text', 'texts'],
  number: ['a number', 'numbers'],
  int: ['a whole number', 'whole numbers'],
  boolean: ['true or false', 'true or false'],
  array: ['a list', 'lists'],
  object: ['an object', 'objects'],
  record: ['an object', 'objects'],
  // Unions whose members are told apart by a field; those of plain values are worded by their members.
  union: ['an object', 'objects'],
  null: ['null', 'null'],
};
const kindOf = (type: string): readonly [string, string] => kinds[type] ?? ['something else', 'something else'];

/** What a schema wants, in one word or a few. */
function wanted(schema: unknown, many = 0): string {
  if (!(schema instanceof $ZodType)) return '';
  const definition = schema._zod.def as {
    type: string;
    element?: unknown;
    innerType?: unknown;
    getter?: () => unknown;
    format?: string;
  };
  const inner = definition.innerType ?? definition.getter?.();
  if (inner) return wanted(inner, many);
  const name = kindOf(definition.format === 'safeint' ? 'int' : definition.type)[many] ?? '';
  return definition.type === 'array' ? `${name} of ${wanted(definition.element, 1)}` : name;
}

const listed = (values: readonly unknown[]): string => values.map(String).join(', ');
const several = (count: number | bigint, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What is counted where an issue speaks of a size. */
const sizeOf = (origin: string, count: number | bigint): string => {
  if (origin === 'string') return several(count, 'character', 'characters');
  if (origin === 'array' || origin === 'set') return several(count, 'entry', 'entries');
  return String(count);
};
const isNumber = (origin: string): boolean => !['string', 'array', 'set', 'file'].includes(origin);
const sizeOfInput = (input: unknown): string =>
  typeof input === 'string' || Array.isArray(input) ? `, and has ${input.length}` : '';

const tooSmall = ({ origin, minimum, inclusive, exact, input }: IssueOf<'too_small'>): string => {
  if (isNumber(origin)) return `must be ${inclusive ? 'at least' : 'more than'} ${minimum}`;
  if (exact) return `must have exactly ${sizeOf(origin, minimum)}${sizeOfInput(input)}`;
  return minimum === 1 ? 'must not be empty' : `must have at least ${sizeOf(origin, minimum)}${sizeOfInput(input)}`;
};
const tooBig = ({ origin, maximum, inclusive, exact, input }: IssueOf<'too_big'>): string => {
  if (isNumber(origin)) return `must be ${inclusive ? `${maximum} at most` : `less than ${maximum}`}`;
  return exact
    ? `must have exactly ${sizeOf(origin, maximum)}${sizeOfInput(input)}`
    : `must have ${sizeOf(origin, maximum)} at most${sizeOfInput(input)}`;
};

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address, such as name@example.com',
  url: 'an address, such as https://example.com',
  datetime: 'an instant in UTC, such as 2026-11-30T09:00:00Z',
  date: 'a day, such as 2026-11-30',
};
const wrongFormat = ({ format, ...issue }: IssueOf<'invalid_format'>): string => {
  if ('prefix' in issue) return `must begin with ${issue.prefix}`;
  return formats[format] ? `must be ${formats[format]}` : 'must have the form that is described';
};

const wrongType = ({ input, expected, inst }: IssueOf<'invalid_type'>): string => {
  const kind = expected === 'int' ? kindOf('int')[0] : wanted(inst) || kindOf(expected)[0];
  return input === undefined ? `is missing: it must be ${kind}` : `must be ${kind}`;
};

const sentences: { readonly [Code in Issue['code']]: (issue: IssueOf<Code>) => string } = {
  invalid_type: wrongType,
  too_small: tooSmall,
  too_big: tooBig,
  invalid_format: wrongFormat,
  not_multiple_of: ({ divisor }) => `must be a multiple of ${divisor}`,
  unrecognized_keys: ({ keys }) => `must not have ${listed(keys)}`,
  invalid_value: ({ values, input }) =>
    `${input === undefined ? 'is missing: it ' : ''}must be ${values.length > 1 ? 'one of ' : ''}${listed(values)}`,
  invalid_union: ({ discriminator, inst }) => {
    const values = discriminator && inst instanceof $ZodType ? inst._zod.propValues?.[discriminator] : undefined;
    return values ? `must be one of ${listed([...values])}` : 'must have one of the forms that are described';
  },
  invalid_key: () => 'must be a name that is known',
  invalid_element: () => 'must have valid entries only',
  custom: () => 'must be valid',
};

z.config({
  // Each code is worded for the issue that has it; the compiler does not follow.
  customError: (issue) => (sentences[issue.code] as ((issue: Issue) => string) | undefined)?.(issue),
});

/** The end of a sentence, if it is one, behind the name of its field; what is a sentence of its own stays as it is. */
export const sentenceFor = (path: readonly PropertyKey[], message: string): string =>
  /^(must|may|is|are|has|have|cannot|does|needs)\b/.test(message) ? `${nameOf(path)} ${message}` : message;

/** `objectives` for `#/…/objectives`, `objectives[0]` for its first entry. */
const nameOf = (path: readonly PropertyKey[]): string => {
  const last = path.at(-1);
  if (last === undefined) return 'it';
  return typeof last === 'number' ? `${nameOf(path.slice(0, -1))}[${last}]` : String(last);
};

// What the plugins of the build share: finding calls in a program, and writing something else in their place.
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Calls of a program, outer ones first. */
export function callsIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(callsIn);
  if (!isNode(value)) return [];
  const inside = Object.values(value).flatMap((field) => (typeof field === 'object' ? callsIn(field) : []));
  return value.type === 'CallExpression' ? [value, ...inside] : inside;
}

/** The text with the edits made; they must not overlap. */
export const edited = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((known, { start, end, text: fresh }) => known.slice(0, start) + fresh + known.slice(end), text);

// Says what a person changed in an output, as JSON pointers, for the approval record. Pure.
import { jsonPointer } from '../../contracts/problems.ts';

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Pointers of every leaf that was added, removed or changed between two JSON values, in document order. */
export function editedPaths(before: unknown, after: unknown, path: readonly string[] = []): string[] {
  if (Object.is(before, after)) return [];
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after))
    return [jsonPointer(path)];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => editedPaths(before[key], after[key], [...path, key]));
}

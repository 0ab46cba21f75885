import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedPaths } from './edited-paths.ts';

describe('what a person changed', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['nothing', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['a leaf', { a: { b: 1 } }, { a: { b: 2 } }, ['#/a/b']],
    ['an element', { a: [1, 2, 3] }, { a: [1, 5, 3] }, ['#/a/1']],
    ['a field that is new', { a: 1 }, { a: 1, b: 2 }, ['#/b']],
    ['a field that is gone', { a: 1, b: 2 }, { a: 1 }, ['#/b']],
    ['an element at the end', { a: [1] }, { a: [1, 2] }, ['#/a/1']],
    ['the kind of a value', { a: { 0: 'x' } }, { a: ['x'] }, ['#/a']],
    ['a value to null', { a: { b: 1 } }, { a: null }, ['#/a']],
    ['a name with a slash and a tilde', { 'a/b~c': 1 }, { 'a/b~c': 2 }, ['#/a~1b~0c']],
    ['all of it', 'text', { a: 1 }, ['#']],
    [
      'several, in the order of the document',
      { a: 1, b: { c: 1, d: 1 } },
      { a: 2, b: { c: 1, d: 2 } },
      ['#/a', '#/b/d'],
    ],
  ])('%s', (_what, before, after, paths) => {
    expect(editedPaths(before, after)).toEqual(paths);
  });

  it('is nothing exactly when both are the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (one, other) => {
        expect(editedPaths(one, structuredClone(one))).toEqual([]);
        if (JSON.stringify(one) !== JSON.stringify(other) && !sameApartFromOrder(one, other))
          expect(editedPaths(one, other).length).toBeGreaterThan(0);
      }),
    );
  });
});

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : Array.isArray(value)
      ? value.map(sorted)
      : value;
const sameApartFromOrder = (one: unknown, other: unknown) =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

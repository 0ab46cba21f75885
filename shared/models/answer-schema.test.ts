import { describe, expect, it } from 'vitest';
import { checkerOf, sentSchemaSchema } from './answer-schema.ts';

const places = (schema: unknown) =>
  sentSchemaSchema.safeParse(schema).error?.issues.map(({ path, message }) => [path.join('/'), message]);

describe('the schema of an answer', () => {
  it('checks answers by every keyword that it may hold', () => {
    const checker = checkerOf(
      sentSchemaSchema.parse({
        type: 'object',
        properties: {
          title: { type: 'string', maxLength: 5 },
          mood: { type: 'string', enum: ['warm', 'cold'] },
          scores: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 3 }, minItems: 1, maxItems: 2 },
          nothing: { type: 'null' },
        },
        required: ['title'],
        additionalProperties: false,
      }),
    );
    const fits = (value: unknown) => checker.safeParse(value).success;
    expect(fits({ title: 'Bread', mood: 'warm', scores: [1, 3], nothing: null })).toBe(true);
    for (const wrong of [
      {},
      { title: 'Breads' },
      { title: 'Bread', mood: 'tepid' },
      { title: 'Bread', scores: [] },
      { title: 'Bread', scores: [1, 2, 3] },
      { title: 'Bread', scores: [4] },
      { title: 'Bread', scores: [1.5] },
      { title: 'Bread', nothing: 0 },
      { title: 'Bread', other: 1 },
    ])
      expect([wrong, fits(wrong)]).toEqual([wrong, false]);
  });

  it.each([
    [{}, 'type'],
    [{ type: 'string' }, 'type'],
    [{ type: 'object' }, 'properties'],
    [{ type: 'object', properties: { list: { type: 'array' } } }, 'properties/list/items'],
    [{ type: 'object', properties: { 'a b': { type: 'string' } } }, 'properties/a b'],
    [{ type: 'object', properties: { a: { type: 'string', pattern: '(a+)+$' } } }, 'properties/a'],
    [{ type: 'object', properties: { a: { anyOf: [] } } }, 'properties/a/type'],
  ])('%j is refused at its place', (schema, place) => {
    expect(places(schema)?.map(([path]) => path)).toContain(place);
  });

  it('may be neither deep nor long, and however deep it is, it is refused calmly', () => {
    let deep: unknown = { type: 'string' };
    for (let level = 0; level < 50_000; level += 1) deep = { type: 'array', items: deep };
    expect(places({ type: 'object', properties: { deep } })).toEqual([['', 'may be 8 levels deep at most']]);
    const properties = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`p${index}`, { type: 'string' }]));
    expect(places({ type: 'object', properties })).toEqual([['', 'may have 20000 characters at most']]);
  });
});

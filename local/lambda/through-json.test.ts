import { expect, it } from 'vitest';
import { throughJson } from './through-json.ts';

class Money {
  readonly amount = 3;
  get double() {
    return 6;
  }
}
const values: readonly unknown[] = [
  ...[undefined, null, true, 'é \ud800 "', 1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, Symbol('s'), () => 1],
  ...[
    [1, undefined, () => 1, [null]],
    Array(2),
    new Date(0),
    new Map([[1, 2]]),
    new Money(),
    Object('boxed'),
    Buffer.from('a'),
  ],
  { left: undefined, out: () => 1, of: Symbol('it'), kept: { deep: [new Date(1), { none: null }] } },
  { toJSON: () => ({ said: 'otherwise' }) },
  Object.create(null, { seen: { value: 1, enumerable: true }, unseen: { value: 2 } }),
  JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
  Object.assign([1], { toJSON: () => 'a list that is none' }),
];

it.each(values.map((value, index) => [index, value] as const))('is what JSON makes of it (%i)', (_index, value) => {
  const written = JSON.stringify(value);
  const crossed = throughJson(value);
  expect(crossed).toStrictEqual(written === undefined ? null : JSON.parse(written));
  expect(JSON.stringify(crossed)).toBe(written ?? 'null');
});

it('shares nothing with the other side', () => {
  const sent = { list: [{ name: 'before' }] };
  const received = throughJson(sent) as typeof sent;
  Object.assign(sent.list[0] ?? {}, { name: 'after' });
  expect(received).toEqual({ list: [{ name: 'before' }] });
});

it('refuses what JSON refuses', () => {
  expect(() => throughJson({ large: 1n })).toThrow(TypeError);
});

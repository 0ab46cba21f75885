import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readProblem } from './problems.ts';
import { operationIds, type Route, routes } from './routes.ts';
import { tolerant } from './tolerant.ts';

const leaf = z.strictObject({ known: z.string() });
const value = { known: 'value' };
const grown = { ...value, unheardOf: { of: 'later' } };

describe('a tolerant shape leaves out what it does not know', () => {
  it.each<[string, z.ZodType, unknown, unknown]>([
    ['in an object', leaf, grown, value],
    ['in a field', z.strictObject({ leaf }), { leaf: grown, more: 1 }, { leaf: value }],
    ['in a list', z.array(leaf), [grown], [value]],
    ['in a record', z.record(z.string(), leaf), { one: grown }, { one: value }],
    ['in a map', z.map(z.string(), leaf), new Map([['one', grown]]), new Map([['one', value]])],
    ['in a set', z.set(leaf), new Set([grown]), new Set([value])],
    ['in a tuple', z.tuple([leaf, z.int()]), [grown, 1], [value, 1]],
    ['in an optional field', z.strictObject({ leaf: leaf.optional() }), { leaf: grown }, { leaf: value }],
    ['in what may be null', leaf.nullable(), grown, value],
    ['beside a default', leaf.default(value), grown, value],
    ['behind a transformation', leaf.transform(({ known }) => known), grown, 'value'],
    ['in one of a union', z.union([z.strictObject({ other: z.int() }), leaf]), grown, value],
    [
      'in one of a union that is told apart by a field',
      z.discriminatedUnion('kind', [leaf.extend({ kind: z.literal('a') }), z.strictObject({ kind: z.literal('b') })]),
      { ...grown, kind: 'a' },
      { ...value, kind: 'a' },
    ],
    [
      'in both of an intersection',
      leaf.and(z.strictObject({ other: z.int() })),
      { ...grown, other: 1 },
      { ...value, other: 1 },
    ],
  ])('%s', (_where, schema, from, to) => {
    if (!(schema instanceof z.ZodIntersection)) expect(schema.safeParse(from).success).toBe(false);
    expect(tolerant(schema).parse(from)).toEqual(to);
  });
});

it('a tolerant shape checks everything else as before, and says of itself what the exact one says', () => {
  const range = z
    .strictObject({ low: z.int(), high: z.int() })
    .refine(({ low, high }) => low <= high, 'must rise')
    .describe('A range');
  expect(tolerant(range).parse({ low: 1, high: 2, more: 3 })).toEqual({ low: 1, high: 2 });
  expect(tolerant(range).safeParse({ low: 2, high: 1 }).error?.issues[0]?.message).toBe('must rise');
  expect(tolerant(range).safeParse({ low: 2 }).success).toBe(false);
  expect(tolerant(range).description).toBe('A range');
});

it('a shape that keeps what it does not know goes on to keep it, and one with nothing exact in it is itself', () => {
  expect(tolerant(z.looseObject({ leaf })).parse({ leaf: grown, more: 1 })).toEqual({ leaf: value, more: 1 });
  const open = z.array(z.object({ known: z.string() }));
  expect(tolerant(open)).toBe(open);
  expect(tolerant(leaf)).toBe(tolerant(leaf));
});

it.each(operationIds)('the answer of %s has no exact part left for whoever reads it', (id) => {
  const route: Route = routes[id];
  expect(
    JSON.stringify(z.toJSONSchema(tolerant(route.response), { unrepresentable: 'any', io: 'input' })),
  ).not.toContain('"additionalProperties":false');
});

describe('a problem of a later version', () => {
  const problem = { type: 'urn:x', title: 'No', status: 409, code: 'conflict', requestId: 'request-1' };

  it('is read without what it has beyond ours', () => {
    expect(
      readProblem({ ...problem, errors: [{ pointer: '#/a', detail: 'no', hint: 'later' }], hint: 'later' }),
    ).toEqual({
      ...problem,
      errors: [{ pointer: '#/a', detail: 'no' }],
    });
  });

  it.each([
    [409, 'conflict'],
    [402, 'cost-limit'],
    [418, 'internal'],
  ])('with a code that we do not know and status %i is read as %s', (status, code) => {
    expect(readProblem({ ...problem, status, code: 'invented-since' })).toMatchObject({ status, code });
  });

  it('is none without what makes a problem', () => {
    expect(readProblem({ code: 'conflict' })).toBeUndefined();
    expect(readProblem('Bad gateway')).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import * as z from 'zod';
import { sampleBriefData } from '../export/testing/sample-outputs.ts';
import { briefSchema } from './brief.ts';
import { fieldErrors } from './problems.ts';
import { operationIds, type Route, routes } from './routes.ts';

const schema = z.strictObject({
  objectives: z.array(z.string()).max(2),
  amount: z.number().min(0).optional(),
  weeks: z.int().min(1).max(4).multipleOf(2).optional(),
  mode: z.enum(['AUTO', 'GUIDED']).optional(),
  name: z.string().min(1).max(5).optional(),
  email: z.email().optional(),
  website: z.url().optional(),
  at: z.iso.datetime().optional(),
  pair: z.array(z.string()).length(2).optional(),
  isOn: z.boolean().optional(),
  shape: z
    .discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })])
    .optional(),
});
const valid = { objectives: ['sell'] };

it.each<[Record<string, unknown>, string]>([
  [{ objectives: 'sell' }, 'objectives must be a list of texts'],
  [{ objectives: undefined }, 'objectives is missing: it must be a list of texts'],
  [{ objectives: ['a', 5] }, 'objectives[1] must be a text'],
  [{ objectives: ['a', 'b', 'c'] }, 'objectives must have 2 entries at most, and has 3'],
  [{ amount: -1 }, 'amount must be at least 0'],
  [{ amount: '5' }, 'amount must be a number'],
  [{ weeks: 5 }, 'weeks must be 4 at most'],
  [{ weeks: 1.5 }, 'weeks must be a whole number'],
  [{ weeks: 3 }, 'weeks must be a multiple of 2'],
  [{ mode: 'FAST' }, 'mode must be one of AUTO, GUIDED'],
  [{ name: '' }, 'name must not be empty'],
  [{ name: 'abcdef' }, 'name must have 5 characters at most, and has 6'],
  [{ email: 'me' }, 'email must be an e-mail address, such as name@example.com'],
  [{ website: 'x' }, 'website must be an address, such as https://example.com'],
  [{ at: 'soon' }, 'at must be an instant in UTC, such as 2026-11-30T09:00:00Z'],
  [{ pair: ['a'] }, 'pair must have exactly 2 entries, and has 1'],
  [{ isOn: 'yes' }, 'isOn must be true or false'],
  [{ shape: { kind: 'c' } }, 'kind must be one of a, b'],
  [{ colour: 'red' }, 'colour is not a known field'],
])('of %j it is said: %s', (change, sentence) => {
  const { error } = schema.safeParse({ ...valid, ...change });

  expect(error && fieldErrors(error)[0]?.detail).toBe(sentence);
});

it('words no fault of any route as the library does', () => {
  const library = /Invalid|expected|received|Too (big|small)|Unrecognized/;
  const values = [undefined, null, 5, 'x'.repeat(50_000), [], {}, '', -1, 1e12, [[]]];
  for (const id of operationIds) {
    const route: Route = routes[id];
    for (const part of [route.body, route.query, route.params]) {
      const fields = part instanceof z.ZodObject ? Object.keys(part.shape) : [];
      for (const value of values)
        for (const sent of [value, Object.fromEntries(fields.map((field) => [field, value]))]) {
          const { error } = part?.safeParse(sent) ?? {};
          for (const { detail } of error ? fieldErrors(error) : []) expect(detail).not.toMatch(library);
        }
    }
  }
});

it('names the field of a brief', () => {
  const { error } = briefSchema.safeParse({
    name: 'a',
    briefData: { ...sampleBriefData, campaignGoals: { objectives: 'sell' } },
  });

  expect(error && fieldErrors(error).map(({ detail }) => detail)).toEqual([
    'objectives must be a list of texts',
    'targetAudience is missing: it must be a text',
    'budget is missing: it must be an object',
    'duration is missing: it must be a text',
  ]);
});

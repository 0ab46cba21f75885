import { expect, it } from 'vitest';
import * as z from 'zod';
import { pickFields } from './pick-fields.ts';

it('takes what the shape names and nothing else, and no field that is undefined', () => {
  const shape = z.strictObject({ id: z.string(), name: z.string().optional(), none: z.string().optional() });
  const picked = pickFields(shape, { id: 'one', name: undefined, none: 'here', token: 'secret' });
  expect(Object.entries(picked)).toEqual([
    ['id', 'one'],
    ['none', 'here'],
  ]);
});

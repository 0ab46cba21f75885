import { expect, it } from 'vitest';
import { secondsAsked } from './retry-after-header.ts';

const now = new Date('2026-11-25T12:00:00.000Z');

it.each([
  ['120', 120],
  [' 0 ', 0],
  ['Wed, 25 Nov 2026 12:01:30 GMT', 90],
  ['Wednesday, 25-Nov-26 12:01:30 GMT', 90],
  ['Wed Nov 25 12:01:30 2026', 90],
  ['Wed, 25 Nov 2026 11:00:00 GMT', 0],
  [undefined, undefined],
  ['', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['Soonish, whenever', undefined],
  ['99999999999', undefined],
])('a Retry-After of %j means %j seconds', (header, seconds) => {
  expect(secondsAsked(header, now)).toBe(seconds);
});

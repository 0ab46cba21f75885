import { expect, it } from 'vitest';
import { editedShare } from './edited-share.ts';

it.each([
  ['nothing', { title: 'Bread' }, { title: 'Bread' }, 0],
  ['everything', { title: 'Bread' }, { title: 'Cakes' }, 1],
  ['one of two texts', { title: 'Bread', text: 'Fresh' }, { title: 'Bread', text: 'Nouns' }, 0.5],
  ['a word in a sentence', { text: 'Good bread today' }, { text: 'Good cakes today' }, 5 / 16],
  ['what was taken away', { list: ['Bread', 'Cakes'] }, { list: ['Bread'] }, 0.5],
  ['what was added', { list: ['Bread'] }, { list: ['Bread', 'Cakes'] }, 0.5],
  ['of nothing', {}, {}, 0],
])('is the share of characters that a person changed: %s', (_name, before, after, share) => {
  expect(editedShare(before, after)).toBeCloseTo(share, 10);
});

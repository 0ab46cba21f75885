import { expect, it } from 'vitest';
import { wordPattern } from './word-pattern.ts';

it.each<[RegExp, string, boolean]>([
  [/\bà\b/iu, 'rendez-vous à 8 h', true],
  [/\bà\b/iu, 'À Lyon', true],
  [/\bà\b/iu, 'déjà', false],
  [/\bà\b/iu, 'àb', false],
  [/\béchéance\b/u, 'l’échéance, demain', true],
  [/\béchéance\b/u, 'sans échéances', false],
  [/\bété\b/u, 'été', true],
  [/\bœuvre/iu, 'une Œuvre', true],
  [/\bœuvre/iu, 'manœuvre', false],
  [/\bour\b/iu, 'sour', false],
  [/\bour\b/iu, '(our)', true],
  [/\bour\b/iu, 'our_', false],
  [/\b20\b/u, 'v20', false],
  [/\bs\b/u, 'ẞs', false],
])('%s in "%s": %s', (pattern, text, isFound) => {
  expect(wordPattern(pattern).test(text)).toBe(isFound);
});

it('keeps the flags', () => expect(wordPattern(/\ba/giu).flags).toBe('giu'));

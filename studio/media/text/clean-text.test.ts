import { expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

it('removes control, invisible and broken characters and joins lines', () => {
  expect(cleanText('  A\u0000B\u0007\tC\r\nD\u200BE\uD800F \u202Eg ')).toBe('AB C DEF g');
});

it('keeps French punctuation with its word', () => {
  expect(cleanText('« Ça va ? » Oui : 20 % !')).toBe('«\u00a0Ça va\u00a0?\u00a0» Oui\u00a0: 20\u00a0%\u00a0!');
});

it('composes accents written in two characters', () => {
  expect(cleanText('e\u0301te\u0301')).toBe('été');
});

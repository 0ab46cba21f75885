import { expect, it } from 'vitest';
import { containsText } from './contains-text.ts';

it.each([
  ['Été à la plage', 'ete', true],
  ['Été à la plage', 'PLAGE', true],
  ['Ete', 'Été', true],
  ['Bons vœux', 'voeux', true],
  ['Straße', 'STRASSE', true],
  ['E\u0301te\u0301', 'été', true],
  ['Printemps', 'hiver', false],
  ['Printemps', '.*', false],
])('in %j, %j is found: %j', (text, search, expected) => {
  expect(containsText(text, search)).toBe(expected);
});

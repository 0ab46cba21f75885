import { describe, expect, it } from 'vitest';
import { isPublic, publicLines, publicText } from './public-lines.ts';

describe('what of a text is public', () => {
  it.each([
    ['made in Cork - 12 people work here - X owns us, between us', ['made in Cork - 12 people work here']],
    ['made in Cork - X owns us, keep this to yourself', []],
    ['a box (X makes it - confidential)', []],
    ['a plan - not public', []],
    ['X buys us. Do not share it. Open daily', ['Open daily']],
    ['Open daily. We also do parties', ['Open daily.', 'We also do parties']],
    ['Open daily\nsecret: X', ['Open daily']],
    ['Open daily. Do not tell anybody that the owner sells the house in spring', ['Open daily.']],
  ])('%s', (text, lines) => {
    expect(publicLines(text)).toEqual(lines);
  });

  it.each([
    'secret de famille depuis 1920',
    'notre secret : le beurre',
    'Victoria’s Secret partner',
    'secret cinema nights',
    'members only lounge',
  ])('is all of it where "secret" is a word like others: %s', (text) => {
    expect([isPublic(text), publicText(text)]).toEqual([true, text]);
  });

  it.each([
    ['Open daily. We do parties, it’s fun', true, 'Open daily. We do parties, it’s fun'],
    ['Open daily, it’s free. Secret: X', false, 'Open daily, it’s free.'],
    ['Open daily\ndon’t advertise it', false, ''],
    ['| Values | handmade |', true, 'handmade'],
    ['| Offre | 10 € | |---|---| | Cible | femmes |', true, '10 €; femmes'],
  ])('%j: %s, "%s"', (text, isAll, told) => expect([isPublic(text), publicText(text)]).toEqual([isAll, told]));

  it('is of a pasted table the rows that are, without their labels', () => {
    expect(publicText('| Values | handmade, l’accueil | | Internal | X buys us |')).toBe('handmade, l’accueil');
  });
});

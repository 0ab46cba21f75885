import { describe, expect, it } from 'vitest';
import { fitPost, fitText } from './fit-text.ts';

describe('a text in a limit', () => {
  it.each([
    ['as it is where it fits', '  Fits well.  ', 10, 'Fits well.'],
    ['as it is to the last character', 'Ten signs!', 10, 'Ten signs!'],
    ['cut after a sentence', 'First sentence here. Second one follows.', 25, 'First sentence here.'],
    ['cut after the last sentence of several', 'One is in. Two is in! Three is out of it.', 30, 'One is in. Two is in!'],
    ['cut after a question', 'Is it here? Nobody knows it yet.', 16, 'Is it here?'],
    ['cut after lines', 'A first line.\nA second line. A third', 30, 'A first line.\nA second line.'],
    ['cut after a sentence that fills half of it', 'Half of it. rest rest rest', 22, 'Half of it.'],
    ['cut at a word where a sentence fills less than half', 'Half of it. rest rest rest', 24, 'Half of it. rest rest…'],
    ['not cut at a point within a word', 'Version 3.14159 is out now', 13, 'Version…'],
    ['cut at a word', 'one two three four five six', 14, 'one two three…'],
    ['cut at a word that ends right there', 'one two three four', 14, 'one two three…'],
    ['cut before a word that does not fit', 'one two three four', 13, 'one two…'],
    ['cut within a word where a whole one would leave half empty', 'a Donaudampfschifffahrt', 12, 'a Donaudamp…'],
    ['cut without what hangs on: a comma', 'one two, three', 10, 'one two…'],
    ['cut without what hangs on: a dash', 'one two – three', 11, 'one two…'],
    ['cut to at least one character', 'one two', 1, 'o…'],
  ])('is %s', (_how, text, limit, fitted) => expect(fitText(text, limit)).toBe(fitted)); // biome-ignore format: a table

  it('is never cut within a character, and is as long as the caller measures', () => {
    expect(fitText('👍'.repeat(20), 11)).toBe(`${'👍'.repeat(5)}…`);
    const weighted = (text: string) => [...text].length * 2;
    expect(fitText('one two three', 12, weighted)).toBe('one…');
    expect(fitText('one two three', 26, weighted)).toBe('one two three');
  });
});

describe('a post in a limit', () => {
  const tags = ['#One', '#Two', '#Three', '#Four'];
  it.each([
    ['with all of its hashtags where it fits', 'Short.', tags, 30, { text: 'Short.', hashtags: tags }],
    ['to the last character', 'Sho.', tags, 28, { text: 'Sho.', hashtags: tags }],
    ['without its last hashtag', 'Shor.', tags, 28, { text: 'Shor.', hashtags: tags.slice(0, 3) }],
    ['with two hashtags however long it is', 'word word word word word word', tags, 25, { text: 'word word…', hashtags: ['#One', '#Two'] }],
    ['with fewer where two fill more than half', 'word word word word', ['#Onetwo', '#Threefour'], 30, { text: 'word word word word', hashtags: ['#Onetwo'] }],
    ['with two that fill half of it', 'word word word word', ['#Onetwo', '#Three'], 32, { text: 'word word word…', hashtags: ['#Onetwo', '#Three'] }],
    ['without a hashtag where one fills more than half', 'word word', ['#Onetwothreefour'], 20, { text: 'word word', hashtags: [] }],
    ['without hashtags', 'word word word', [], 10, { text: 'word word…', hashtags: [] }],
  ])('is %s', (_how, text, hashtags, limit, post) => {
    expect(fitPost(text, hashtags, limit)).toEqual(post);
  }); // biome-ignore format: a table

  it('is measured with its hashtags as its network counts', () => {
    const weighted = (text: string) => [...text].length * 2;
    expect(fitPost('Short.', tags, 60, weighted).hashtags).toEqual(tags);
    expect(fitPost('Short.', tags, 59, weighted).hashtags).toEqual(tags.slice(0, 3));
  });
});

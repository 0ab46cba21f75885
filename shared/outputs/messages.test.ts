import { describe, expect, it } from 'vitest';
import { outputWords, sayIn } from './messages.ts';

const words = Object.entries(outputWords);

describe('the words of outputs', () => {
  it('put the same values into both languages', () => {
    const namesIn = (message: string) => [...new Set(message.match(/\{\w+\}/g))].sort().join();

    expect(words.filter(([, [en, fr]]) => namesIn(en) !== namesIn(fr))).toEqual([]);
    expect(words.filter(([, [en, fr]]) => en.split('|').length !== fr.split('|').length)).toEqual([]);
  });

  it('write French as it is printed: apostrophes and quotation marks of its own', () => {
    expect(words.filter(([, [, fr]]) => /['"“”]/.test(fr))).toEqual([]);
  });

  it('count as each language does', () => {
    expect(sayIn('en')('length', { count: 0 })).toBe('0 words');
    expect(sayIn('fr')('length', { count: 0 })).toBe('0 mot');
    expect(sayIn('fr')('length', { count: 1 })).toBe('1 mot');
    expect(sayIn('en')('planned', { count: 1200 })).toBe('1,200 posts planned');
  });

  it('puts in what is written as it is, braces and bars too', () => {
    expect(sayIn('en')('ofGroup', { name: '{name} | $& x' })).toBe('All texts of the group “{name} | $& x”');
  });
});

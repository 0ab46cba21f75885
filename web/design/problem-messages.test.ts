import { describe, expect, it } from 'vitest';
import { problems } from '../../shared/contracts/problems.ts';
import { problemWords } from './problem-messages.ts';

describe('what the API refuses with', () => {
  it('is said in both languages for every code, and in English as the API says it', () => {
    const titles = Object.entries(problems).map(([code, { title }]) => [`problem_${code}`, title] as const);
    const { detail: _detail, ...english } = problemWords.en;
    expect(english).toEqual(Object.fromEntries(titles));
  });
});

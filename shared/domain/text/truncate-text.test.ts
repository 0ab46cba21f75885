import { expect, it } from 'vitest';
import { graphemesOf } from '../../contracts/graphemes.ts';
import { postLength } from '../../contracts/post-rules.ts';
import { truncateText } from './truncate-text.ts';

it.each(['👨‍👩‍👧‍👦', '🇫🇷', 'e\u0323\u0301', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'हि'])('never cuts inside %s', (sign) => {
  const text = sign.repeat(5);
  for (let limit = 0; limit <= text.length; limit += 1) {
    const cut = truncateText(text, limit);
    expect(cut.length).toBeLessThanOrEqual(limit);
    expect(graphemesOf(cut).every((part) => part === sign)).toBe(true);
    expect(cut.length).toBeGreaterThan(limit - sign.length);
  }
});

it('cuts by what a network counts', () => {
  expect(truncateText('あ'.repeat(200), 280, (text) => postLength('x', text))).toBe('あ'.repeat(140));
});

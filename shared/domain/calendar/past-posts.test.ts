import { expect, it } from 'vitest';
import { pastPosts } from './past-posts.ts';

const now = new Date('2026-11-26T12:00:00.000Z');
const posts = (...times: string[]) => ({
  scheduledPosts: times.map((scheduledAt, index) => ({
    id: `post-${index}`,
    channel: 'x',
    text: 'a',
    hashtags: [],
    scheduledAt,
  })),
});

it('names a post that was moved into the past, and none that was there before', () => {
  const original = posts('2026-11-20T10:00:00.000Z', '2026-11-28T10:00:00.000Z');
  const edited = posts('2026-11-20T10:00:00.000Z', '2026-11-26T11:59:59.000Z');

  expect(pastPosts(original, edited, now)).toEqual([
    {
      pointer: '#/scheduledPosts/1/scheduledAt',
      detail: 'must not be in the past: it is 2026-11-26T12:00:00.000Z now',
    },
  ]);
  expect(pastPosts(original, posts('2026-11-26T12:00:01.000Z'), now)).toEqual([]);
  expect(pastPosts(original, posts('2026-11-26T12:00:00.000Z'), now)).toEqual([]);
  expect(pastPosts({ scheduledPosts: 'none' }, edited, now)).toHaveLength(2);
  expect(pastPosts({ strategyReport: {} }, { strategyReport: {} }, now)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { longestWaitSeconds, maximumPolls, nextPollSeconds, soonestAskSeconds } from './poll-interval.ts';

/** Every pause of jobs that never end, asked after in turn. */
function pausesOf(jobs: number, askAgainSeconds: number): number[][] {
  const pauses = Array.from({ length: jobs }, (): number[] => []);
  let polls = 0;
  for (let isAsking = true; isAsking; ) {
    isAsking = false;
    for (const job of pauses) {
      const waited = job.reduce((sum, pause) => sum + pause, 0);
      const pause = nextPollSeconds(polls, waited, askAgainSeconds);
      if (pause === undefined) continue;
      job.push(pause);
      polls += 1;
      isAsking = true;
    }
  }
  return pauses;
}
const sum = (numbers: readonly number[] = []) => numbers.reduce((total, number) => total + number, 0);

describe('asking after work that is done elsewhere', () => {
  it('asks every 15 s for the first 12 minutes, and gives a single job six hours', () => {
    const [pauses] = pausesOf(1, soonestAskSeconds);

    expect(new Set(pauses?.slice(0, 50))).toEqual(new Set([15]));
    expect(sum(pauses?.slice(0, 50))).toBe(12.5 * 60);
    expect(longestWaitSeconds).toBe(6 * 60 * 60);
    expect(sum(pauses)).toBeGreaterThanOrEqual(6 * 60 * 60);
    expect(sum(pauses)).toBeLessThan(6 * 60 * 60 + 900);
  });

  it.each([1, 5, 15])(
    'asks at most 500 times in a campaign of 40 jobs whose provider wants to be asked every %i s',
    (s) => {
      const pauses = pausesOf(40, s);

      expect(maximumPolls).toBe(500);
      expect(pauses.flat()).toHaveLength(500);
      expect(Math.min(...pauses.flat())).toBe(s);
    },
  );

  it('gives 40 jobs at once more than an hour each', () => {
    expect(Math.min(...pausesOf(40, soonestAskSeconds).map(sum))).toBeGreaterThan(60 * 60);
  });

  it('never asks sooner than the provider wants', () => {
    expect(nextPollSeconds(0, 0, 3600)).toBe(3600);
    expect(nextPollSeconds(400, 0, 3600)).toBe(3600);
  });
});

import { describe, expect, it } from 'vitest';
import type { BriefReading } from '../contracts/brief-reading.ts';
import { channels, socialNetworks } from '../contracts/channels.ts';
import { addDays, weekdayOf } from '../domain/calendar/calendar-days.ts';
import { dayAt } from '../domain/calendar/wall-time.ts';
import { campaignPeriod, campaignWeeks, publishingDays } from './campaign-days.ts';
import { networksFor, planPosts } from './plan-posts.ts';
import { postingHabits } from './posting-hours.ts';

const from = { field: 'campaignGoals.duration', quote: '' };
const now = '2026-11-26T08:00:00.000Z';
type Plan = Pick<BriefReading, 'period' | 'constraints' | 'moments' | 'audience' | 'goal'>;
const plan = (period: Partial<BriefReading['period']> = {}, rest: Partial<Plan> = {}): Plan => ({
  period: {
    startsOn: '2027-01-11',
    endsOn: '2027-02-21',
    timeZone: 'Europe/Paris',
    approximate: false,
    from,
    ...period,
  },
  constraints: [],
  moments: [],
  audience: { who: 'familles', country: 'FR', from },
  goal: { kind: 'buy', also: [], from },
  ...rest,
});
const { networks } = networksFor(['x', 'tiktok', 'email']);
const daysOf = (reading: Plan, when = now) =>
  planPosts(reading, networks, when).map(({ scheduledAt }) => dayAt(scheduledAt, reading.period.timeZone));

describe('the calendar', () => {
  it('runs from the first midnight to the last on the clocks of the campaign', () => {
    expect(campaignPeriod(plan())).toEqual({
      startsAt: '2027-01-10T23:00:00.000Z',
      endsAt: '2027-02-21T23:00:00.000Z',
    });
    expect(campaignWeeks(plan())).toBe(6);
  });

  it.each([1, 3, 7, 14, 21, 42, 91, 364])(
    'spreads its posts over %i days, one a day at most, nothing outside of them',
    (length) => {
      const reading = plan({ endsOn: addDays('2027-01-11', length - 1) });
      const days = daysOf(reading);
      const weeks = Math.ceil(length / 7);
      expect(days.length).toBe(Math.min(Math.max(weeks * 3, 8), 16, weeks * 4, publishingDays(reading, now).length));
      expect(new Set(days).size).toBe(days.length);
      expect(days.toSorted()).toEqual(days);
      expect(days.every((day) => day >= '2027-01-11' && day <= reading.period.endsOn)).toBe(true);
    },
  );

  it('uses every network at one of its own hours, on the clocks of the audience', () => {
    const all = networksFor(channels).networks;
    const slots = planPosts(plan({ timeZone: 'America/Toronto' }), all, now);
    expect(new Set(slots.map(({ channel }) => channel))).toEqual(new Set(socialNetworks));
    for (const { channel, scheduledAt } of slots) {
      const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'America/Toronto' }).format(
        Date.parse(scheduledAt),
      );
      expect(postingHabits[channel].times.map((entry) => entry.time)).toContain(time);
    }
  });

  it('makes its last push on the deadline, reminds before it, and says nothing after', () => {
    const reading = plan({ startsOn: '2026-11-27', endsOn: '2026-12-31', deadline: '2026-12-24' });
    const slots = planPosts(reading, networks, now);
    const days = daysOf(reading);
    expect(days.at(-1)).toBe('2026-12-24');
    expect(days).toEqual(expect.arrayContaining(['2026-12-23', '2026-12-21']));
    expect(slots.at(-1)).toMatchObject({ theme: 'invitation', daysLeft: 0 });
  });

  it('publishes on the days that the brief names', () => {
    const moments = [
      { kind: 'named-day' as const, label: 'Giving Tuesday', startsOn: '2026-12-01', endsOn: '2026-12-01', from },
    ];
    expect(daysOf(plan({ startsOn: '2026-11-27', endsOn: '2026-12-20' }, { moments }))).toContain('2026-12-01');
  });

  it('leaves out the weekdays and days that the brief excludes', () => {
    const constraints = [
      { kind: 'no-posts-on' as const, value: '0', from },
      { kind: 'no-posts-on' as const, value: '2027-01-20', from },
    ];
    const days = publishingDays(plan({}, { constraints }), now);
    expect(days.filter((day) => weekdayOf(day) === 0 || day === '2027-01-20')).toEqual([]);
    expect(days).toHaveLength(42 - 6 - 1);
  });

  it('leaves out public holidays where the audience lives, unless the brief names the day', () => {
    const christmas = { startsOn: '2026-12-20', endsOn: '2026-12-27' };
    expect(publishingDays(plan(christmas), now)).not.toContain('2026-12-25');
    const abroad = plan(christmas, { audience: { who: 'families', from } });
    expect(publishingDays(abroad, now)).toContain('2026-12-25');
    const named = [{ kind: 'event' as const, label: 'Noël', startsOn: '2026-12-25', endsOn: '2026-12-25', from }];
    expect(publishingDays(plan(christmas, { moments: named }), now)).toContain('2026-12-25');
  });

  it('has no post in the past, however long people took to decide', () => {
    const late = '2027-02-01T22:30:00.000Z';
    expect(daysOf(plan(), late)[0]).toBe('2027-02-02');
    expect(
      planPosts(plan(), networks, '2027-06-01T08:00:00.000Z').map(({ scheduledAt }) => scheduledAt > '2027-06-01'),
    ).toEqual([true]);
  });

  it('gives way rather than publish nothing when everything is excluded', () => {
    const everyDay = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ kind: 'no-posts-on' as const, value: String(day), from }));
    expect(planPosts(plan({}, { constraints: everyDay }), networks, now).length).toBeGreaterThan(0);
  });
});

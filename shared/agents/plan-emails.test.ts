import { describe, expect, it } from 'vitest';
import type { BriefReading } from '../contracts/brief-reading.ts';
import { dayAt } from '../domain/calendar/wall-time.ts';
import { planEmails } from './plan-emails.ts';

const from = { field: 'campaignGoals.duration', quote: '' };
const planned = (period: Partial<BriefReading['period']>) =>
  planEmails(
    {
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
    },
    '2026-11-26T08:00:00.000Z',
  );

describe('the e-mails of a campaign', () => {
  it('announce on a good day, prove in the middle, remind three days before, and call on the last day', () => {
    expect(planned({ deadline: '2027-02-21' })).toEqual([
      { id: 'email-1', purpose: 'announcement', sendAt: '2027-01-12T09:00:00.000Z', daysLeft: 40 },
      { id: 'email-2', purpose: 'proof', sendAt: '2027-02-02T09:00:00.000Z', daysLeft: 19 },
      { id: 'email-3', purpose: 'reminder', sendAt: '2027-02-18T18:00:00.000Z', daysLeft: 3 },
      { id: 'email-4', purpose: 'last-call', sendAt: '2027-02-21T09:00:00.000Z', daysLeft: 0 },
    ]);
  });

  it('have no last call where nothing ends', () => {
    expect(planned({}).map(({ purpose }) => purpose)).toEqual(['announcement', 'proof', 'reminder']);
  });

  it.each([1, 2, 3, 8, 20, 400])('are at most one a day within %i days', (length) => {
    const endsOn = new Date(Date.parse('2027-01-11') + (length - 1) * 86_400_000).toISOString().slice(0, 10);
    const days = planned({ endsOn, deadline: endsOn }).map(({ sendAt }) => dayAt(sendAt, 'Europe/Paris'));
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThan(0);
    expect(days.every((day) => day >= '2027-01-11' && day <= endsOn)).toBe(true);
  });
});

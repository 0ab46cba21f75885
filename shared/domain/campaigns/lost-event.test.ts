import { expect, it } from 'vitest';
import { lostEvent } from './lost-event.ts';

it('an event that was lost asks to read the campaign again', () => {
  expect(lostEvent({ id: 'cmp_1', status: 'PAUSED' }, 7, '2026-11-26T12:00:00.000Z')).toEqual({
    type: 'campaign:status',
    number: 7,
    campaignId: 'cmp_1',
    at: '2026-11-26T12:00:00.000Z',
    data: { status: 'PAUSED', refetch: true },
  });
});

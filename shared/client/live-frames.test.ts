import { describe, expect, it } from 'vitest';
import { readFrame } from './live-frames.ts';

const campaignId = 'cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ';
const event = (type: string, data: object) => ({
  type,
  number: 7,
  campaignId,
  at: '2026-11-23T08:00:00.000Z',
  data,
});
const failure = { name: 'OutputInvalid', reason: 'The plan has no posts.' };
const samples = [
  event('cost:updated', { spentMicroUsd: 1, committedMicroUsd: 2 }),
  event('phase:status', { phaseId: 'seo', status: 'RUNNING', attempt: 1 }),
  event('phase:error', { phaseId: 'seo', attempt: 1, failure }),
  event('campaign:status', { status: 'PAUSED' }),
  event('campaign:failed', { failedPhases: ['seo'] }),
];

/** The same with a field more in every object. */
const grown = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...Object.fromEntries(Object.entries(value).map(([name, part]) => [name, grown(part)])), newField: { a: 1 } }
    : value;

describe('an event of a newer server', () => {
  it.each(samples)('of the type $type is read without what it adds', (sample) => {
    expect(readFrame(JSON.stringify(grown(sample)))).toEqual({ kind: 'event', event: sample });
  });

  it('of a type that we do not know keeps its place', () => {
    const unknown = { ...event('phase:forecast', {}), more: 1 };
    expect(readFrame(JSON.stringify(unknown))).toEqual({
      kind: 'event',
      event: { type: 'phase:forecast', number: 7, campaignId },
    });
  });
});

it('says how far a model has come, without a number and without what a newer server adds', () => {
  const progress = {
    ...{ type: 'phase:progress', campaignId, at: '2026-11-23T08:00:00.000Z' },
    data: {
      ...{ phaseId: 'seo', attempt: 1, kind: 'text', model: 'maker/model-1', characters: 1200 },
      ...{ lastSentence: 'One fine day.', elapsedMilliseconds: 9000, costMicroUsd: 120 },
    },
  };
  expect(readFrame(JSON.stringify(grown(progress)))).toEqual({ kind: 'progress', progress });
  expect(readFrame(JSON.stringify({ ...progress, data: {} })).kind).toBe('unreadable');
});

it.each([
  [{ type: 'subscribed', campaignId, lastEvent: 3, newField: 1 }, 'reply'],
  [{ type: 'pong', newField: 1 }, 'reply'],
  [{ type: 'unheard-of' }, 'unreadable'],
  ['no object', 'unreadable'],
])('%j is a frame of the kind %s', (frame, kind) => {
  expect(readFrame(JSON.stringify(frame)).kind).toBe(kind);
});

it('what is no JSON is unreadable', () => {
  expect(readFrame('{')).toEqual({ kind: 'unreadable' });
});

// When a call is spared, waits or is made, to the millisecond: the rules of the cache over one origin in memory.
import { describe, expect, it } from 'vitest';
import { sampleCall } from '../../tests/support/account-books.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { AnswerCacheEntry } from '../data/answer-cache-entries.ts';
import { createAnswerCache, type FoundAnswer, type WantedAnswer } from './answer-cache.ts';

const started = Date.parse('2026-11-26T10:00:00.000Z');
const reference = { workspaceId: 'wsp_one', campaignId: 'cmp_one' };
const wanted: WantedAnswer = {
  ...{ request: 'request', kind: 'text', reference, call: 'seo.1.text-1', mayReuse: true },
  model: { provider: 'vendor', id: 'writer-1' },
};
/** Claimed by another campaign in the moment that all of this begins. */
const claimed: AnswerCacheEntry = {
  ...{ campaignId: 'cmp_other', call: 'seo.2.text-1', fence: 4, claimedAt: started },
  ...{ leaseUntil: started + 300_000, expiresAt: started / 1000 + 86_400 },
};
const answered = (changes: Partial<ModelCall> = {}) =>
  sampleCall('seo.2.text-1', { status: 'SETTLED', answered: 'as-is', latencyMilliseconds: 5000, ...changes });

interface World {
  readonly origin?: AnswerCacheEntry | undefined;
  readonly tries?: readonly ModelCall[];
  readonly after?: number;
  readonly recall?: (found: FoundAnswer) => Promise<string | undefined>;
  readonly changes?: Partial<WantedAnswer>;
  readonly onPause?: (world: { origin: AnswerCacheEntry | undefined }) => void;
  readonly lostRaces?: number;
}

/** Seeks an answer so many milliseconds after the beginning, and says how it went; a pause lasts as long as it says. */
async function seek({ tries = [], after = 0, recall, changes, onPause, lostRaces = 0, ...world }: World = {}) {
  const stage = { origin: 'origin' in world ? world.origin : claimed };
  let now = started + after;
  let races = lostRaces;
  const pauses: number[] = [];
  const found: FoundAnswer[] = [];
  const claims: unknown[][] = [];
  const cache = createAnswerCache({
    origins: {
      get: async () => stage.origin,
      async claim(...claim: unknown[]) {
        claims.push(claim);
        races -= 1;
        return races < 0;
      },
      release: async () => true,
    } as never,
    calls: { triesOf: async ({ campaignId }, call) => (campaignId === stage.origin?.campaignId && call === stage.origin.call ? [...tries] : []) },
    clock: () => new Date(now),
    async pause(milliseconds) {
      pauses.push(milliseconds);
      now += milliseconds;
      if (pauses.length > 200) throw new Error('It waits for ever');
      onPause?.(stage);
    },
    random: () => 0.25,
  });
  const standing = await cache
    .seek({ ...wanted, ...changes }, async (one) => {
      found.push(one);
      return recall ? recall(one) : 'the answer';
    })
    .catch((error: unknown) => ({ error }));
  return { standing, pauses, found, claims, now: now - started };
} // biome-ignore format: fakes
const isClaimed = async (world: World) =>
  'claim' in (await seek(world)).standing && (await seek(world)).pauses.length === 0;

describe('a request that nobody has asked', () => {
  it('is claimed, with a lease for its kind and until when its answer counts', async () => {
    const { standing, claims } = await seek({ origin: undefined });
    const origin = {
      ...{ campaignId: 'cmp_one', call: 'seo.1.text-1', fence: 1, claimedAt: started },
      ...{ leaseUntil: started + 300_000, expiresAt: started / 1000 + 24 * 3600 },
    };
    expect(standing).toEqual({ claim: { workspaceId: 'wsp_one', request: 'request', origin } });
    expect(claims).toEqual([['wsp_one', 'request', origin, undefined]]);
    const film = await seek({ origin: undefined, changes: { kind: 'video' } });
    expect(film.standing).toMatchObject({
      claim: { origin: { leaseUntil: started + 3_600_000, expiresAt: started / 1000 + 7 * 24 * 3600 } },
    });
  });

  it('is looked at anew where another claims it at the same moment', async () => {
    const { claims } = await seek({ origin: undefined, lostRaces: 2 });
    expect(claims).toHaveLength(3);
  });

  it('is claimed after the one before it, whose answer is too old', async () => {
    const { standing, found } = await seek({ tries: [answered()], after: 86_400_000 });
    expect([standing, found]).toMatchObject([{ claim: { origin: { fence: 5 } } }, []]);
    expect((await seek({ tries: [answered()], after: 86_399_999 })).standing).toEqual({ answer: 'the answer' });
  });
});

describe('a request that is being answered', () => {
  const reserved = [sampleCall('seo.2.text-1')];
  it.each<[string, World]>([
    ['once nothing was recorded of it for half a minute', { after: 30_000 }],
    ['once its lease has ended', { tries: reserved, after: 300_000 }],
    ['once its call has failed', { tries: [answered({ status: 'FAILED' })] }],
    ['where another model was asked', { tries: [sampleCall('seo.2.text-1', { model: 'other' })], after: 30_000 }],
    ['where the model of another provider was', { tries: [sampleCall('seo.2.text-1', { provider: 'other' })], after: 30_000 }],
    ['where its own run before has died', { origin: { ...claimed, campaignId: 'cmp_one', call: 'seo.1.text-1' }, tries: reserved }],
  ])('is taken over at once %s', async (_when, world) => {
    expect(await isClaimed(world)).toBe(true);
  }); // biome-ignore format: a table

  it.each<[string, World]>([
    ['nothing is recorded of it yet', { after: 29_999 - 20_000 }],
    ['its lease has not ended', { tries: reserved, after: 299_999 - 20_000 }],
    ['another call of the same campaign is at it', { origin: { ...claimed, campaignId: 'cmp_one' }, tries: reserved }],
    ['the same call of another campaign is', { origin: { ...claimed, call: 'seo.1.text-1' }, tries: reserved }],
  ])('is waited for while %s: for twenty seconds, and then elsewhere', async (_while, world) => {
    const { standing, pauses, now } = await seek(world);
    expect(standing).toMatchObject({ error: { name: 'ModelUnavailable', askAgainSeconds: 15, mayAskAnother: false } });
    expect(new Set(pauses)).toEqual(new Set([400])); // between 200 and 1,000
    expect(now - (world.after ?? 0)).toBe(20_000);
  });

  it('is made for itself alone by whoever wants an answer of their own', async () => {
    const { standing, pauses, claims } = await seek({ tries: reserved, changes: { mayReuse: false } });
    expect([standing, pauses, claims]).toEqual([{ claim: undefined }, [], []]);
  });

  it('is taken over by who waits once its owner has put it down', async () => {
    const { standing, pauses } = await seek({ tries: reserved, onPause: (stage) => (stage.origin = undefined) });
    expect([pauses.length, standing]).toMatchObject([1, { claim: { origin: { fence: 1 } } }]);
  });
});

describe('a request that was answered', () => {
  it('is given the last answer of its model', async () => {
    const last = answered({ id: 'seo.2.text-1.2' });
    const { found } = await seek({ tries: [answered(), last, answered({ model: 'other' })] });
    expect(found).toEqual([{ reference: { workspaceId: 'wsp_one', campaignId: 'cmp_other' }, call: last }]);
  });

  it.each<[string, Partial<ModelCall>, boolean]>([
    ['a text that fitted', { answered: 'as-is' }, true],
    ['a text that did not fit', { answered: 'invalid' }, false],
    ['a text of which nobody knows', { answered: undefined }, false],
    ['a text whose call failed', { status: 'FAILED' }, false],
    ['a picture that was paid for', { kind: 'image', answered: undefined }, true],
    ['a picture whose call failed', { kind: 'image', answered: undefined, status: 'FAILED' }, false],
  ])('%s is an answer: %j, %s', async (_what, changes, isOne) => {
    const { standing } = await seek({ tries: [answered(changes)] });
    expect('answer' in standing).toBe(isOne);
  });

  it('is not given to whoever wants another, but for what is their own', async () => {
    const mine = { ...claimed, campaignId: 'cmp_one', call: 'seo.1.text-1' };
    const changes = { mayReuse: false };
    expect((await seek({ tries: [answered()], changes })).standing).toHaveProperty('claim');
    expect((await seek({ tries: [answered()], changes, origin: mine })).standing).toEqual({ answer: 'the answer' });
  });

  it('is waited for while its file may still be on its way: half a minute after its call has ended', async () => {
    let asked = 0;
    const arrives = async () => (++asked === 3 ? 'the file' : undefined);
    const { standing, pauses } = await seek({ tries: [answered()], after: 5000, recall: arrives });
    expect([standing, pauses]).toEqual([{ answer: 'the file' }, [1000, 1000]]);
    const gone = { tries: [answered()], recall: async () => undefined };
    expect((await seek({ ...gone, after: 34_999 })).pauses).toEqual([1000]);
    expect((await seek({ ...gone, after: 35_000 })).pauses).toEqual([]);
  });

  it('is made anew at once where what is gone was its own', async () => {
    const mine = { ...claimed, campaignId: 'cmp_one', call: 'seo.1.text-1' };
    const { standing, pauses } = await seek({ tries: [answered()], recall: async () => undefined, origin: mine });
    expect([standing, pauses]).toMatchObject([{ claim: { origin: { fence: 5 } } }, []]);
  });
});

// What the ledger of calls outside of a campaign writes and in which order, with everything in memory.
import { describe, expect, it } from 'vitest';
import type { GenerationRecord, Generations } from '../data/generations.ts';
import type { Usage } from '../data/usage.ts';
import { callEnd, noUsage } from './call-end.ts';
import { elapsed } from './end-generation.ts';
import { createGenerationLedger, type GenerationOptions, type GenerationSubject } from './generation-ledger.ts';
import type { CallPlan } from './ledger.ts';

const begunAt = new Date('2026-11-26T23:59:59.000Z');
const card = { provider: 'vendor', id: 'writer-1', isTrained: true, secondsPerCall: { text: 1 }, price: { since: '' } };
const plan: CallPlan = { name: 'text', kind: 'text', model: card, prompt: 'Write.', worstCaseMicroUsd: 100 };
const caller = { userId: 'ann', workspaceId: 'wsp_one', signal: new AbortController().signal };
const end = callEnd(
  'SETTLED',
  { ...noUsage, inputTokens: 5, outputTokens: 7, costMicroUsd: 30 },
  { warnings: ['slow'] },
);
const known = {
  ...{ id: 'gen_known', kind: 'image', status: 'DONE', provider: 'vendor', model: 'painter-1', agent: 'SEO' },
  ...{ inputTokens: 5, outputTokens: 7, costMicroUsd: 40, savedMicroUsd: 0, cached: false, warnings: [] },
  ...{ reservedMicroUsd: 90, cachedInputTokens: 1, cacheWriteTokens: 2, reasoningTokens: 3, requestId: 'req-1' },
  ...{ latencyMilliseconds: 900, createdAt: '2026-11-20T10:00:00.000Z', hasSchema: false, aiGenerated: true },
} as unknown as GenerationRecord; // biome-ignore format: a record

function ledgerOf(options: Partial<GenerationOptions> = {}, subject: Partial<GenerationSubject<string>> = {}, isFirst = true, hit?: GenerationRecord) {
  const stage = { now: begunAt, did: [] as unknown[][], usages: [] as Usage[], records: [] as GenerationRecord[] };
  const generations = {
    async cached(_workspace: string, request: string) {
      stage.did.push(['look', request]);
      return hit;
    },
    get: async () => known,
    async put(_workspace: string, record: GenerationRecord) {
      stage.did.push(['put', record.status]);
      stage.records.push(record);
    },
    async end(_workspace: string, record: GenerationRecord, { usage }: { usage: Usage }) {
      stage.did.push(['end', record.status]);
      stage.records.push(record);
      stage.usages.push(usage);
      return isFirst;
    },
    remember: async (_workspace: string, request: string, id: string, seconds: number) =>
      void stage.did.push(['remember', request, id === stage.records[0]?.id, seconds]),
  } as unknown as Generations;
  const quota = { take: async (_caller: unknown, name: string, microUsd = 0) => Boolean(stage.did.push(['take', name.slice(0, 11), microUsd])) };
  const ledger = createGenerationLedger<string>(
    { quota, generations, clock: () => stage.now },
    caller,
    { language: 'fr', maximumCostUsd: 1, cache: true, ...options },
    { fingerprintOf: ({ id }) => `request to ${id}`, keep: async (answer) => ({ outputJson: answer }), ...subject },
  );
  return { stage, ledger };
} // biome-ignore format: a stage

describe('a call outside of a campaign', () => {
  it('is taken of the month, recorded, ended with what was made, and remembered for a day', async () => {
    const { stage, ledger } = ledgerOf({ agent: 'SEO' });
    const call = await ledger.begin(plan);
    expect(call).toMatchObject({ status: 'PENDING', agent: 'SEO', cached: false, warnings: [], aiGenerated: true, reservedMicroUsd: 100, createdAt: begunAt.toISOString() });
    expect(call.hasSchema).toBe(false);
    stage.now = new Date('2026-11-27T00:00:01.500Z');
    const ended = await ledger.settle(call, end, 'made');
    expect(ended).toMatchObject({ status: 'DONE', outputJson: 'made', costMicroUsd: 30, latencyMilliseconds: 2500, warnings: ['slow'] });
    expect(stage.did).toEqual([['take', 'direct/gen_', 100], ['put', 'PENDING'], ['end', 'DONE'], ['remember', 'request to writer-1', true, 86_400]]);
    expect(stage.usages).toEqual([
      { ...{ day: '2026-11-26', campaignId: 'direct', agent: 'SEO', provider: 'vendor', model: 'writer-1' }, ...{ calls: 1, cacheHits: 0, inputTokens: 5, outputTokens: 7, costMicroUsd: 30, savedMicroUsd: 0 } },
    ]);
  }); // biome-ignore format: records

  it('that another has ended is answered as it ended then', async () => {
    const { stage, ledger } = ledgerOf({}, {}, false);
    const call = await ledger.begin(plan);
    expect(await ledger.settle(call, end, 'made')).toBe(known);
    expect(stage.usages[0]?.agent).toBe('none');
  });

  it('whose answer cannot be kept fails, is paid, and nobody is given it', async () => {
    const { stage, ledger } = ledgerOf({}, { keep: () => Promise.reject(new Error('no room')) });
    await expect(ledger.settle(await ledger.begin(plan), end, 'made')).rejects.toThrow('no room');
    expect(stage.did.slice(2)).toEqual([['end', 'FAILED']]);
    expect(stage.usages[0]?.costMicroUsd).toBe(30);
  });

  it.each([
    ['what was spent before', 0.00013, undefined, true],
    ['more than that', 0.000129, undefined, false],
    ['what is made beforehand', 0.00015, 20, true],
    ['less than that', 0.000149, 20, false],
  ])('is made within what its caller allows, with %s', async (_what, maximumCostUsd, before, isMade) => {
    const made: string[] = [];
    const make = async () => void made.push('beforehand');
    const { ledger } = ledgerOf({ maximumCostUsd }, before ? { beforehand: { worstCaseMicroUsd: before, make } } : {});
    if (before) {
      const dear = { ...plan, worstCaseMicroUsd: 130 };
      await (isMade ? ledger.begin(dear) : expect(ledger.begin(dear)).rejects.toMatchObject({ code: 'cost-limit' }));
      expect(made).toEqual(isMade ? ['beforehand'] : []);
      if (isMade) await ledger.begin(dear); // what was made beforehand is made, and costs nothing more
      expect(made).toHaveLength(isMade ? 1 : 0);
      return;
    }
    await ledger.settle(await ledger.begin({ ...plan, worstCaseMicroUsd: 50 }), end, 'made');
    const second = ledger.begin(plan);
    if (isMade) expect((await second).status).toBe('PENDING');
    else await expect(second).rejects.toMatchObject({ code: 'cost-limit' });
  });
});

describe('an answer that was given before', () => {
  it('is a record of its own that costs nothing and says what it saved', async () => {
    const { stage, ledger } = ledgerOf({}, {}, true, { ...known, media: {} as never });
    const hit = await ledger.find?.(plan, undefined);
    expect(stage.did).toEqual([['look', 'request to writer-1'], ['end', 'DONE']]);
    expect(hit).toMatchObject({ cached: true, costSource: 'cache', savedMicroUsd: 40, costMicroUsd: 0, inputTokens: 0, latencyMilliseconds: 0, createdAt: begunAt.toISOString(), mediaOf: 'gen_known' });
    for (const name of ['reservedMicroUsd', 'cachedInputTokens', 'cacheWriteTokens', 'reasoningTokens', 'requestId'])
      expect(hit).not.toHaveProperty(name);
    expect(hit?.id).not.toBe('gen_known');
    expect(stage.usages[0]).toMatchObject({ calls: 0, cacheHits: 1, savedMicroUsd: 40, costMicroUsd: 0, inputTokens: 0 });
  }); // biome-ignore format: records

  it('has the bytes of whoever made them, where there are any', async () => {
    const again = ledgerOf({}, {}, true, { ...known, media: {} as never, mediaOf: 'gen_first' });
    expect((await again.ledger.find?.(plan, undefined))?.mediaOf).toBe('gen_first');
    const text = ledgerOf({}, {}, true, known);
    expect((await text.ledger.find?.(plan, undefined))?.mediaOf).toBeUndefined();
  });

  it('is not looked for where its caller wants none', async () => {
    const { stage, ledger } = ledgerOf({ cache: false }, {}, true, known);
    expect([await ledger.find?.(plan, undefined), stage.did]).toEqual([undefined, []]);
    expect(await ledgerOf().ledger.find?.(plan, undefined)).toBeUndefined();
  });
});

describe('a call that becomes a job', () => {
  const job = { jobId: 'job-1', askAgainSeconds: 15 };
  it('is kept with what must be known to ask after it', async () => {
    const { stage, ledger } = ledgerOf({}, { job: { style: 'dynamic', durationSeconds: 6 } });
    const call = await ledger.begin(plan);
    stage.now = new Date(begunAt.getTime() + 500);
    const waiting = await ledger.wait?.(call, job);
    expect(waiting).toEqual({
      ...{ ...call, latencyMilliseconds: 500 },
      job: { jobId: 'job-1', askAgainAt: '2026-11-27T00:00:14.500Z', cacheRequest: 'request to writer-1', style: 'dynamic', durationSeconds: 6 },
    });
    expect(stage.records.at(-1)).toBe(waiting);
    expect(await ledger.settle(waiting as GenerationRecord, end, 'made')).not.toHaveProperty('job');
  }); // biome-ignore format: a record

  it('fails where the request cannot wait', async () => {
    const { ledger } = ledgerOf();
    await expect(ledger.wait?.(await ledger.begin(plan), job)).rejects.toThrow('This request cannot wait for a job');
  });
});

it('by a clock that went back no time has passed', () => {
  expect(elapsed({ createdAt: '2026-11-26T10:00:01.000Z' }, new Date('2026-11-26T10:00:00.000Z'))).toBe(0);
});

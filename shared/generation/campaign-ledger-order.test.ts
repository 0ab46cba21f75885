// What a campaign's ledger writes for a call and in which order, with everything that counts it in memory. Races and crashes are held over a table.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountBooks, sampleCall, settledHeader } from '../../tests/support/account-books.ts';
import { sampleHeader, samplePhase } from '../../tests/support/one-phase.ts';
import type { ModelCall, QuotaState } from '../contracts/usage.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import type { Claim, FoundAnswer, Standing, WantedAnswer } from './answer-cache.ts';
import { callEnd, lostCall, noUsage } from './call-end.ts';
import { type CampaignLedgerParts, createCampaignLedger } from './campaign-ledger.ts';
import type { CallPlan, Reuse } from './ledger.ts';

const card = {
  ...{ provider: 'vendor', id: 'writer-1', isTrained: true, secondsPerCall: { text: 1 } },
  price: { since: '2026-11-23' },
};
const plan: CallPlan = { name: 'text-1', kind: 'text', model: card, prompt: 'Write.', worstCaseMicroUsd: 100 };
const free: CallPlan = { ...plan, worstCaseMicroUsd: 0 };
const id = 'seo.1.text-1';
const claim: Claim = {
  workspaceId: 'wsp_one',
  request: 'same',
  origin: { campaignId: sampleHeader.id, call: id } as Claim['origin'],
};
const month: QuotaState = {
  ...{ month: '2026-11', limit: 50, used: 50, remaining: 0, resetsAt: '2026-12-01T00:00:00.000Z' },
  money: { limitMicroUsd: 200_000, usedMicroUsd: 150_000, remainingMicroUsd: 50_000 },
}; // biome-ignore format: a claim

interface Answer {
  readonly text?: unknown;
}

/** A ledger of the phase `seo`, and everything that it writes to. */
function ledgerOf(phase: Partial<PhaseRecord> = {}, records: readonly ModelCall[] = []) {
  const { parts: books, written, kept, owner } = accountBooks(records);
  const stage = {
    now: new Date('2026-11-26T10:00:00.000Z'),
    month: { ...month },
    quotaHas: true,
    /** How often the cap refuses, one answer after the other; then it does not. */
    refusals: 0,
    /** The cap at each look, one after the other; then it stays. */
    caps: [] as number[],
    reservations: new Map<string, number>(),
    isGone: false,
    standing: { claim: undefined } as Standing<unknown>,
    wanted: [] as WantedAnswer[],
    use: undefined as ((found: FoundAnswer) => Promise<unknown>) | undefined,
    texts: new Map<string, string>(),
    known: [] as number[],
  };
  const parts = {
    ...books,
    clock: () => stage.now,
    campaigns: {
      ...books.campaigns,
      async reserve(_reference: unknown, { aiCapMicroUsd }: typeof sampleHeader, name: string, microUsd: number) {
        stage.known.push(aiCapMicroUsd);
        if (stage.refusals-- > 0) return false;
        written.push(['reserve', name, microUsd]);
        return true;
      },
      async getWithReservations() {
        if (stage.isGone) return undefined;
        return { campaign: { ...sampleHeader, aiCapMicroUsd: stage.caps.shift() ?? sampleHeader.aiCapMicroUsd }, reservations: new Map(stage.reservations), alerted: 0 };
      },
      async settle(_reference: unknown, name: string, reserved: number, cost: number) {
        stage.reservations.delete(name);
        return books.campaigns.settle(_reference, name, reserved, cost);
      },
    },
    calls: {
      ...books.calls,
      triesOf: async (_reference: unknown, name: string) =>
        [...kept.values()].filter((call) => call.id === name || /^\.\d+$/.test(call.id.slice(name.length))),
      async deleteReserved(_reference: unknown, name: string) {
        written.push(['delete', name]);
      },
    },
    quota: {
      async take(_member: unknown, name: string, heldMicroUsd: number) {
        written.push(['take', name, heldMicroUsd]);
        return stage.quotaHas;
      },
      giveBack: async (_member: unknown, name: string, heldMicroUsd: number) =>
        void written.push(['give back', name, heldMicroUsd]),
      state: async () => stage.month,
    },
    cache: {
      async seek(wanted: WantedAnswer, use: (found: FoundAnswer) => Promise<unknown>) {
        stage.wanted.push(wanted);
        stage.use = use;
        return stage.standing;
      },
      release: async ({ request }: Claim) => void written.push(['release', request]),
    },
    answers: {
      get: async (_reference: unknown, name: string) => stage.texts.get(name),
      put: async (_reference: unknown, name: string, text: string) => void written.push(['keep', name, text]),
    },
    phases: { storeVideoJob: async (_reference: unknown, name: string, job: object) => void written.push(['job', name, job]) },
    warnOfCost: async (_reference: unknown, header: unknown, isRefused = false) =>
      void written.push(['warn', isRefused ? 'refused' : 'settled', header === settledHeader]),
  } as unknown as CampaignLedgerParts; // biome-ignore format: one line each
  const { reference } = owner;
  const own = samplePhase('SEO', { id: 'seo', ...phase });
  const make = (over: Partial<CampaignLedgerParts> = {}) =>
    createCampaignLedger({ ...parts, ...over }, { ...reference, phaseId: 'seo' }, own, sampleHeader);
  const did = () => written.map(([what, name]) => `${what} ${name}`);
  return { stage, ledger: make(), make, parts, written, did, kept, reference };
}
const errorOf = (work: Promise<unknown>) => work.then(() => undefined).catch((error: Error) => error);

describe('a call that begins', () => {
  it('is taken of the month, reserved, and then recorded', async () => {
    const { ledger, written, reference } = ledgerOf();
    const call = await ledger.begin({ ...plan, promptVersion: 'v2', chosenBecause: { kind: 'first' } });
    const promptSha256 = createHash('sha256').update('Write.').digest('hex');
    expect(call).toEqual(sampleCall(id, { promptVersion: 'v2', chosenBecause: { kind: 'first' }, promptSha256 }));
    expect(written).toEqual([
      ['take', `${reference.campaignId}/${id}`, 100],
      ['reserve', id, 100],
      ['record', id, 'RESERVED'],
    ]);
  });

  it('says nothing of a prompt and a choice that have no name', async () => {
    const call = await ledgerOf().ledger.begin(plan);
    expect(Object.keys(call)).not.toEqual(expect.arrayContaining(['promptVersion']));
    expect(Object.keys(call)).not.toEqual(expect.arrayContaining(['chosenBecause']));
    expect(call).toMatchObject({ id, agent: 'SEO', attempt: 1, warnings: [], latencyMilliseconds: 0, startedAt: '2026-11-26T10:00:00.000Z' });
  }); // biome-ignore format: a record

  it('and is free reserves and records nothing yet', async () => {
    const { ledger, did, reference } = ledgerOf();
    await ledger.begin(free);
    expect(did()).toEqual([`take ${reference.campaignId}/${id}`]);
  });

  it('after another candidate frees what a run that died has reserved under its name', async () => {
    const { ledger, stage, written } = ledgerOf({}, [sampleCall(id, { status: 'FAILED' })]);
    stage.reservations.set(`${id}.2`, 70);
    await ledger.begin(free);
    expect(written.filter(([what]) => what === 'settle')).toEqual([
      ['settle', id, 100, 0],
      ['settle', `${id}.2`, 70, 0],
    ]);
    const first = ledgerOf();
    first.stage.reservations.set(id, 70);
    await first.ledger.begin(free);
    expect(first.did()).toHaveLength(1); // nobody can have tried before
    const gone = ledgerOf({}, [sampleCall(id, { status: 'FAILED' })]);
    gone.stage.isGone = true;
    expect((await gone.ledger.begin(free)).id).toBe(`${id}.2`);
  });

  it('again counts what earlier tries cost, those that died at their worst', async () => {
    const { ledger, written } = ledgerOf({}, [
      sampleCall(id, { status: 'SETTLED', costMicroUsd: 30 }),
      sampleCall(`${id}.2`),
    ]);
    expect((await ledger.begin(plan)).id).toBe(`${id}.3`);
    expect(written.filter(([what]) => what === 'settle' || what === 'record')).toEqual([
      ['settle', id, 100, 30],
      ['record', `${id}.2`, 'LOST'],
      ['settle', `${id}.2`, 100, 100],
      ['record', `${id}.3`, 'RESERVED'],
    ]);
  });

  it('beyond the calls of the month is not made', async () => {
    const { ledger, stage, did } = ledgerOf();
    stage.quotaHas = false;
    expect(await errorOf(ledger.begin(plan))).toMatchObject({
      name: 'QuotaExceeded',
      message:
        'All 50 AI calls of this month are used up. The quota renews on 2026-12-01 (UTC): retry then, have it raised, or skip this phase.',
    });
    expect(did()).toHaveLength(1);
  });

  it('beyond the money of the month is not made, and says what is left', async () => {
    const { ledger, stage } = ledgerOf();
    stage.quotaHas = false;
    stage.month = { ...month, remaining: 1 };
    expect(await errorOf(ledger.begin(plan))).toMatchObject({
      name: 'BudgetExceeded',
      message:
        'The next text call may cost $0.0001, and $0.0500 is left of this month’s AI money. It renews on 2026-12-01 (UTC): retry then or with a cheaper model, have it raised, or skip this phase.',
    });
  });
});

describe('a call that the cap does not allow', () => {
  it('is given back, people are told, and nothing is recorded', async () => {
    const { ledger, stage, written, reference } = ledgerOf();
    stage.refusals = 9;
    expect(await errorOf(ledger.begin(plan))).toMatchObject({
      name: 'BudgetExceeded',
      message:
        'The next text call may cost $0.0001. With $0.0000 spent or reserved already, that passes the cap of $0.00. Raise the cap to $0.01 or more and retry, or skip this phase.',
    });
    expect(written.slice(1)).toEqual([
      ['warn', 'refused', false],
      ['give back', `${reference.campaignId}/${id}`, 100],
    ]);
    expect(stage.known).toHaveLength(2);
  });

  it('is made once what has ended is settled', async () => {
    const ended = sampleCall('copy.1.text-1', { status: 'SETTLED', costMicroUsd: 5 });
    const { ledger, stage, did } = ledgerOf({}, [ended]);
    stage.refusals = 1;
    stage.reservations.set(ended.id, 100);
    await ledger.begin(plan);
    expect(did().slice(1)).toEqual([`settle ${ended.id}`, `usage ${ended.id}`, `reserve ${id}`, `record ${id}`]);
  });

  it('is made by the cap of the moment, however often that is raised', async () => {
    const { ledger, stage } = ledgerOf();
    stage.refusals = 2;
    stage.caps = [1000, 5000];
    expect((await ledger.begin(plan)).id).toBe(id);
    expect(stage.known).toEqual([1000, 1000, 5000]);
  });

  it.each([
    [100, []],
    [70, [['settle', id, 70, 0], ['reserve', id, 100]]],
  ])('but was reserved by a run that died, with %i, is made', async (before, writes) => {
    const { ledger, stage, written } = ledgerOf();
    stage.refusals = 1;
    stage.reservations.set(id, before);
    await ledger.begin(plan);
    expect(written.slice(1)).toEqual([...writes, ['record', id, 'RESERVED']]);
  }); // biome-ignore format: a table

  it('of a campaign that is gone says so', async () => {
    const { ledger, stage, did } = ledgerOf();
    stage.refusals = 1;
    stage.isGone = true;
    expect(await errorOf(ledger.begin(plan))).toMatchObject({ name: 'CampaignGone' });
    expect(did().at(-1)).toMatch(/^give back/);
  });

  it('fails as well where nobody is told of costs', async () => {
    const { make, stage } = ledgerOf();
    stage.refusals = 9;
    expect(await errorOf(make({ warnOfCost: undefined as never }).begin(plan))).toMatchObject({
      name: 'BudgetExceeded',
    });
  });
});

describe('a call that ends', () => {
  const end = callEnd('SETTLED', { ...noUsage, costMicroUsd: 30 }, { warnings: ['slow'], servedModel: 'writer-1b' });

  it('is recorded with what it was, how long it took and what its provider calls it', async () => {
    const { ledger, stage, written, kept } = ledgerOf();
    const call = await ledger.begin(plan);
    written.splice(0);
    stage.now = new Date('2026-11-26T10:00:02.500Z');
    expect(await ledger.settle(call, end, { text: 'fine' })).toEqual({ answer: { text: 'fine' }, provider: 'vendor', model: 'writer-1' });
    expect(kept.get(id)).toMatchObject({ status: 'SETTLED', costMicroUsd: 30, latencyMilliseconds: 2500, warnings: ['slow'], servedModel: 'writer-1b' });
    expect(written.map(([what]) => what)).toEqual(['record', 'settle', 'usage', 'warn']);
  }); // biome-ignore format: a record

  it('by a clock that went back took no time', async () => {
    const { ledger, kept } = ledgerOf();
    await ledger.fail(sampleCall(id, { startedAt: '2026-11-26T11:00:00.000Z' }), end);
    expect(kept.get(id)?.latencyMilliseconds).toBe(0);
  });

  it('twice ends once', async () => {
    const { ledger, written } = ledgerOf();
    await ledger.fail(sampleCall(id, { status: 'SETTLED' }), end);
    expect(written).toEqual([]);
  });

  it('and was free tells nobody of the cap', async () => {
    const { ledger, did } = ledgerOf();
    await ledger.fail(sampleCall(id, { reservedMicroUsd: 0 }), callEnd('FAILED', noUsage));
    expect(did()).toEqual([`record ${id}`, `usage ${id}`]);
  });

  it('needs nobody who is told of the cap', async () => {
    const { make, did } = ledgerOf();
    await make({ warnOfCost: undefined as never }).fail(sampleCall(id), end);
    expect(did()).toEqual([`record ${id}`, `settle ${id}`, `usage ${id}`]);
  });

  it('and was lost may be told of later, where its provider has a name for it', async () => {
    const { ledger, did } = ledgerOf();
    await ledger.fail(sampleCall(id), lostCall(100, { requestId: 'gen-1' }));
    expect(did()).toContain(`expect ${id}#bill`);
  });
});

it.each([
  [100, [['delete', id], ['settle', id, 100, 0]]],
  [0, []],
])('a call that found no place, at %i, is taken back: its record first', async (reserved, writes) => {
  const { ledger, written } = ledgerOf();
  await ledger.putBack(sampleCall(id, { reservedMicroUsd: reserved }));
  expect(written).toEqual(writes);
}); // biome-ignore format: a table

describe('an answer that was given before', () => {
  const reuse = (over: Partial<Reuse<Answer>> = {}): Reuse<Answer> => ({
    fingerprintOf: ({ id }) => `request to ${id}`,
    ...over,
  });
  const origin = sampleCall('copy.3.text-1', {
    status: 'SETTLED',
    costMicroUsd: 40,
    servedModel: 'writer-1b',
    answered: 'repaired',
  });
  const found: FoundAnswer = { reference: { workspaceId: 'wsp_one', campaignId: 'cmp_other' }, call: origin }; // biome-ignore format: a record

  it('is looked for by its request, and taken with a record of what it saved', async () => {
    const { ledger, stage, kept, reference } = ledgerOf();
    stage.standing = { answer: { answer: { text: 'known' }, found } };
    expect(await ledger.find(plan, reuse())).toEqual({ answer: { text: 'known' }, provider: 'vendor', model: 'writer-1' });
    expect(stage.wanted).toEqual([
      { request: 'request to writer-1', kind: 'text', reference: { ...reference, phaseId: 'seo' }, call: id, model: card, mayReuse: true },
    ]);
    const hit = kept.get(`${id}.hit`);
    expect(hit).toMatchObject({
      ...{ status: 'CACHED', costMicroUsd: 0, reservedMicroUsd: 0, costSource: 'cache', savedMicroUsd: 40 },
      ...{ cachedFrom: 'cmp_other/copy.3.text-1', servedModel: 'writer-1b', answered: 'repaired' },
    });
    expect(hit).not.toHaveProperty('fixes');
  }); // biome-ignore format: records

  it('by the call itself, before a crash, is counted already', async () => {
    const own = sampleCall(id, { status: 'SETTLED', costMicroUsd: 40 });
    const { ledger, stage, did, reference } = ledgerOf({}, [own]);
    stage.standing = { answer: { answer: {}, found: { reference, call: own } } };
    await ledger.find(plan, reuse());
    expect(did()).toEqual([`settle ${id}`, `usage ${id}`]);
  });

  it.each([
    ['by another call of the campaign', { reference: { workspaceId: 'wsp_one', campaignId: sampleHeader.id }, call: origin }],
    ['by a call of the same name elsewhere', { ...found, call: sampleCall(id, { status: 'SETTLED' }) }],
  ])('%s is a hit', async (_what, from) => {
    const { ledger, stage, kept } = ledgerOf({}, [sampleCall(id, { status: 'FAILED' })]);
    stage.standing = { answer: { answer: {}, found: from } };
    await ledger.find(plan, reuse());
    expect(kept.get(`${id}.hit`)?.status).toBe('CACHED');
  }); // biome-ignore format: two

  it.each<[string, Partial<PhaseRecord>, boolean]>([
    ['the first attempt', {}, true],
    ['an attempt that somebody asked for', { attempt: 2 }, false],
    ['an attempt that goes on', { attempt: 2, goesOn: 2 }, true],
    ['a phase that wants new answers', { cache: 'bypass' }, false],
  ])('may be somebody else’s for %s: %s', async (_what, phase, mayReuse) => {
    const { ledger, stage } = ledgerOf(phase);
    await ledger.find(plan, reuse());
    expect(stage.wanted[0]?.mayReuse).toBe(mayReuse);
  });

  it('is not looked for where a call is free, or cannot be answered by another’s', async () => {
    const { ledger, stage } = ledgerOf();
    expect([await ledger.find(free, reuse()), await ledger.find(plan, undefined)]).toEqual([undefined, undefined]);
    expect(stage.wanted).toEqual([]);
  });

  it.each<[string, Partial<Reuse<Answer>>, boolean, Answer | undefined]>([
    ['its text, where that is all of it', { fromText: (text) => ({ text }) }, true, { text: 'kept' }],
    ['what its call left, where its text is gone', { fromText: () => expect.fail('no text'), fromCall: async () => ({ text: 7 }) }, false, { text: 7 }],
    ['what its call left, where a text is not all of it', { fromCall: async () => ({ text: 7 }) }, true, { text: 7 }],
    ['nothing, where its text does not fit', { fromText: () => undefined, fromCall: async () => ({ text: 7 }) }, true, undefined],
    ['nothing, where all of it is gone', { fromText: (text) => ({ text }) }, false, undefined],
  ])('is made of %s', async (_what, over, hasText, answer) => {
    const { ledger, stage } = ledgerOf();
    if (hasText) stage.texts.set(origin.id, 'kept');
    await ledger.find(plan, reuse(over));
    expect(await stage.use?.(found)).toEqual(answer && { answer, found });
  }); // biome-ignore format: a table

  it('is kept for others by the call that was to answer, if it is of use and a text', async () => {
    const keptBy = async (answered: 'as-is' | 'invalid' | undefined, answer: unknown, claims = true) => {
      const { ledger, stage, did } = ledgerOf();
      if (claims) stage.standing = { claim };
      await ledger.find(plan, reuse());
      const end = { ...callEnd('SETTLED', noUsage), ...(answered ? { answered: { answered } as never } : {}) };
      await ledger.settle(sampleCall(id), end, answer);
      return did()[0] === `keep ${id}`;
    };
    expect(await keptBy('as-is', { text: 'fine' })).toBe(true);
    expect([
      await keptBy('invalid', { text: 'fine' }),
      await keptBy(undefined, { text: 'fine' }),
      await keptBy('as-is', { text: 7 }),
      await keptBy('as-is', {}),
      await keptBy('as-is', null),
      await keptBy('as-is', 'fine'),
      await keptBy('as-is', undefined),
      await keptBy('as-is', { text: 'fine' }, false),
    ]).toEqual(Array(8).fill(false));
  });

  it('is left to others when the call cannot begin, or finds no place; once', async () => {
    const { ledger, stage, did } = ledgerOf();
    stage.standing = { claim };
    await ledger.find(plan, reuse());
    stage.quotaHas = false;
    await errorOf(ledger.begin(plan));
    await errorOf(ledger.begin(plan));
    expect(did().filter((what) => what === 'release same')).toHaveLength(1);
    await ledger.find(plan, reuse());
    await ledger.putBack(sampleCall(id));
    expect(did().slice(-3)).toEqual(['release same', `delete ${id}`, `settle ${id}`]);
  });
});

describe('a job', () => {
  it('is kept with the phase, by the name of its call', async () => {
    const { ledger, written } = ledgerOf();
    const job = { jobId: 'job-1', askAgainSeconds: 15 };
    expect(await ledger.wait(sampleCall('seo.1.video-A.2'), job)).toEqual(job);
    expect(written).toEqual([['job', 'video-A', { jobId: 'job-1', model: 'writer-1', call: 'seo.1.video-A.2' }]]);
  });

  it('is of the call that it names, else of the last try, else of one that is made for it', async () => {
    const [first, second] = [sampleCall(id), sampleCall(`${id}.2`)];
    const { ledger } = ledgerOf({}, [first, second]);
    expect([await ledger.resume(plan, id), await ledger.resume(plan)]).toEqual([first, second]);
    const begun = ledgerOf({ startedAt: '2026-11-26T09:00:00.000Z' });
    expect(await begun.ledger.resume(plan)).toMatchObject({ id, reservedMicroUsd: 0, startedAt: '2026-11-26T09:00:00.000Z' });
    expect(await ledgerOf().ledger.resume(plan, id)).toMatchObject({ id, startedAt: '2026-11-26T10:00:00.000Z' });
  }); // biome-ignore format: calls
});

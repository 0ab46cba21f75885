// The one way of every call, with a ledger that only notes what it is told.
import { describe, expect, it } from 'vitest';
import { ModelBusy, ModelRefused, ModelUnavailable } from '../models/errors.ts';
import type { ModelUsage, PendingJob } from '../models/model.ts';
import type { ModelCard } from '../models/model-card.ts';
import type { CallEnd } from './call-end.ts';
import { callModel, pollJob } from './call-model.ts';
import type { CallPlan, Ledger } from './ledger.ts';

const cardOf = (id: string, changes: Partial<ModelCard> = {}): ModelCard => ({
  ...{ provider: 'vendor', id, isTrained: true, secondsPerCall: { text: 1 } },
  price: { since: '2026-11-23', perCall: 100 },
  ...changes,
});
interface Answer {
  readonly text: string;
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
  readonly answered?: CallEnd['answered'];
}
const answer: Answer = { text: 'fine', usage: { inputTokens: 1, outputTokens: 2, costMicroUsd: 100 }, warnings: [] };
const job: PendingJob = { jobId: 'job-1', askAgainSeconds: 15 };
interface Call {
  readonly name: string;
  readonly reservedMicroUsd?: number | undefined;
}

/** A ledger, and what it was told in which order. */
function notebook(changes: Partial<Ledger<Call, Answer, string, string>> = {}) {
  const told: unknown[][] = [];
  const ends: CallEnd[] = [];
  const plans: CallPlan[] = [];
  const ledger: Ledger<Call, Answer, string, string> = {
    async begin(plan) {
      plans.push(plan);
      told.push(['begin', plan.model.id]);
      return { name: plan.name, reservedMicroUsd: plan.worstCaseMicroUsd };
    },
    async fail({ name }, end, error) {
      ends.push(end);
      told.push(['fail', name, error]);
    },
    async settle({ name }, end, { text }) {
      ends.push(end);
      told.push(['settle', name, text]);
      return text;
    },
    ...changes,
  };
  return { ledger, told, ends, plans };
}
type Make = (model: { card: ModelCard }) => Promise<Answer | PendingJob>;
const asked = (make: Make, cards = [cardOf('one')], kind: 'text' | 'image' | 'video' = 'text') => ({
  ...{ name: 'text-1', kind, prompt: 'Write.', promptVersion: 'v1', most: {}, make },
  candidates: cards.map((card) => ({ card })),
});
const failing = (error: unknown) => asked(() => Promise.reject(error));

describe('a request', () => {
  it('is begun, made and settled with what it cost', async () => {
    const { ledger, told, ends, plans } = notebook();
    expect(
      await callModel(
        ledger,
        asked(async () => answer),
      ),
    ).toBe('fine');
    expect(told).toEqual([
      ['begin', 'one'],
      ['settle', 'text-1', 'fine'],
    ]);
    expect(plans).toMatchObject([{ name: 'text-1', kind: 'text', promptVersion: 'v1', worstCaseMicroUsd: 100 }]);
    expect(ends[0]).toEqual({
      ...{ status: 'SETTLED', warnings: [], doubts: [], names: {} },
      usage: { inputTokens: 1, outputTokens: 2, costMicroUsd: 100, costSource: 'provider' },
    });
  });

  it('that was answered before is not made', async () => {
    const reuse = { fingerprintOf: () => 'same' };
    const looked: unknown[] = [];
    const { ledger, told } = notebook({
      find: async (plan, known) => {
        looked.push(plan.model.id, known);
        return 'known';
      },
    });
    expect(
      await callModel(
        ledger,
        asked(async () => answer),
        reuse,
      ),
    ).toBe('known');
    expect([told, looked]).toEqual([[], ['one', reuse]]);
  });

  it('that nobody could answer before is made', async () => {
    const { ledger, told } = notebook({ find: async () => undefined });
    expect(
      await callModel(
        ledger,
        asked(async () => answer),
      ),
    ).toBe('fine');
    expect(told).toHaveLength(2);
  });

  it('without a model fails, and says of what', async () => {
    await expect(
      callModel(
        notebook().ledger,
        asked(async () => answer, []),
      ),
    ).rejects.toThrow('No model was given that could answer text-1');
  });

  it('says how far its answer can be used', async () => {
    const { ledger, ends } = notebook();
    await callModel(ledger, asked(async () => ({ ...answer, answered: { answered: 'repaired', fixes: ['quotes'] } }) as Answer));
    expect(ends[0]?.answered).toEqual({ answered: 'repaired', fixes: ['quotes'] });
  }); // biome-ignore format: an answer

  it.each([
    ['a text of a model', 'text', true, 0, ['UNTOLD']],
    ['a text that told its tokens', 'text', true, 1, []],
    ['a text of a program', 'text', false, 0, []],
    ['a picture', 'image', true, 0, []],
  ] as const)('notes that no token was told of %s', async (_what, kind, isTrained, outputTokens, doubts) => {
    const { ledger, ends } = notebook();
    const made = { ...answer, usage: { ...answer.usage, outputTokens } };
    await callModel(
      ledger,
      asked(async () => made, [cardOf('one', { isTrained })], kind),
    );
    expect(ends[0]?.doubts).toEqual(doubts);
  });

  it('adds that to what else is doubted', async () => {
    const { ledger, ends } = notebook();
    const usage = { inputTokens: 1, outputTokens: 0, costMicroUsd: 500 };
    await callModel(
      ledger,
      asked(async () => ({ ...answer, usage })),
    );
    expect(ends[0]?.doubts).toEqual(['DIFFERS', 'UNTOLD']);
  });
});

describe('a request that becomes a job', () => {
  it('is kept by a ledger that waits', async () => {
    const { ledger, told } = notebook({ wait: async ({ name }, { jobId }) => `${name} is ${jobId}` });
    expect(
      await callModel(
        ledger,
        asked(async () => job),
      ),
    ).toBe('text-1 is job-1');
    expect(told).toEqual([['begin', 'one']]);
  });

  it('fails where nobody waits', async () => {
    await expect(
      callModel(
        notebook().ledger,
        asked(async () => job),
      ),
    ).rejects.toThrow('text-1 became a job, and nobody waits for it');
  });
});

describe('a failure', () => {
  const cards = [cardOf('one'), cardOf('two')];
  it('of one that another may mend asks the other, and the last one is heard', async () => {
    const { ledger, told } = notebook();
    const made = asked(({ card }) => (card.id === 'one' ? Promise.reject(new ModelUnavailable('down')) : Promise.resolve(answer)), cards);
    expect(await callModel(ledger, made)).toBe('fine');
    expect(told.map(([what, who]) => `${what} ${who}`)).toEqual(['begin one', 'fail text-1', 'begin two', 'settle text-1']);
    const last = asked(({ card }) => Promise.reject(new ModelUnavailable(card.id)), cards);
    await expect(callModel(notebook().ledger, last)).rejects.toThrow('two');
  }); // biome-ignore format: a story in two lines

  it.each([
    ['that no other model could mend', new ModelRefused('not this')],
    ['that nobody foresaw', new TypeError('broke')],
  ])('%s is the end', async (_what, error) => {
    const { ledger, told } = notebook();
    await expect(
      callModel(
        ledger,
        asked(() => Promise.reject(error), cards),
      ),
    ).rejects.toBe(error);
    expect(told).toEqual([
      ['begin', 'one'],
      ['fail', 'text-1', error],
    ]);
  });

  it.each<[string, unknown, Partial<CallEnd>]>([
    [
      'is billed nothing where its model says nothing',
      new ModelUnavailable('down', { requestId: 'req-1' }),
      { status: 'FAILED', usage: { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 }, names: { requestId: 'req-1' }, warnings: ['ModelUnavailable'] },
    ],
    [
      'is billed what its model says, with what is doubted of it',
      new ModelRefused('filtered', { billing: { inputTokens: 1, outputTokens: 0, costMicroUsd: 5000 } }),
      { status: 'FAILED', usage: { inputTokens: 1, outputTokens: 0, costMicroUsd: 100, costSource: 'reserved' }, doubts: ['SUSPECT'] },
    ],
    [
      'counts at its worst where its model cannot tell',
      new ModelUnavailable('cut off', { billing: 'unknown' }),
      { status: 'LOST', usage: { inputTokens: 0, outputTokens: 0, costMicroUsd: 100, costSource: 'reserved' } },
    ],
    ['that nobody foresaw counts at its worst', new TypeError('broke'), { status: 'LOST', warnings: ['TypeError'], names: {} }],
    ['that is no error counts at its worst', 'a word', { status: 'LOST', warnings: ['unknown'] }],
  ])('%s', async (_what, error, end) => {
    const { ledger, ends } = notebook();
    await expect(callModel(ledger, failing(error))).rejects.toBe(error);
    expect(ends).toMatchObject([end]);
  }); // biome-ignore format: a table

  it('of a call that reserved nothing costs nothing, though nobody can tell', async () => {
    const { ledger, ends } = notebook({ begin: async ({ name }) => ({ name }) });
    await expect(callModel(ledger, failing(new TypeError('broke')))).rejects.toThrow('broke');
    expect(ends).toMatchObject([{ status: 'FAILED', usage: { costMicroUsd: 0 } }]);
  });

  it('to find a place puts the call back where that can be done', async () => {
    const back: unknown[] = [];
    const { ledger, told } = notebook({ putBack: async ({ name }) => void back.push(name) });
    await expect(callModel(ledger, failing(new ModelBusy('full', 5)))).rejects.toBeInstanceOf(ModelBusy);
    expect([back, told]).toEqual([['text-1'], [['begin', 'one']]]);
    const other = notebook({ putBack: async () => expect.fail('it was begun') });
    await expect(callModel(other.ledger, failing(new ModelUnavailable('down')))).rejects.toThrow('down');
    expect(other.told).toHaveLength(2);
  });

  it('to find a place is a failure like any other elsewhere', async () => {
    const { ledger, told } = notebook();
    await expect(callModel(ledger, failing(new ModelBusy('full', 5)))).rejects.toBeInstanceOf(ModelBusy);
    expect(told.map(([what]) => what)).toEqual(['begin', 'fail']);
  });
});

describe('a job that is asked after', () => {
  const poll = (ledger: ReturnType<typeof notebook>['ledger'], made: () => Promise<Answer | PendingJob>, reservedMicroUsd?: number) =>
    pollJob(ledger, { name: 'video-A', reservedMicroUsd }, { jobId: 'job-1', model: { card: cardOf('one'), poll: made } }); // biome-ignore format: one call

  it('goes on', async () => {
    const { ledger, told } = notebook();
    expect(await poll(ledger, async () => job)).toEqual(job);
    expect(told).toEqual([]);
  });

  it.each([
    [100, 100],
    [undefined, 0],
  ])('costs what was reserved for it, %s, where its provider names nothing', async (reserved, cost) => {
    const { ledger, ends } = notebook();
    const made = { ...answer, usage: { inputTokens: 0, outputTokens: 0 } };
    expect(await poll(ledger, async () => made, reserved)).toBe('fine');
    expect(ends).toMatchObject([{ status: 'SETTLED', usage: { costMicroUsd: cost, costSource: 'price' }, doubts: [] }]);
  });

  it('ends when it is refused, and not when it could not be asked after', async () => {
    const { ledger, told } = notebook();
    await expect(poll(ledger, () => Promise.reject(new ModelUnavailable('down')), 100)).rejects.toThrow('down');
    expect(told).toEqual([]);
    const refusal = new ModelRefused('filtered');
    await expect(poll(ledger, () => Promise.reject(refusal), 100)).rejects.toBe(refusal);
    expect(told).toEqual([['fail', 'video-A', refusal]]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ChoiceReason } from '../../contracts/reasons.ts';
import { type FailureReason, modelFailure } from '../../models/errors.ts';
import type { ModelCard } from '../../models/model-card.ts';
import type { CallEnd } from '../call-end.ts';
import type { CallPlan, Ledger } from '../ledger.ts';
import type { CircuitBreakers, Cooldown } from './circuit-breakers.ts';
import { type HeardCall, lastAnswer, type NamedCall, outcomesOf, watchLedger } from './watch-ledger.ts';

const card: ModelCard = {
  ...{ provider: 'vendor', id: 'writer', isTrained: true, secondsPerCall: { text: 1 } },
  price: { since: '2026-11-23' },
};
const plan: CallPlan = { name: 'text-1', kind: 'text', model: card, prompt: 'Write.', worstCaseMicroUsd: 0 };
const program = { ...plan, model: { ...card, id: 'program', isTrained: false } };
const end = (changes: Partial<CallEnd> = {}): CallEnd => ({
  ...{ status: 'SETTLED', warnings: [], doubts: [], names: {} },
  usage: { inputTokens: 1, outputTokens: 1, costMicroUsd: 70 },
  ...changes,
});
const begunAt = '2026-11-26T12:00:00.000Z';
type Watched = Ledger<NamedCall, string, string, string>;

/** A ledger that is watched, with what was begun and heard of it; `rest`: why the model is left alone. */
function watched(call: Partial<NamedCall> = { startedAt: begunAt }, waits = true) {
  const stage = {
    rest: undefined as Cooldown | undefined,
    now: Date.parse(begunAt) + 2500,
    begun: [] as CallPlan[],
    heard: [] as HeardCall[],
    noted: [] as unknown[][],
  };
  const circuits: CircuitBreakers = {
    resting: async () => undefined,
    async admit({ provider, id }) {
      stage.noted.push(['admit', provider, id]);
      return stage.rest;
    },
    succeeded: async ({ provider, id }) => void stage.noted.push(['succeeded', provider, id]),
    failed: async ({ provider, id }, { reason }) => void stage.noted.push(['failed', provider, id, reason]),
  };
  const ledger: Watched = {
    async begin(begun) {
      stage.begun.push(begun);
      return { provider: begun.model.provider, model: begun.model.id, ...call };
    },
    fail: async () => void stage.noted.push(['ended']),
    settle: async (_call, _end, answer) => `kept ${answer}`,
    ...(waits ? { wait: async (_call, { jobId }) => `waits for ${jobId}` } : {}),
  };
  const options = {
    because: ({ id }: ModelCard): ChoiceReason => ({ kind: 'said', words: `${id} is the best` }),
    clock: () => new Date(stage.now),
  };
  return {
    stage,
    ledger,
    watch: watchLedger(ledger, { ...options, circuits, heard: (heard) => void stage.heard.push(heard) }),
    alone: watchLedger(ledger, options),
  };
}
const failing = (reason: Exclude<FailureReason, 'busy'>) => modelFailure('It failed.', reason);

describe('a call that is watched', () => {
  it('says why its model is asked, and is heard of with how long it took', async () => {
    const { stage, watch } = watched();
    const call = await watch.begin(plan);
    expect(stage.begun).toEqual([{ ...plan, chosenBecause: { kind: 'said', words: 'writer is the best' } }]);
    expect(await watch.settle(call, end(), 'answer')).toBe('kept answer');
    expect(stage.heard).toEqual([
      { provider: 'vendor', id: 'writer', isTrained: true, costMicroUsd: 70, seconds: 2.5, ended: 'answered' },
    ]);
    expect(stage.noted).toEqual([
      ['admit', 'vendor', 'writer'],
      ['succeeded', 'vendor', 'writer'],
    ]);
  });

  it.each<[string, Partial<NamedCall>, number]>([
    ['from its creation where that is what is known', { createdAt: begunAt }, 2.5],
    ['from its start before its creation', { startedAt: begunAt, createdAt: '2026-11-26T11:00:00.000Z' }, 2.5],
    ['for no time where neither is known', {}, 0],
    ['for no time where it began later by another clock', { startedAt: '2026-11-26T13:00:00.000Z' }, 0],
  ])('took its time %s', async (_what, call, seconds) => {
    const { stage, watch } = watched(call);
    await watch.settle(await watch.begin(plan), end(), 'answer');
    expect(stage.heard[0]?.seconds).toBe(seconds);
  });

  it('whose answer is of no use is heard of as that', async () => {
    const { stage, watch } = watched();
    await watch.settle(await watch.begin(plan), end({ answered: { answered: 'invalid' } }), 'answer');
    expect(stage.heard[0]?.ended).toBe('invalid');
  });

  it('of a program is heard of as one, and no circuit is asked', async () => {
    const { stage, watch } = watched();
    await watch.settle(await watch.begin(program), end(), 'answer');
    expect([stage.noted, stage.heard[0]?.isTrained]).toEqual([[], false]);
    expect(await watch.wait?.(await watch.begin(program), { jobId: 'job', askAgainSeconds: 1 })).toBe('waits for job');
    expect(stage.noted).toEqual([]);
  });

  it('that somebody else has begun is taken for one of a model, and says nothing of who answers', async () => {
    const { stage, watch } = watched();
    await watch.settle({ provider: 'vendor', model: 'writer' }, end(), 'answer');
    await watch.wait?.({ provider: 'vendor', model: 'writer' }, { jobId: 'job', askAgainSeconds: 1 });
    await watch.fail({ provider: 'vendor', model: 'writer' }, end(), failing('unavailable'));
    expect(stage.heard.map(({ isTrained, ended }) => [isTrained, ended])).toEqual([
      [true, 'answered'],
      [true, 'failed'],
    ]);
    expect(stage.noted).toEqual([['ended'], ['failed', 'vendor', 'writer', 'unavailable']]);
    await watch.begin(plan);
    expect(stage.begun[0]?.chosenBecause).toEqual({ kind: 'said', words: 'writer is the best' });
  });

  it('that became a job says that its model answers', async () => {
    const { stage, watch } = watched();
    expect(await watch.wait?.(await watch.begin(plan), { jobId: 'job', askAgainSeconds: 1 })).toBe('waits for job');
    expect(stage.noted.at(-1)).toEqual(['succeeded', 'vendor', 'writer']);
    expect(stage.heard).toEqual([]);
  });

  it('waits only where its ledger does', () => {
    expect(watched({}, false).watch.wait).toBeUndefined();
  });

  it.each<[Exclude<FailureReason, 'busy'>, HeardCall['ended']]>([
    ['filtered', 'refused'],
    ['bad-answer', 'refused'],
    ['unavailable', 'failed'],
    ['bad-request', 'failed'],
  ])('that failed is heard of after its end: %s is %s', async (reason, ended) => {
    const { stage, watch } = watched();
    await watch.fail(await watch.begin(plan), end(), failing(reason));
    expect(stage.heard.map((call) => call.ended)).toEqual([ended]);
    expect(stage.noted.slice(1)).toEqual([['ended'], ['failed', 'vendor', 'writer', reason]]);
    await watch.begin(plan);
    expect(stage.begun[1]?.chosenBecause).toEqual({ kind: 'failed-before', model: 'writer', reason });
    await watch.begin({ ...plan, name: 'text-2' });
    expect(stage.begun[2]?.chosenBecause).toEqual({ kind: 'said', words: 'writer is the best' });
  });

  it('that broke as nobody foresaw says nothing of its model', async () => {
    const { stage, watch } = watched();
    await watch.fail(await watch.begin(plan), end(), new TypeError('broke'));
    expect([stage.heard, stage.noted.slice(1)]).toEqual([[], [['ended']]]);
  });

  it('of a model that is left alone is not begun, and the next one says so', async () => {
    const { stage, watch } = watched();
    stage.rest = { until: Date.parse('2026-11-26T12:05:00.000Z'), reason: 'it does not answer' };
    await expect(watch.begin(plan)).rejects.toMatchObject({
      name: 'ModelUnavailable',
      message: 'it does not answer, and is asked again at 12:05 UTC.',
    });
    expect(stage.begun).toEqual([]);
    stage.rest = undefined;
    await watch.begin({ ...plan, model: { ...card, id: 'other' } });
    expect(stage.begun[0]?.chosenBecause).toEqual({ kind: 'left-out', model: 'writer', cause: 'resting' });
  });

  it('needs neither circuits nor anybody who hears of it', async () => {
    const { stage, alone } = watched();
    const call = await alone.begin(plan);
    expect(await alone.settle(call, end(), 'answer')).toBe('kept answer');
    await alone.fail(call, end(), failing('unavailable'));
    expect(await alone.wait?.(call, { jobId: 'job', askAgainSeconds: 1 })).toBe('waits for job');
    expect(stage.heard).toEqual([]);
  });
});

it('outcomes are one for each model, and the answer that came last is the one that counts', () => {
  const heard = (provider: string, id: string, ended: HeardCall['ended']): HeardCall => ({
    ...{ provider, id, ended, isTrained: true, costMicroUsd: 10, seconds: 2 },
  });
  const calls = [heard('a', 'x', 'answered'), heard('b', 'x', 'answered'), heard('a', 'x', 'invalid')];
  expect(outcomesOf(calls)).toMatchObject([
    { provider: 'a', id: 'x', isValid: true, isValidAtFirst: true, costMicroUsd: 20 },
    { provider: 'b', id: 'x', costMicroUsd: 10 },
  ]);
  expect(lastAnswer(calls)).toBe(calls[1]);
  expect(lastAnswer([heard('a', 'x', 'failed')])).toBeUndefined();
});

// The router's rules of a few lines each: what work was worth, who is left alone, who is believed to be how good, who may be asked.
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../contracts/brief.ts';
import type { FailureReason } from '../../models/errors.ts';
import type { ModelCard } from '../../models/model-card.ts';
import { armsOf, partsOf } from './arms.ts';
import { beliefOf, drawOrder } from './bandit.ts';
import { type CircuitBreakerState, cooldownSeconds, effectOf, isFailing, stateAt } from './circuit-breaker-rules.ts';
import { at, eligibleModels, isWithinShare, whyTooSmall } from './eligible-models.ts';
import { drawBeta, randomOf } from './random.ts';
import { noSums, type Sums, worthOf, worthOfVerdict } from './rewards.ts';

const now = new Date('2026-11-26T12:00:00.000Z');
const cardOf = (id: string, changes: Partial<ModelCard> = {}): ModelCard => ({
  ...{ provider: 'vendor', id, isTrained: true, secondsPerCall: { text: 9 } },
  price: { since: '2026-01-01', perCall: 100 },
  ...changes,
});

describe('what work was worth', () => {
  /** Ten outcomes, eight of use, six at once; each cost 50 of 100 and took 9 s of 90. */
  const sums: Sums = { outcomes: 10, valid: 8, validAtFirst: 6, costMicroUsd: 500, seconds: 90, verdict: 0, verdicts: 0 };
  it.each<[Criterion, number]>([
    ['balanced', 0.8 * ((0.3 * 0.75 + 0.15 * 0.5 + 0.15 * 0.9) / 0.6)],
    ['quality', 0.8 * ((0.35 * 0.75 + 0.05 * 0.5) / 0.4)],
    ['cost', 0.8 * ((0.25 * 0.75 + 0.6 * 0.5) / 0.85)],
    ['speed', 0.8 * ((0.25 * 0.75 + 0.6 * 0.9) / 0.85)],
  ])('goes by what counts for %s, with what people said left out while nobody has', (criterion, worth) => {
    expect(worthOf(sums, criterion, 100)).toBeCloseTo(worth, 10);
  });

  it('is also what people said of it', () => {
    const judged = { ...sums, verdict: 1, verdicts: 2 };
    expect(worthOf(judged, 'quality', 100)).toBeCloseTo(0.8 * (0.35 * 0.75 + 0.05 * 0.5 + 0.6 * 0.5), 10);
  });

  it('is nothing where nothing was of use, or nothing was done', () => {
    expect(worthOf({ ...sums, valid: 0 }, 'balanced', 100)).toBe(0);
    expect(worthOf(noSums, 'balanced', 100)).toBe(0);
  });

  it('is from 0 to 1, however dear or slow it was, and all of it where nothing costs anything', () => {
    expect(worthOf({ ...sums, costMicroUsd: 5000 }, 'cost', 100)).toBeCloseTo(0.8 * ((0.25 * 0.75) / 0.85), 10);
    expect(worthOf({ ...sums, seconds: 9000 }, 'speed', 100)).toBeCloseTo(0.8 * ((0.25 * 0.75) / 0.85), 10);
    expect(worthOf({ ...sums, costMicroUsd: 0 }, 'cost', 0)).toBeCloseTo(0.8 * ((0.25 * 0.75 + 0.6) / 0.85), 10);
    expect(worthOf({ ...noSums, outcomes: 1, valid: 1, validAtFirst: 1 }, 'quality', 1)).toBe(1);
  });

  it('of a verdict is what was left as it was, a fifth of what was sent back, and nothing of what was given up', () => {
    expect(
      [{ decision: 'APPROVED', editedShare: 0 }, { decision: 'APPROVED', editedShare: 0.25 }, { decision: 'APPROVED', editedShare: 1.5 }, { decision: 'REJECTED' }, { decision: 'SKIPPED' }].map(
        (verdict) => worthOfVerdict(verdict as Parameters<typeof worthOfVerdict>[0]),
      ),
    ).toEqual([1, 0.75, 0, 0.2, 0]);
  });

  it('is kept in parts, of which those that are nothing are left out', () => {
    expect(partsOf({ isValid: true, isValidAtFirst: true, costMicroUsd: 5, seconds: 3 })).toEqual({ n: 1, v: 1, f: 1, c: 5, s: 3 });
    expect(partsOf({ isValid: true, isValidAtFirst: false, costMicroUsd: 0, seconds: 4000 })).toEqual({ n: 1, v: 1, s: 3600 });
    expect(partsOf({ isValid: false, isValidAtFirst: true, costMicroUsd: 1, seconds: 0 })).toEqual({ n: 1, c: 1, s: 0 });
  });
}); // biome-ignore format: sums at a glance

describe('who is left alone', () => {
  const state = (changes: Partial<CircuitBreakerState>): CircuitBreakerState => ({ calls: 0, failures: 0, streak: 0, ...changes });
  it.each<[string, Partial<CircuitBreakerState>, boolean]>([
    ['two failures that follow each other', { calls: 2, failures: 2, streak: 2 }, false],
    ['three', { calls: 3, failures: 3, streak: 3 }, true],
    ['four calls of which the last three failed', { calls: 4, failures: 3, streak: 3 }, true],
    ['five calls of which three failed', { calls: 5, failures: 3, streak: 0 }, true],
    ['six calls of which half failed, the last three', { calls: 6, failures: 3, streak: 3 }, false],
    ['nothing', {}, false],
  ])('after %s: %s', (_what, counts, failing) => expect(isFailing(state(counts))).toBe(failing));

  it.each<[FailureReason, string, string]>([
    ['unauthorized', 'now', 'provider'], ['no-credit', 'now', 'provider'], ['model-gone', 'now', 'model'],
    ['unavailable', 'rate', 'model'], ['timed-out', 'rate', 'model'], ['rate-limited', 'rate', 'model'], ['bad-answer', 'rate', 'model'],
    ['busy', 'no', 'model'], ['filtered', 'no', 'model'], ['unsupported', 'no', 'model'], ['bad-request', 'no', 'model'],
  ])('for %s: %s, and that is the %s', (reason, opens, scope) => expect(effectOf(reason)).toEqual({ opens, scope }));

  it.each<[string, Parameters<typeof cooldownSeconds>, number]>([
    ['half a minute at first', [0, false, undefined, 0], 30],
    ['a minute the second time', [1, false, undefined, 0], 60],
    ['ten minutes at most', [9, false, undefined, 0], 600],
    ['five minutes where a person must do something', [0, true, undefined, 0], 300],
    ['a fifth longer by chance', [0, false, undefined, 1], 36],
    ['a fifth shorter by chance', [0, false, undefined, -1], 24],
    ['as long as the provider wants', [0, false, 90, 0], 90],
    ['no less than usual, whatever the provider wants', [0, false, 5, 0], 30],
    ['an hour at most, whatever the provider wants', [0, false, 9000, 0], 3600],
  ])('for %s', (_how, asked, seconds) => expect(cooldownSeconds(...asked)).toBeCloseTo(seconds, 10));

  it('is tried again when the time is over', () => {
    const until = { ...state({}), openUntil: 1000 };
    expect([stateAt(state({}), 0), stateAt(until, 999), stateAt(until, 1000), stateAt(until, 1001)]).toEqual(['closed', 'open', 'half-open', 'half-open']);
  });
}); // biome-ignore format: tables

describe('who may be asked', () => {
  it.each<[string, Partial<ModelCard>, object, string | undefined]>([
    ['fits to the last token', { contextTokens: 30, maximumOutputTokens: 20 }, { inputTokens: 10, outputTokens: 20 }, undefined],
    ['writes too little', { maximumOutputTokens: 19 }, { inputTokens: 1, outputTokens: 20 }, 'it writes 19 tokens at most, and 20 may be needed'],
    ['has no room for both', { contextTokens: 29 }, { inputTokens: 10, outputTokens: 20 }, 'it reads and writes 29 tokens at most, and 30 may be needed'],
    ['has no limits', {}, { inputTokens: 1e9, outputTokens: 1e9 }, undefined],
    ['is asked for no tokens', { contextTokens: 1, maximumOutputTokens: 1 }, {}, undefined],
  ])('by whether it %s', (_what, card, most, why) => expect(whyTooSmall(cardOf('a', card), most)).toBe(why));

  it('is whoever takes a quarter of the cap at most', () => {
    expect([isWithinShare(25, 100), isWithinShare(26, 100), isWithinShare(1e9, undefined)]).toEqual([true, false, true]);
  });

  it('is everybody but who is left alone, is gone or is too dear, each with the reason, in the order that was given', () => {
    const rest = { until: Date.parse('2026-11-26T12:05:30.000Z'), reason: 'it does not answer' };
    const models = [cardOf('rests'), cardOf('gone', { retiresOn: '2026-11-26' }), cardOf('dear', { price: { since: '2026-01-01', perCall: 101 } }), cardOf('last'), cardOf('first')].map((card) => ({ card }));
    const { eligible, leftOut } = eligibleModels(models, { leftMicroUsd: 100 }, ({ id }) => (id === 'rests' ? rest : undefined), now);
    expect(eligible.map(({ card }) => card.id)).toEqual(['last', 'first']);
    expect(leftOut.map(({ card, because, rest: of }) => [card.id, because, of])).toEqual([
      ['rests', 'it does not answer, and is asked again at 12:05 UTC', rest],
      ['gone', 'it has not been served since 2026-11-26', undefined],
      ['dear', 'it may cost more than is left', undefined],
    ]);
  });

  it('is weighed by what a call of each can use', () => {
    const models = ['a', 'b'].map((id) => ({ card: cardOf(id, { price: { since: '2026-01-01', perVideoSecond: 10 } }) }));
    const most = ({ id }: ModelCard) => ({ videoSeconds: id === 'a' ? 11 : 10 });
    expect(eligibleModels(models, { most, leftMicroUsd: 100 }, () => undefined, now).eligible.map(({ card }) => card.id)).toEqual(['b']);
    expect(eligibleModels(models, { most, leftMicroUsd: 10 }, () => undefined, now)).toMatchObject({ eligible: [{ card: { id: 'b' } }], leftOut: [] });
    expect(eligibleModels([], {}, () => undefined, now)).toEqual({ eligible: [], leftOut: [] });
  });

  it('says a time of day', () => expect(at(Date.parse('2026-11-26T09:07:59.999Z'))).toBe('at 09:07 UTC'));
}); // biome-ignore format: cards at a glance

describe('what is believed of models', () => {
  const [dear, cheap] = [cardOf('dear', { price: { since: '2026-01-01', perCall: 200 } }), cardOf('cheap', { suits: ['SEO'] })];
  const armsWith = (criterion: Criterion, agent = 'CMO') => armsOf('text', [dear, cheap], () => undefined, { agent, criterion });

  it('before they have done anything is what their cards say', () => {
    const expected = (cost: number, said: number) =>
      0.95 * (0.3 * (0.8 / 0.95) + 0.15 * (1 - cost / 200) + 0.15 * 0.9 + 0.4 * said);
    const [first, second] = armsWith('balanced');
    expect(first).toEqual({ prior: { mean: expect.closeTo(expected(200, 0.7), 10), strength: 6 }, outcomes: 0, worth: 0, seen: 0 });
    expect(second?.prior.mean).toBeCloseTo(expected(100, 0.7), 10);
    expect(armsWith('balanced', 'SEO')[1]?.prior.mean).toBeCloseTo(expected(100, 0.8), 10);
  });

  it('is never certain', () => {
    const [hopeless] = armsOf('video', [cardOf('slow', { secondsPerCall: { video: 9000 } })], () => undefined, { agent: 'CMO', criterion: 'speed' });
    expect(hopeless?.prior.mean).toBeGreaterThanOrEqual(0.05);
    expect(hopeless?.prior.mean).toBeLessThan(0.4);
    const free = cardOf('free', { price: { since: '2026-01-01' } });
    expect(armsOf('text', [free], () => undefined, { agent: 'CMO', criterion: 'cost' })[0]?.prior.mean).toBeLessThanOrEqual(0.95);
  });

  it('changes with what they did, compared with the dearest of them', () => {
    const sums = { parts: { n: 4, v: 4, f: 2, c: 2000, s: 36, j: 1, k: 2 }, seen: 7 };
    const [first, second] = armsOf('text', [dear, cheap], ({ id }) => (id === 'cheap' ? sums : undefined), { agent: 'CMO', criterion: 'cost' });
    // An outcome of the cheap one has cost 500: the price lists were wrong, and it is the dearest.
    expect(second).toMatchObject({ outcomes: 4, seen: 7, worth: expect.closeTo(0.25 * 0.5 + 0.15 * 0.5, 10) });
    expect(first?.prior.mean).toBeCloseTo(0.95 * (0.25 * (0.8 / 0.95) + 0.6 * (1 - 200 / 500) + 0.15 * 0.7), 10);
  });

  it('weighs what was expected as much as so many outcomes', () => {
    expect(beliefOf({ prior: { mean: 0.75, strength: 4 }, outcomes: 10, worth: 0.9, seen: 10 })).toEqual({
      alpha: expect.closeTo(3 + 9, 10),
      beta: expect.closeTo(1 + 1, 10),
    });
  });
}); // biome-ignore format: cards at a glance

describe('draws', () => {
  it.each([
    [0.5, 0.5],
    [2, 5],
    [0.2, 3],
    [40, 10],
  ])('from Beta(%f, %f) have its mean and its spread', (alpha, beta) => {
    const random = randomOf('draws');
    const draws = Array.from({ length: 4000 }, () => drawBeta(random, alpha, beta));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    const whole = alpha + beta;
    expect(mean).toBeCloseTo(alpha / whole, 1.5);
    expect(variance / ((alpha * beta) / (whole ** 2 * (whole + 1)))).toBeCloseTo(1, 0.8);
    expect(draws.every((draw) => draw >= 0 && draw <= 1)).toBe(true);
  });

  const arm = (seen: number, worth: number) => ({ prior: { mean: worth, strength: 1e6 }, outcomes: 0, worth, seen });
  it('put a model on trial after the others once it has had a fifth of the work, and not before', () => {
    const order = (newSeen: number, oldSeen: number) =>
      drawOrder([arm(oldSeen, 0.1), arm(newSeen, 0.9)], randomOf('a'));
    expect(order(5, 20)).toEqual([1, 0]); // 5 of 25
    expect(order(6, 20)).toEqual([0, 1]);
    expect(order(20, 20)).toEqual([1, 0]); // not new any more
    expect(order(6, 19)).toEqual([1, 0]); // nobody is known yet
  });
});

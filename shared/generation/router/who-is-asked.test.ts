// Which models are asked, in which order, and in which words that is told, with circuits and statistics of a test's choice.
import { describe, expect, it } from 'vitest';
import { type ArmSums, armOf } from '../../data/bandit-statistics.ts';
import { ModelRefused, ModelUnavailable } from '../../models/errors.ts';
import type { Models } from '../../models/model.ts';
import type { ModelCard } from '../../models/model-card.ts';
import { candidatesFrom } from '../candidates.ts';
import type { CircuitBreakers, Cooldown } from './circuit-breakers.ts';
import { createRouter } from './router.ts';

const now = new Date('2026-11-26T12:00:00.000Z');
const cardOf = (id: string, changes: Partial<ModelCard> = {}): ModelCard => ({
  ...{ provider: 'vendor', id, isTrained: true, secondsPerCall: { text: 5 } },
  price: { since: '2026-01-01', perCall: 100 },
  ...changes,
});
const offer = (card: ModelCard): Models =>
  ({ text: { card, generate: () => Promise.reject(new Error('Nobody asks here')) } }) as Models;
const at = (time: string) => Date.parse(`2026-11-26T${time}Z`);

/** A router of some cards; `rests` by their ids. */
function routerOf(
  cards: readonly ModelCard[],
  rests: Record<string, Cooldown> = {},
  sums?: ReadonlyMap<string, ArmSums>,
) {
  const circuits = { resting: async ({ id }) => rests[id] } as Pick<CircuitBreakers, 'resting'> as CircuitBreakers;
  return createRouter({
    ...{ candidates: candidatesFrom(cards.map(offer)), circuits, clock: () => now },
    arms: { read: async () => sums ?? new Map() },
  });
}
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => cardOf(id)) as [
  ModelCard,
  ModelCard,
  ModelCard,
  ModelCard,
  ModelCard,
];
const draw = { workspaceId: 'wsp_one', agent: 'CMO', language: 'fr', criterion: 'balanced', decision: 'd1' } as const;
const idsOf = (models: readonly { card: ModelCard }[]) => models.map(({ card }) => card.id); // biome-ignore format: five cards

describe('the models to ask', () => {
  it('are four at most, those of the order that was drawn first and the others behind', async () => {
    const drawn = { kind: 'drawn', of: 5, criterion: 'cost' } as const;
    const routing = { arms: [armOf(e), armOf(d)], because: drawn };
    const { models, because } = await routerOf([a, b, c, d, e]).choose('text', { routing });
    expect(idsOf(models)).toEqual(['e', 'd', 'a', 'b']);
    expect([because(e), because(d)]).toEqual([drawn, { kind: 'after-others' }]);
    expect(idsOf((await routerOf([a, b]).choose('text', {})).models)).toEqual(['a', 'b']);
  });

  it('are told with why each is', async () => {
    const rest = { until: at('12:05:00'), reason: 'a does not answer' };
    const { models, because } = await routerOf([a, b, c], { a: rest }).choose('text', {});
    expect(idsOf(models)).toEqual(['b', 'c']);
    expect([a, b, c].map((card) => because(card))).toEqual([
      { kind: 'first' },
      { kind: 'left-out', model: 'a', cause: 'resting' },
      { kind: 'after-others' },
    ]);
    const later = await routerOf([a, b, c], { b: rest }).choose('text', {});
    expect(later.because(c)).toEqual({ kind: 'after-others' }); // a stands before it, and was not left out
    const alone = await routerOf([a]).choose('text', {});
    expect(alone.because(a)).toEqual({ kind: 'only-one' });
    const named = await routerOf([a, b]).choose('text', { named: 'b' });
    expect([idsOf(named.models), named.because(b)]).toEqual([['b'], { kind: 'named' }]);
  });

  it('of programs are all of them, whatever rests and whatever is left', async () => {
    const program = cardOf('program', { isTrained: false });
    const rest = { until: at('12:05:00'), reason: 'it rests' };
    const { models, because } = await routerOf([program], { program: rest }).choose('text', { leftMicroUsd: 0 });
    expect([idsOf(models), because(program)]).toEqual([['program'], { kind: 'only-one' }]);
  });
});

describe('where nobody can be asked', () => {
  const resting = (...untils: string[]) =>
    Object.fromEntries(untils.map((until, index) => ['abcdefg'[index], { until: at(until), reason: `it rests` }]));
  const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => cardOf(id));

  it.each([
    ['within a minute', ['12:01:00', '13:00:00'], ModelUnavailable],
    ['after more than a minute', ['12:01:01', '13:00:00'], ModelRefused],
  ])('it is waited for who rests no longer than that: %s', async (_what, untils, kind) => {
    await expect(routerOf([a, b], resting(...untils)).choose('text', {})).rejects.toBeInstanceOf(kind);
  });

  it('five are named with their reasons, and what can be done', async () => {
    const times = Array.from({ length: 7 }, () => '13:00:00');
    const refusal = await routerOf(many, resting(...times)).choose('text', {}).catch((error: Error) => error);
    expect(refusal).toMatchObject({
      reason: 'unsupported',
      message: `None of the models for text can be asked now. ${['a', 'b', 'c', 'd', 'e'].map((id) => `${id}: it rests, and is asked again at 13:00 UTC`).join('; ')}. Retry then, choose another model, or skip this phase.`,
    });
  }); // biome-ignore format: one message

  it('a named one is named, and nobody is told to wait for what will not come', async () => {
    const small = cardOf('a', { contextTokens: 10 });
    await expect(routerOf([small, b]).choose('text', { named: 'a', most: { inputTokens: 11 } })).rejects.toMatchObject({
      name: 'ModelRefused',
      message:
        'The model "a" cannot be asked now. a: it reads and writes 10 tokens at most, and 11 may be needed. Choose another model, or skip this phase.',
    });
  });
});

describe('a draw', () => {
  it('puts all in an order, and says why the first is', async () => {
    const routing = await routerOf([a, b]).draw('text', draw);
    expect(routing?.arms.toSorted()).toEqual([armOf(a), armOf(b)].toSorted());
    expect(routing?.because).toEqual({ kind: 'drawn', of: 2, criterion: 'balanced' });
  });

  it('tells what the first was worth so far', async () => {
    const parts = { n: 40, v: 40, f: 40, c: 0, s: 40, j: 40, k: 40 };
    const sums = new Map([a, b].map((card) => [armOf(card), { parts, seen: 40 }]));
    const routing = await routerOf([a, b], {}, sums).draw('text', draw);
    expect(routing?.because).toEqual({
      ...{ kind: 'drawn', of: 2, criterion: 'balanced' },
      known: { worth: 100, seen: 40 },
    });
  });

  it('is none where there is nothing to choose, nothing is known, or a program works', async () => {
    const program = cardOf('p', { isTrained: false });
    expect(await routerOf([a]).draw('text', draw)).toBeUndefined();
    expect(await routerOf([]).draw('text', draw)).toBeUndefined();
    expect(await routerOf([a, b]).draw('text', { ...draw, named: 'a' })).toBeUndefined();
    expect(await routerOf([program, cardOf('q', { isTrained: false })]).draw('text', draw)).toBeUndefined();
    const candidates = candidatesFrom([a, b].map(offer));
    expect(await createRouter({ candidates }).draw('text', draw)).toBeUndefined();
    expect(idsOf((await createRouter({ candidates }).choose('text', {})).models)).toEqual(['a', 'b']);
  });

  it('leaves an error that is none of ours as it is', async () => {
    const candidates = () => {
      throw new TypeError('broke');
    };
    const broken = createRouter({ candidates, arms: { read: async () => new Map() } });
    await expect(broken.draw('text', draw)).rejects.toThrow('broke');
  });
});

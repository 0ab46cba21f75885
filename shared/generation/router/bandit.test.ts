import { describe, expect, it } from 'vitest';
import {
  epsilonGreedy,
  meanOf,
  type Policy,
  play,
  thompson,
  uniform,
  type World,
  worlds,
} from '../../../tests/support/bandit-world.ts';
import { outcomeDecay } from '../../data/bandit-statistics.ts';
import { type Arm, drawOrder } from './bandit.ts';
import { drawBeta, randomOf } from './random.ts';

const seeds = 40;
const regretOf = (world: World, policy: () => Policy) => meanOf(seeds, (seed) => play(world, policy(), seed).regret);
const shareOf = (world: World, decay: number, from: number, to: number) =>
  meanOf(seeds, (seed) => play(world, thompson(3, decay), seed).shareOfBest(from, to));

describe('draws', () => {
  it('are the same for the same seed, and others for another', () => {
    const of = (seed: string) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            drawBeta(random, 2, 3)
        )(randomOf(seed)),
      );
    expect(of('a')).toEqual(of('a'));
    expect(of('a')).not.toEqual(of('b'));
  });

  it.each([
    [0.5, 0.5],
    [2, 8],
    [50, 10],
  ])('of Beta(%d, %d) have its mean and its variance', (alpha, beta) => {
    const random = randomOf('beta');
    const draws = Array.from({ length: 20_000 }, () => drawBeta(random, alpha, beta));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    const total = alpha + beta;
    expect(mean).toBeCloseTo(alpha / total, 2);
    expect(variance).toBeCloseTo((alpha * beta) / (total ** 2 * (total + 1)), 2);
    expect(draws.every((draw) => draw >= 0 && draw <= 1)).toBe(true);
  });
});

describe('the bandit', () => {
  it('loses little where nothing changes: three times what is possible at most, and a tenth of who chooses blindly', () => {
    const blind = regretOf(worlds.stationary, uniform);
    expect(regretOf(worlds.stationary, () => thompson(3, 1))).toBeLessThan(Math.min(40, blind / 10));
    expect(shareOf(worlds.stationary, 1, 1500, 2000)).toBeGreaterThan(0.98);
    expect(shareOf(worlds.stationary, outcomeDecay, 1500, 2000)).toBeGreaterThan(0.92);
  });

  it('loses less than who tries a tenth at random', () => {
    expect(regretOf(worlds.stationary, () => thompson(3, outcomeDecay))).toBeLessThan(
      regretOf(worlds.stationary, () => epsilonGreedy(3, 0.1)),
    );
  });

  it('finds a model that has become better, which it would not if nothing were forgotten', () => {
    expect(shareOf(worlds['another rises'], outcomeDecay, 1100, 1300)).toBeGreaterThanOrEqual(0.8);
    expect(shareOf(worlds['another rises'], 1, 1100, 1300)).toBeLessThan(0.3);
  });

  it('leaves a model that has become worse, which it would not if nothing were forgotten', () => {
    expect(shareOf(worlds['the best falls'], outcomeDecay, 1300, 1500)).toBeGreaterThanOrEqual(0.5);
    expect(shareOf(worlds['the best falls'], outcomeDecay, 1500, 2000)).toBeGreaterThanOrEqual(0.65);
    expect(shareOf(worlds['the best falls'], 1, 1300, 1500)).toBeLessThan(0.3);
  });

  it('starves none of several that are nearly as good', () => {
    expect(regretOf(worlds.close, () => thompson(3, outcomeDecay))).toBeLessThanOrEqual(50);
    const { asked } = play(worlds.close, thompson(3, outcomeDecay), 'starve');
    expect(new Set(asked.slice(1000))).toEqual(new Set([0, 1, 2]));
  });

  it('bears outcomes that are heard of late, and draws that are made at once', () => {
    const blind = regretOf(worlds.stationary, uniform);
    expect(regretOf(worlds['heard of late'], () => thompson(3, outcomeDecay))).toBeLessThan(blind / 5);
    expect(regretOf(worlds['ten at once'], () => thompson(3, outcomeDecay))).toBeLessThan(blind / 5);
  });

  it('goes on with the others when a model is gone, and finds the next best', () => {
    const world: World = { ...worlds.stationary, exists: (arm, step) => arm !== 0 || step < 1000 };
    const { asked, shareOfBest } = play(world, thompson(3, outcomeDecay), 'retired');
    expect(asked.slice(1000)).not.toContain(0);
    expect(shareOfBest(1500, 2000)).toBeGreaterThan(0.5);
  });

  it('hardly asks a model that never gives anything of use', () => {
    const world: World = { steps: 1000, chances: () => [0.9, 0.8, 0] };
    expect(
      meanOf(seeds, (seed) => play(world, thompson(3, outcomeDecay), seed).asked.filter((arm) => arm === 2).length),
    ).toBeLessThan(60);
  });

  it('unlearns a wrong belief about a new model within a hundred outcomes', () => {
    const world: World = { steps: 400, chances: () => [0.9, 0.3] };
    const wrong = () => thompson(2, outcomeDecay, { mean: 0.2, strength: 6 });
    expect(meanOf(seeds, (seed) => play(world, wrong(), seed).shareOfBest(100, 400))).toBeGreaterThan(0.85);
  });

  it('replays to the same choices', () => {
    const again = () => play(worlds.stationary, thompson(3, outcomeDecay), 'replay').asked;
    expect(again()).toEqual(again());
  });

  it('gives a new model a fifth of the work at most, until it is known', () => {
    const known: Arm = { prior: { mean: 0.5, strength: 6 }, outcomes: 60, worth: 0.5, seen: 60 };
    const young: Arm = { prior: { mean: 0.95, strength: 6 }, outcomes: 16, worth: 1, seen: 16 };
    const first = (arms: Arm[], seed: number) => drawOrder(arms, randomOf(`${seed}`))[0];
    for (let seed = 0; seed < 50; seed += 1) expect(first([known, young], seed)).toBe(0);
    const grown = { ...young, seen: 20 };
    expect(Array.from({ length: 50 }, (_, seed) => first([known, grown], seed))).toContain(1);
    // While nobody is known, everybody may be tried.
    expect(first([{ ...known, seen: 4 }, young], 1)).toBe(1);
  });
});

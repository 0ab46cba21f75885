// Worlds in which models are good or bad with known chances, and ways to choose among them: what tests and the benchmark of the router share.
// Everything is seeded: the same world plays out the same for everybody.
import { type Arm, drawOrder } from '../../shared/generation/router/bandit.ts';
import { type Random, randomOf } from '../../shared/generation/router/random.ts';

export interface World {
  readonly steps: number;
  /** The chance of each model to be of use at a step. */
  readonly chances: (step: number) => readonly number[];
  /** Steps after which an outcome is heard of. */
  readonly delay?: number;
  /** Draws that are made at once, on what was known before all of them. */
  readonly parallel?: number;
  /** Whether a model can be asked at a step. */
  readonly exists?: (arm: number, step: number) => boolean;
}

/** What is known, and what is chosen by it. */
export interface Policy {
  choose(arms: readonly number[], random: Random, step: number): number;
  learn(arm: number, worth: number): void;
}

export interface Played {
  /** What was lost against the best model of each step. */
  readonly regret: number;
  /** Share of steps, of those between two, that went to the best model. */
  readonly shareOfBest: (from: number, to: number) => number;
  readonly asked: readonly number[];
}

export function play(
  { steps, chances, delay = 0, parallel = 1, exists = () => true }: World,
  policy: Policy,
  seed: string,
): Played {
  const random = randomOf(seed);
  const luck = randomOf(`${seed} luck`);
  const asked: number[] = [];
  const best: boolean[] = [];
  const heard: { at: number; arm: number; worth: number }[] = [];
  let regret = 0;
  for (let step = 0; step < steps; step += 1) {
    const now = chances(step);
    if (step % parallel === 0)
      for (let next = heard[0]; next && next.at <= step; next = heard[0]) {
        heard.shift();
        policy.learn(next.arm, next.worth);
      }
    const able = now.flatMap((_, arm) => (exists(arm, step) ? [arm] : []));
    const top = Math.max(...able.map((arm) => now[arm] ?? 0));
    const arm = policy.choose(able, random, step);
    const chance = now[arm] ?? 0;
    regret += top - chance;
    asked.push(arm);
    best.push(chance === top);
    heard.push({ at: step + 1 + delay, arm, worth: luck() < chance ? 1 : 0 });
  }
  const shareOfBest = (from: number, to: number) => best.slice(from, to).filter(Boolean).length / (to - from);
  return { regret, shareOfBest, asked };
}

/** The router's own choice, over outcomes of which older ones count less. */
export function thompson(arms: number, decay: number, prior = { mean: 0.5, strength: 2 }): Policy {
  const sums = Array.from({ length: arms }, () => ({ worth: 0, outcomes: 0, seen: 0 }));
  return {
    choose(able, random) {
      const known = able.map((arm): Arm => {
        const { worth = 0, outcomes = 0, seen = 0 } = sums[arm] ?? {};
        return { prior, outcomes, worth: outcomes > 0 ? worth / outcomes : 0, seen };
      });
      return able[drawOrder(known, random)[0] ?? 0] ?? 0;
    },
    learn(arm, worth) {
      for (const sum of sums) {
        sum.worth *= decay;
        sum.outcomes *= decay;
      }
      const sum = sums[arm];
      if (!sum) return;
      sum.worth += worth;
      sum.outcomes += 1;
      sum.seen += 1;
    },
  };
}

/** A share of steps at random, all others to the one with the best mean so far. */
export function epsilonGreedy(arms: number, epsilon: number): Policy {
  const sums = Array.from({ length: arms }, () => ({ worth: 0, outcomes: 0 }));
  const mean = (arm: number) => ((sums[arm]?.worth ?? 0) + 0.5) / ((sums[arm]?.outcomes ?? 0) + 1);
  return {
    choose(able, random) {
      if (random() < epsilon) return able[Math.floor(random() * able.length)] ?? 0;
      return able.reduce((one, other) => (mean(other) > mean(one) ? other : one), able[0] ?? 0);
    },
    learn(arm, worth) {
      const sum = sums[arm];
      if (sum) Object.assign(sum, { worth: sum.worth + worth, outcomes: sum.outcomes + 1 });
    },
  };
}

/** The one that is best on average over the whole, known beforehand. */
export function bestFixed({ steps, chances }: World): Policy {
  const means = chances(0).map((_, arm) =>
    Array.from({ length: steps }, (_unused, step) => chances(step)[arm] ?? 0).reduce((sum, chance) => sum + chance, 0),
  );
  const best = means.indexOf(Math.max(...means));
  return { choose: (able) => (able.includes(best) ? best : (able[0] ?? 0)), learn: () => {} };
}

export const uniform = (): Policy => ({
  choose: (able, random) => able[Math.floor(random() * able.length)] ?? 0,
  learn: () => {},
});

export const worlds = {
  stationary: { steps: 2000, chances: () => [0.9, 0.6, 0.5] },
  'the best falls': { steps: 2000, chances: (step) => [step < 1000 ? 0.9 : 0.4, 0.6, 0.5] },
  'another rises': { steps: 2000, chances: (step) => [0.8, 0.6, step < 1000 ? 0.5 : 0.95] },
  close: { steps: 2000, chances: () => [0.8, 0.78, 0.75] },
  'heard of late': { steps: 2000, chances: () => [0.9, 0.6, 0.5], delay: 50 },
  'ten at once': { steps: 2000, chances: () => [0.9, 0.6, 0.5], parallel: 10 },
} as const satisfies Record<string, World>;

/** The mean over as many seeds. */
export function meanOf(seeds: number, of: (seed: string) => number): number {
  let sum = 0;
  for (let seed = 0; seed < seeds; seed += 1) sum += of(`seed ${seed}`);
  return sum / seeds;
}

// Thompson sampling: each model is drawn from what is known of it, so that a good one is asked often, a new one sometimes, a bad one hardly ever.
import { drawBeta, type Random } from './random.ts';

/** What is known of a model before it has done anything here: a mean worth, and as how many outcomes it counts. Ten at most: a wrong one must be unlearnt. */
export interface Prior {
  readonly mean: number;
  readonly strength: number;
}

export interface Arm {
  /** Outcomes that count, older ones less, and their mean worth from 0 to 1. */
  readonly outcomes: number;
  readonly worth: number;
  readonly prior: Prior;
  /** Outcomes there have been, and whether the arm is still on trial. */
  readonly seen: number;
}

/** The parameters of what is believed of an arm's worth. */
export const beliefOf = ({ outcomes, worth, prior }: Arm): { readonly alpha: number; readonly beta: number } => ({
  alpha: prior.mean * prior.strength + worth * outcomes,
  beta: (1 - prior.mean) * prior.strength + (1 - worth) * outcomes,
});

/** An arm is new until this many outcomes, and has a fifth of the work at most while another one is not. */
const trialOutcomes = 20;
const trialShare = 0.2;

/** The places of arms, best draw first. One that is on trial and had its share comes after those that are not. */
export function drawOrder(arms: readonly Arm[], random: Random): number[] {
  const seen = arms.reduce((sum, arm) => sum + arm.seen, 0);
  const isKnown = arms.some((arm) => arm.seen >= trialOutcomes);
  const hadItsShare = (arm: Arm) => isKnown && arm.seen < trialOutcomes && arm.seen > trialShare * seen;
  return arms
    .map((arm, place) => {
      const { alpha, beta } = beliefOf(arm);
      return { place, draw: drawBeta(random, alpha, beta) - (hadItsShare(arm) ? 1 : 0) };
    })
    .sort((one, other) => other.draw - one.draw)
    .map(({ place }) => place);
}

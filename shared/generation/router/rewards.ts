// What a model's work was worth, told apart by what it is made of, and what of that counts for whom. Stored are the parts: what they are worth
// together is worked out when somebody asks, so that weights can change without forgetting anything.
import type { Criterion } from '../../contracts/brief.ts';

/** What one attempt of a phase brought for the model that worked on it. */
export interface Outcome {
  /** Whether it gave an answer of use in the end, and whether its first one was. */
  readonly isValid: boolean;
  readonly isValidAtFirst: boolean;
  readonly costMicroUsd: number;
  readonly seconds: number;
}

/** The same, summed up over outcomes of which older ones count less. */
export interface Sums {
  /** Outcomes; those that are valid; those that are valid at first. */
  readonly outcomes: number;
  readonly valid: number;
  readonly validAtFirst: number;
  readonly costMicroUsd: number;
  readonly seconds: number;
  /** What people said of it, from 0 to 1 each, and how many did. */
  readonly verdict: number;
  readonly verdicts: number;
}

export const noSums: Sums = {
  ...{ outcomes: 0, valid: 0, validAtFirst: 0, costMicroUsd: 0, seconds: 0, verdict: 0, verdicts: 0 },
};

/** How much each part counts. What is not known yet, such as what a person will say, is left out and the others make up the whole. */
const weights: Record<Criterion, Readonly<Record<'first' | 'verdict' | 'cost' | 'speed', number>>> = {
  balanced: { first: 0.3, verdict: 0.4, cost: 0.15, speed: 0.15 },
  quality: { first: 0.35, verdict: 0.6, cost: 0.05, speed: 0 },
  cost: { first: 0.25, verdict: 0.15, cost: 0.6, speed: 0 },
  speed: { first: 0.25, verdict: 0.15, cost: 0, speed: 0.6 },
};

/** An answer that takes longer than this is worth nothing for its speed. */
const slowestSeconds = 90;

/** From 0 to 1: the mean worth of outcomes. `dearestMicroUsd`: what an outcome costs with the dearest of those it is compared with. */
export function worthOf(sums: Sums, criterion: Criterion, dearestMicroUsd: number): number {
  if (sums.outcomes <= 0 || sums.valid <= 0) return 0;
  const { first, verdict, cost, speed } = weights[criterion];
  const meanCost = sums.costMicroUsd / sums.outcomes;
  const parts: (readonly [weight: number, worth: number])[] = [
    [first, sums.validAtFirst / sums.valid],
    [cost, dearestMicroUsd > 0 ? 1 - meanCost / dearestMicroUsd : 1],
    [speed, 1 - sums.seconds / sums.outcomes / slowestSeconds],
    ...(sums.verdicts > 0 ? [[verdict, sums.verdict / sums.verdicts] as const] : []),
  ];
  const whole = parts.reduce((sum, [weight]) => sum + weight, 0);
  const worth = parts.reduce((sum, [weight, part]) => sum + weight * within(part), 0) / whole;
  return within((sums.valid / sums.outcomes) * worth);
}

const within = (part: number): number => Math.min(1, Math.max(0, part));

/** What a person's decision says about the work: 1 approved as it is, less by the share that was edited, 0.2 sent back, 0 given up. */
export type Verdict =
  | { readonly decision: 'APPROVED'; readonly editedShare: number }
  | { readonly decision: 'REJECTED' | 'SKIPPED' };

export const worthOfVerdict = (verdict: Verdict): number =>
  verdict.decision === 'APPROVED' ? within(1 - verdict.editedShare) : verdict.decision === 'REJECTED' ? 0.2 : 0;

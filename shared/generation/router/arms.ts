// Models as arms of a bandit: what is believed of each before it has done anything here, and what its outcomes were worth.
import type { Criterion } from '../../contracts/brief.ts';
import type { ArmSums, Parts } from '../../data/bandit-statistics.ts';
import { type Capability, costOf, type ModelCard, type Quantities } from '../../models/model-card.ts';
import type { Arm } from './bandit.ts';
import { noSums, type Outcome, type Sums, worthOf } from './rewards.ts';

/** What a call of each kind uses as a rule: only to compare prices of models that have done nothing yet. */
const typical: Record<Capability, Quantities> = {
  text: { inputTokens: 4000, outputTokens: 2500 },
  image: { images: 1, inputTokens: 300 },
  video: { videoSeconds: 7 },
};

/** As many outcomes as the belief about a new model counts. */
const priorStrength = 6;

/** Arms of cards, in their order. `dearest` is what an outcome costs with the dearest of them. */
export function armsOf(
  kind: Capability,
  cards: readonly ModelCard[],
  sumsOf: (card: ModelCard) => ArmSums | undefined,
  { agent, criterion }: { readonly agent: string; readonly criterion: Criterion },
): Arm[] {
  const known = cards.map((card) => ({ card, sums: sumsOf(card), expected: expectedOf(kind, card, agent) }));
  const dearest = Math.max(
    ...known.flatMap(({ sums, expected }) => [
      expected.costMicroUsd,
      sums && sums.parts.n > 0 ? sums.parts.c / sums.parts.n : 0,
    ]),
  );
  return known.map(({ sums, expected }) => {
    const mean = worthOf(expected, criterion, dearest);
    const prior = { mean: Math.min(0.95, Math.max(0.05, mean)), strength: priorStrength };
    const real = sums ? namedSums(sums.parts) : noSums;
    return { prior, outcomes: real.outcomes, worth: worthOf(real, criterion, dearest), seen: sums?.seen ?? 0 };
  });
}

/** One outcome as it is expected of a model by its card alone; of one that suits the agent people are expected to think a little better. */
function expectedOf(kind: Capability, card: ModelCard, agent: string): Sums {
  return {
    ...{ outcomes: 1, valid: 0.95, validAtFirst: 0.8 },
    costMicroUsd: costOf(card, typical[kind]),
    seconds: card.secondsPerCall[kind] ?? 0,
    ...{ verdict: card.suits?.includes(agent) ? 0.8 : 0.7, verdicts: 1 },
  };
}

const namedSums = ({ n, v, f, c, s, j, k }: ArmSums['parts']): Sums => ({
  ...{ outcomes: n, valid: v, validAtFirst: f, costMicroUsd: c, seconds: s, verdict: j, verdicts: k },
});

/** An outcome as it is added to the sums. */
export const partsOf = ({ isValid, isValidAtFirst, costMicroUsd, seconds }: Outcome): Parts => ({
  n: 1,
  ...(isValid ? { v: 1 } : {}),
  ...(isValid && isValidAtFirst ? { f: 1 } : {}),
  ...(costMicroUsd > 0 ? { c: costMicroUsd } : {}),
  s: Math.min(seconds, 3600),
});

// Which models may be asked for a request at all: those that still exist, into which it fits, that are not left alone and that the money is
// enough for. Pure.

import { type ModelCard, type Quantities, worstCaseOf } from '../../models/model-card.ts';
import { hasRetired } from '../../models/registry-cards.ts';
import type { Cooldown } from './circuit-breakers.ts';

export interface Need {
  /** The most that a call can use, and the money that is left for it; where that is known. */
  readonly most?: Quantities | ((card: ModelCard) => Quantities) | undefined;
  readonly leftMicroUsd?: number | undefined;
  /** The cap of the campaign, where models are chosen by themselves: a person may name any. */
  readonly capMicroUsd?: number | undefined;
}

export interface LeftOut {
  readonly card: ModelCard;
  /** A sentence without its full stop, for people. */
  readonly because: string;
  readonly rest?: Cooldown | undefined;
}

export interface Sorted<Model> {
  readonly eligible: readonly Model[];
  readonly leftOut: readonly LeftOut[];
}

interface Model {
  readonly card: ModelCard;
}

/** The order is kept. Where money is enough for none, the one that costs least stays: the reservation says what is missing. */
export function eligibleModels<Of extends Model>(
  models: readonly Of[],
  { most = {}, leftMicroUsd, capMicroUsd }: Need,
  restOf: (card: ModelCard) => Cooldown | undefined,
  now: Date,
): Sorted<Of> {
  const leftOut: LeftOut[] = [];
  const mostOf = (card: ModelCard) => (typeof most === 'function' ? most(card) : most);
  const possible = models.filter(({ card }) => {
    const rest = restOf(card);
    const because =
      whyImpossible(card, mostOf(card), now) ?? (rest && `${rest.reason}, and is asked again ${at(rest.until)}`);
    if (because) leftOut.push({ card, because, rest });
    return because === undefined;
  });
  const worstCase = ({ card }: Of) => worstCaseOf(card, mostOf(card));
  const whyTooDear = (model: Of) => {
    if (leftMicroUsd !== undefined && worstCase(model) > leftMicroUsd) return 'it may cost more than is left';
    if (!isWithinShare(worstCase(model), capMicroUsd))
      return 'one call of it may take more than a quarter of the campaign’s cap';
    return undefined;
  };
  const affordable = possible.filter((model) => whyTooDear(model) === undefined);
  if (affordable.length > 0) {
    for (const model of possible) {
      const because = whyTooDear(model);
      if (because) leftOut.push({ card: model.card, because });
    }
    return { eligible: affordable, leftOut };
  }
  return { eligible: [...possible].sort((one, other) => worstCase(one) - worstCase(other)).slice(0, 1), leftOut };
}

/**
 * Whether a call may be this dear without a person having named its model: it may take a quarter of the cap at most, because a phase makes
 * two pictures or films and others want their share. The estimate goes by the same rule.
 */
export const isWithinShare = (worstCaseMicroUsd: number, capMicroUsd: number | undefined): boolean =>
  capMicroUsd === undefined || worstCaseMicroUsd <= capMicroUsd / 4;

function whyImpossible(card: ModelCard, most: Quantities, now: Date): string | undefined {
  if (hasRetired(card, now.toISOString().slice(0, 10))) return `it has not been served since ${card.retiresOn}`;
  return whyTooSmall(card, most);
}

/** Why a request cannot fit into a model, as a sentence without its full stop; undefined where it does. */
export function whyTooSmall(
  { contextTokens = Number.POSITIVE_INFINITY, maximumOutputTokens = Number.POSITIVE_INFINITY }: ModelCard,
  { inputTokens = 0, outputTokens = 0 }: Quantities,
): string | undefined {
  if (outputTokens > maximumOutputTokens)
    return `it writes ${maximumOutputTokens} tokens at most, and ${outputTokens} may be needed`;
  if (inputTokens + outputTokens > contextTokens)
    return `it reads and writes ${contextTokens} tokens at most, and ${inputTokens + outputTokens} may be needed`;
  return undefined;
}

/** `at 12:05 UTC`. */
export const at = (epochMilliseconds: number): string =>
  `at ${new Date(epochMilliseconds).toISOString().slice(11, 16)} UTC`;

// Which models may be asked for a request at all: those that still exist, into which it fits, that are not left alone and that the money is
// enough for. Pure.

import type { LeftOutCause } from '../../contracts/reasons.ts';
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
  readonly cause: LeftOutCause;
  /** The same as a sentence without its full stop, for people. */
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
  const mostOf = (card: ModelCard) => (typeof most === 'function' ? most(card) : most);
  const worstCase = ({ card }: Of) => worstCaseOf(card, mostOf(card));
  const [possible, unable] = partition(models, ({ card }) => whyImpossible(card, mostOf(card), restOf(card), now));
  const [affordable, tooDear] = partition(possible, (model) => {
    if (leftMicroUsd !== undefined && worstCase(model) > leftMicroUsd)
      return { cause: 'too-dear', because: 'it may cost more than is left' };
    if (!isWithinShare(worstCase(model), capMicroUsd))
      return { cause: 'above-share', because: 'one call of it may take more than a quarter of the campaign’s cap' };
    return undefined;
  });
  if (affordable.length > 0) return { eligible: affordable, leftOut: [...unable, ...tooDear] };
  const cheapest = [...possible].sort((one, other) => worstCase(one) - worstCase(other)).slice(0, 1);
  return { eligible: cheapest, leftOut: unable };
}

/** Those with nothing against them, and the others with what there is. */
function partition<Of extends Model>(
  models: readonly Of[],
  objectionTo: (model: Of) => Omit<LeftOut, 'card'> | undefined,
): [Of[], LeftOut[]] {
  const fit: Of[] = [];
  const leftOut: LeftOut[] = [];
  for (const model of models) {
    const objection = objectionTo(model);
    if (objection) leftOut.push({ card: model.card, ...objection });
    else fit.push(model);
  }
  return [fit, leftOut];
}

/**
 * Whether a call may be this dear without a person having named its model: it may take a quarter of the cap at most, because a phase makes
 * two pictures or films and others want their share. The estimate goes by the same rule.
 */
export const isWithinShare = (worstCaseMicroUsd: number, capMicroUsd: number | undefined): boolean =>
  capMicroUsd === undefined || worstCaseMicroUsd <= capMicroUsd / 4;

function whyImpossible(
  card: ModelCard,
  most: Quantities,
  rest: Cooldown | undefined,
  now: Date,
): Omit<LeftOut, 'card'> | undefined {
  if (hasRetired(card, now.toISOString().slice(0, 10)))
    return { cause: 'retired', because: `it has not been served since ${card.retiresOn}`, rest };
  const because = whyTooSmall(card, most);
  if (because) return { cause: 'too-small', because, rest };
  return rest && { cause: 'resting', because: `${rest.reason}, and is asked again ${at(rest.until)}`, rest };
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

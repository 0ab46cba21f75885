// Finds what is offered: the words after the goal's own ("vendre | des paniers de légumes | avant Noël"), else the name of
// the campaign, else what another objective makes known, else the trade.
import type { BriefReading, GoalKind } from '../../../contracts/brief-reading.ts';
import { type BriefField, byDefault, quoted, type ReadableBrief } from '../brief-fields.ts';
import type { Doubt } from '../questions.ts';
import type { PriceFound } from '../read-amounts.ts';
import type { GoalMatch, GoalRead } from '../read-goal.ts';
import { afterGoalWords } from './after-goal-words.ts';
import type { OfferCandidate } from './offer-candidate.ts';
import { causeIn } from './read-cause.ts';
import { membershipIn, renewalIn } from './read-deed.ts';
import { labelledIn, proposedIn } from './read-labelled-offer.ts';
import { madeKnown } from './read-made-known.ts';
import { namedIn } from './read-named-offer.ts';
import { priceOf } from './read-offer-price.ts';
import { properName } from './read-proper-name.ts';
import { readQuantity } from './read-quantity.ts';
import { sessionIn } from './read-session.ts';
import { tradeIn } from './read-trade.ts';

type Offer = Omit<BriefReading['offer'], 'date' | 'place'>;

export function readOffer(
  brief: ReadableBrief,
  fields: readonly BriefField[],
  goalRead: GoalRead,
  prices: readonly PriceFound[],
): { readonly offer: Offer; readonly doubts: readonly Doubt[] } {
  const { goal } = goalRead;
  const [best] = candidates(brief, fields, goalRead);
  const name = properName(brief, fields);
  const price = priceOf(best, goal, prices);
  const quantity = readQuantity(fields, goal);
  const thing = best?.thing ?? (brief.language === 'fr' ? 'cette offre' : 'this offer');
  const offer = {
    thing,
    ...(name ? { name } : {}),
    ...(price ? { price } : {}),
    ...(quantity ? { quantity } : {}),
    from: best ? quoted(best.field, best.quote) : byDefault,
  };
  return { offer, doubts: best && !best.isGuess ? [] : [unknown(thing, fields)] };
}

const MEETINGS: ReadonlySet<GoalKind> = new Set(['book', 'request-demo', 'call']);

/** Best first. */
function candidates(
  brief: ReadableBrief,
  fields: readonly BriefField[],
  { goal, matches }: GoalRead,
): readonly OfferCandidate[] {
  const known = madeKnown(brief, fields);
  // A meeting at a fair is about what is shown there.
  const isShownThere = MEETINGS.has(goal.kind) && known.length > 0;
  return [
    ...labelledIn(fields),
    ...(isLaunchedFirst(known, matches) ? known : []),
    ...sessionIn(brief.language, matches),
    ...causeIn(goal, fields),
    ...afterGoalWords(matches),
    ...renewalIn(brief.language, matches),
    ...proposedIn(fields),
    ...(isShownThere ? [] : namedIn(brief, fields)),
    ...known,
    ...membershipIn(brief.language, matches),
    ...tradeIn(fields, brief.language, goal.kind),
  ];
}

/** "Launch our podcast", and only then "1,500 newsletter subscribers": the podcast is what it is about. */
function isLaunchedFirst([known]: readonly OfferCandidate[], [best]: readonly GoalMatch[]): boolean {
  return (
    known?.field.path === 'campaignGoals.objectives.0' && best !== undefined && best.field.path !== known.field.path
  );
}

const unknown = (thing: string, [first]: readonly BriefField[]): Doubt => ({
  about: 'offer',
  from: first ? quoted(first, first.text) : byDefault,
  kind: 'offer-unknown',
  parts: [thing],
});

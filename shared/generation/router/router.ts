// Which models are asked for a request, in which order, and why. For each agent the order is drawn once per attempt from what models did for it
// before (Thompson sampling); before each call those drop out that cannot answer it now.

import type { Criterion } from '../../contracts/brief.ts';
import type { ChoiceReason } from '../../contracts/reasons.ts';
import { armOf, type BanditStatistics, type Cell } from '../../data/bandit-statistics.ts';
import { ModelRefused, ModelUnavailable } from '../../models/errors.ts';
import type { Capability, ModelCard } from '../../models/model-card.ts';
import type { Candidates, ModelFor } from '../candidates.ts';
import { armsOf } from './arms.ts';
import { drawOrder } from './bandit.ts';
import type { CircuitBreakers } from './circuit-breakers.ts';
import { eligibleModels, type LeftOut, type Need } from './eligible-models.ts';
import { randomOf } from './random.ts';

/** In which order models are asked, by their short names, best first. */
export interface Routing {
  readonly arms: readonly string[];
  readonly because: ChoiceReason;
}

/** What is asked for, and by whom. */
export interface RoutingRequest extends Need {
  /** A model that a person named: it is obeyed or refused. */
  readonly named?: string | undefined;
  /** The order that was drawn for the attempt. */
  readonly routing?: Routing | undefined;
}

export interface Choice<Model> {
  /** Best first. */
  readonly models: readonly Model[];
  readonly because: (card: ModelCard) => ChoiceReason;
}

export interface Draw extends Cell {
  /** Names the decision: the same one draws the same numbers. */
  readonly decision: string;
  readonly criterion: Criterion;
  readonly named?: string | undefined;
}

export interface RouterParts {
  readonly candidates: Candidates;
  /** Without them nothing is learnt, or nothing is left alone. */
  readonly arms?: Pick<BanditStatistics, 'read'> | undefined;
  readonly circuits?: CircuitBreakers | undefined;
  readonly clock?: () => Date;
}

export type Router = ReturnType<typeof createRouter>;

/** So many models are asked for one request: beyond that, a person is. */
const mostModels = 4;
/** A rest that is over within this time is waited for by whoever asks again; for a longer one, a person is asked. */
const patienceMilliseconds = 60_000;

export function createRouter({ candidates, arms, circuits, clock = () => new Date() }: RouterParts) {
  return {
    circuits,
    candidates,

    /** The order in which models are asked in an attempt; undefined where there is nothing to choose. */
    async draw(kind: Capability, { decision, criterion, named, ...cell }: Draw): Promise<Routing | undefined> {
      if (!arms || named !== undefined) return undefined;
      const cards = cardsOf(candidates, kind);
      if (cards.length < 2 || !cards[0]?.isTrained) return undefined;
      const sums = await arms.read(cell);
      const known = armsOf(kind, cards, (card) => sums.get(armOf(card)), { agent: cell.agent, criterion });
      const order = drawOrder(known, randomOf(decision));
      const first = known[order[0] ?? 0];
      return {
        arms: order.flatMap((place) => cards[place] ?? []).map(armOf),
        because: first ? whyDrawn(criterion, cards.length, first) : { kind: 'first' },
      };
    },

    /** The models to ask, best first. Throws ModelRefused and ModelUnavailable where none may be asked. */
    async choose<Kind extends Capability>(kind: Kind, wish: RoutingRequest): Promise<Choice<ModelFor<Kind>>> {
      const able = inOrder(candidates(kind, wish.named), wish.routing);
      if (!able.some(({ card }) => card.isTrained)) return { models: able, because: whyOf(able, wish) };
      const rests = new Map(
        await Promise.all(able.map(async ({ card }) => [armOf(card), await circuits?.resting(card)] as const)),
      );
      const { eligible, leftOut } = eligibleModels(able, wish, (card) => rests.get(armOf(card)), clock());
      if (eligible.length === 0) throw nobody(kind, wish, leftOut, clock());
      return { models: eligible.slice(0, mostModels), because: whyOf(able, wish, leftOut) };
    },
  };
}

/** Cards of the models that can do it; none where there are none, which whoever asks hears later. */
function cardsOf(candidates: Candidates, kind: Capability): ModelCard[] {
  try {
    return candidates(kind).map(({ card }) => card);
  } catch (error) {
    if (error instanceof ModelRefused) return [];
    throw error;
  }
}

function inOrder<Model extends { readonly card: ModelCard }>(
  models: readonly Model[],
  routing: Routing | undefined,
): readonly Model[] {
  if (!routing) return models;
  const placeOf = ({ card }: Model) => {
    const place = routing.arms.indexOf(armOf(card));
    return place < 0 ? routing.arms.length : place;
  };
  return [...models].sort((one, other) => placeOf(one) - placeOf(other));
}

function whyDrawn(
  criterion: Criterion,
  of: number,
  { worth, outcomes, seen }: { worth: number; outcomes: number; seen: number },
): ChoiceReason {
  return { kind: 'drawn', of, criterion, ...(outcomes > 0 ? { known: { worth: Math.round(worth * 100), seen } } : {}) };
}

const whyOf =
  (
    able: readonly { readonly card: ModelCard }[],
    { named, routing }: RoutingRequest,
    leftOut: readonly LeftOut[] = [],
  ): Choice<never>['because'] =>
  (card) => {
    if (named !== undefined) return { kind: 'named' };
    if (able.length === 1) return { kind: 'only-one' };
    const place = able.findIndex((model) => model.card === card);
    if (place === 0) return routing?.because ?? { kind: 'first' };
    const before = leftOut.filter((out) => able.findIndex((model) => model.card === out.card) < place);
    const [out] = before;
    return out && before.length === place
      ? { kind: 'left-out', model: out.card.id, cause: out.cause }
      : { kind: 'after-others' };
  };

/** Why nobody can be asked, and what a person can do about it. */
function nobody(kind: Capability, { named }: RoutingRequest, leftOut: readonly LeftOut[], now: Date): Error {
  const rests = leftOut.flatMap(({ rest }) => (rest ? [rest.until] : []));
  const who =
    named === undefined
      ? `None of the models for ${kind} can be asked now`
      : `The model "${named}" cannot be asked now`;
  const whys = leftOut.slice(0, 5).map(({ card, because }) => `${card.id}: ${because}`);
  const what =
    rests.length > 0
      ? 'Retry then, choose another model, or skip this phase.'
      : 'Choose another model, or skip this phase.';
  const message = `${who}. ${whys.join('; ')}. ${what}`;
  return rests.length > 0 && Math.min(...rests) - now.getTime() <= patienceMilliseconds
    ? new ModelUnavailable(message)
    : new ModelRefused(message, { reason: 'unsupported' });
}

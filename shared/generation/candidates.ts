// Which models a request may be made of, in the order in which they are asked. A router that learns takes this place.
import { ModelRefused } from '../models/errors.ts';
import type { Models } from '../models/model.ts';
import type { Capability } from '../models/registry.ts';

export type ModelFor<Kind extends Capability> = NonNullable<Models[Kind]>;

/** The models that can do it, best first. One that a person named stands alone: it is obeyed or refused. Throws ModelRefused. */
export type Candidates = <Kind extends Capability>(kind: Kind, named?: string) => readonly ModelFor<Kind>[];

/** Candidates among what providers offer, in that order. A program stands in for no model, nor a model for a program. */
export const candidatesFrom =
  (offers: readonly Models[]): Candidates =>
  (kind, named) => {
    const able = offers.flatMap((offer) => offer[kind] ?? []);
    const [first] = named === undefined ? able : able.filter(({ card }) => card.id === named);
    if (!first)
      throw noModel(
        kind,
        named,
        able.map(({ card }) => card.id),
      );
    if (named !== undefined) return [first];
    return able.filter(({ card }) => card.isTrained === first.card.isTrained);
  };

function noModel(kind: Capability, named: string | undefined, known: readonly string[]): ModelRefused {
  if (named === undefined) return new ModelRefused(`There is no model for ${kind}.`);
  return new ModelRefused(
    `There is no model "${named}" for ${kind}. Retry with another: ${[...new Set(known)].join(', ')}.`,
  );
}

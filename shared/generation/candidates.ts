// The models that can do a kind of work, in the order of the registry. Which of them are asked, and in which order, the router decides.
import { findProvider } from '../contracts/providers.ts';
import { ModelRefused } from '../models/errors.ts';
import type { Models } from '../models/model.ts';
import type { Capability } from '../models/model-card.ts';
import { modelRegistry, refusedModels } from '../models/registry.ts';

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
      throw new ModelRefused(
        noModel(
          kind,
          named,
          able.map(({ card }) => card.id),
        ),
      );
    if (named !== undefined) return [first];
    return able.filter(({ card }) => card.isTrained === first.card.isTrained);
  };

function noModel(kind: Capability, named: string | undefined, able: readonly string[]): string {
  if (named === undefined) return `There is no model for ${kind}.`;
  const others = able.length > 0 ? ` Retry with another: ${[...new Set(able)].join(', ')}.` : '';
  return `${whyNot(kind, named)}${others}`;
}

/** Why a model that a person named cannot be asked. */
function whyNot(kind: Capability, named: string): string {
  const refused = refusedModels.find(({ id }) => id === named);
  if (refused) return refused.because;
  const card = modelRegistry.find(({ id }) => id === named);
  if (!card) return `There is no model "${named}" for ${kind}.`;
  if (card.secondsPerCall[kind] === undefined) return `The model "${named}" cannot do ${kind}.`;
  const { label = card.provider, setting } = findProvider(card.provider) ?? {};
  return setting
    ? `The model "${named}" is one of ${label}, which is not configured: set ${setting}.`
    : `There is no model "${named}" for ${kind} here.`;
}

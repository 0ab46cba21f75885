// Which models serve an agent. Today the offline studio is the only provider; a router over several takes this place.
import type { Models } from './model.ts';
import { ModelRefused } from './model.ts';

export type SelectModels = (model: string | undefined) => Models;

/** Picks by the model a person asked for, or the first. Throws ModelRefused that lists what there is. */
export const selectFrom =
  (available: readonly [Models, ...Models[]]): SelectModels =>
  (model) => {
    if (model === undefined) return available[0];
    const found = available.find(({ text, image, video }) => [text.id, image.id, video.id].includes(model));
    if (found) return found;
    const known = [...new Set(available.flatMap(({ text, image, video }) => [text.id, image.id, video.id]))];
    throw new ModelRefused(`There is no model "${model}". Retry with another: ${known.join(', ')}.`);
  };

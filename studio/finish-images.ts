// Finishes what a model draws: its picture, which has no words because models misspell them, is set beside the brand's exact words in every
// shape that the channels want. The model's own picture stays the asset's first file, for films to begin with.
import { ModelFailure } from '../shared/models/errors.ts';
import type { ImageModel, ImageRequest, MediaAnswer, Models } from '../shared/models/model.ts';

/** Decoded, a picture takes four bytes for each: 160 MB. */
const mostPixels = 40_000_000;

/** The same models, of which pictures come as PNG and in the wanted formats. Programs draw theirs themselves. */
export const withFinishedImages = (models: Models): Models =>
  models.image?.card.isTrained ? { ...models, image: finishing(models.image) } : models;

const finishing = (model: ImageModel): ImageModel => ({
  card: model.card,
  generate: async (request, options) => finish(request, await model.generate(request, options)),
});

/** What was paid for is kept, even if it cannot be finished. */
async function finish(request: ImageRequest, answer: MediaAnswer): Promise<MediaAnswer> {
  try {
    if (answer.widthPixels * answer.heightPixels > mostPixels) throw new Error('it has more than 40 million pixels');
    const finisher = await import('./finish-image.ts'); // with all that draws, which few functions need at once
    return { ...answer, ...(await finisher.finishImage(request, answer)) };
  } catch (error) {
    if (error instanceof ModelFailure) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'unknown';
    return { ...answer, warnings: [...answer.warnings, `The other shapes could not be made of it: ${reason}.`] };
  }
}

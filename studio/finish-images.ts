// Finishes what a model draws: its picture, which has no words because models misspell them, is set beside the brand's exact words in every
// shape that the channels want. The model's own picture stays the asset's first file, for films to begin with.
import { ModelFailure } from '../shared/models/errors.ts';
import type { ImageModel, ImageRequest, MediaAnswer, MediaFormat, Models } from '../shared/models/model.ts';
import { convertToPng, renderVisual } from './media/render.ts';
import { visualDrawing } from './offline-studio.ts';

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
    const bytes = answer.mediaType === 'image/png' ? answer.bytes : await convertToPng(answer.bytes);
    return { ...answer, bytes, mediaType: 'image/png', formats: await formatsOf(request, bytes) };
  } catch (error) {
    if (error instanceof ModelFailure) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'unknown';
    return { ...answer, warnings: [...answer.warnings, `The other shapes could not be made of it: ${reason}.`] };
  }
}

function formatsOf(request: ImageRequest, photo: Uint8Array): Promise<MediaFormat[]> {
  const { formats = [] } = request;
  if (formats.length === 0) return Promise.resolve([]);
  const drawing = visualDrawing(request.source);
  return Promise.all(
    formats.map(async (format) => {
      const { widthPixels, heightPixels } = format;
      const specification = { ...drawing, widthPixels, heightPixels, photo, fileType: 'jpeg' } as const;
      return { ...format, mediaType: 'image/jpeg' as const, bytes: await renderVisual(specification) };
    }),
  );
}

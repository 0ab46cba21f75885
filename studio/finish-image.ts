// The image of a model as PNG, and beside the brand's exact words in every wanted shape.
import type { ImageRequest, MediaAnswer, MediaFormat } from '../shared/models/model.ts';
import { convertToPng, renderVisual } from './media/render.ts';
import { visualDrawing } from './offline-studio.ts';

export async function finishImage(request: ImageRequest, answer: MediaAnswer) {
  const bytes = answer.mediaType === 'image/png' ? answer.bytes : await convertToPng(answer.bytes);
  return { bytes, mediaType: 'image/png' as const, formats: await formatsOf(request, bytes) };
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

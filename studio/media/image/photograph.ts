/** A picture that somebody else made, a model or a photographer, beside the words: they stand on the brand's own ground, never on the picture. */
import type { Image } from 'canvaskit-wasm/full';
import type { ImageDesign } from './image.ts';

export const photograph = (image: Image): ImageDesign => ({
  ground: (palette) => palette.background,
  draw: ({ pen, frame }) => pen.image(image, frame.subject),
});

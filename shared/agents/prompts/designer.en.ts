// What an image model is asked to draw, in English.
import type { MediaPrompt } from './prompt.ts';

export const prompt: MediaPrompt<'artistic' | 'realistic'> = {
  version: 1,
  directions: {
    artistic:
      'Compose a horizontal advertising illustration with an artistic stance: simple shapes, a restrained palette, one subject, whole and in the middle of the frame, plenty of air around it, because it will be cropped to squares and portraits. No text, letters, digits or logos, no recognisable person: the headline is set beside the picture afterwards.',
    realistic:
      'Compose a horizontal advertising picture that looks photographic: natural light, believable material, shallow depth of field, one sharp subject, whole and in the middle of the frame, because it will be cropped to squares and portraits. No text, letters, digits or logos, no recognisable person: the headline is set beside the picture afterwards.',
  },
};

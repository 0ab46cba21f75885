// What a video model is asked to make, in English.
import type { MediaPrompt } from './prompt.ts';

export const prompt: MediaPrompt<'narrative' | 'dynamic'> = {
  version: 1,
  directions: {
    narrative:
      'From the given picture, make a 7-second video that tells a story: a slow shot, a single camera move, light that changes gently, a settled ending. Each "caption" is one beat of the story. Add no text, no logo, no recognisable person.',
    dynamic:
      'From the given picture, make a 7-second video with a lively rhythm: bold entrances, fast but legible moves, a clean ending on the subject. Each "caption" is one strong beat. Add no text, no logo, no recognisable person.',
  },
};

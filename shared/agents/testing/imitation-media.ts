// Models whose text is the offline studio's and whose pictures are a few bytes: for tests that read words only.

import { offlineStudio } from '../../../studio/offline-studio.ts';
import type { MediaAnswer, Models } from '../../models/model.ts';

export function imitationMedia(): Required<Models> {
  const result = (
    mediaType: MediaAnswer['mediaType'],
    size: Pick<MediaAnswer, 'widthPixels' | 'heightPixels' | 'durationSeconds'>,
  ): MediaAnswer => ({
    bytes: new Uint8Array([1, 2, 3]),
    mediaType,
    ...size,
    usage: { inputTokens: 0, outputTokens: 0 },
    warnings: [],
  });
  const card = { ...offlineStudio.image.card, provider: 'imitation', id: 'imitation-1' };
  return {
    text: offlineStudio.text,
    image: {
      card,
      generate: async ({ widthPixels, heightPixels }) => result('image/png', { widthPixels, heightPixels }),
    },
    video: {
      card,
      submit: async ({ widthPixels, heightPixels, durationSeconds }) =>
        result('video/mp4', { widthPixels, heightPixels, durationSeconds }),
      poll: () => Promise.reject(new Error('It has no jobs.')),
    },
  };
}

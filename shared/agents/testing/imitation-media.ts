// Models whose text is the offline studio's and whose pictures are a few bytes: for tests that read words only.

import { offlineStudio } from '../../../studio/offline-studio.ts';
import type { MediaResult, Models } from '../../models/model.ts';

export function imitationMedia(): Models {
  const result = (
    mediaType: MediaResult['mediaType'],
    size: Pick<MediaResult, 'widthPixels' | 'heightPixels' | 'durationSeconds'>,
  ): MediaResult => ({
    bytes: new Uint8Array([1, 2, 3]),
    mediaType,
    ...size,
    usage: { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 },
    warnings: [],
  });
  const identity = { provider: 'imitation', id: 'imitation-1', worstCaseMicroUsd: () => 0 };
  const submit: Models['video']['submit'] = async ({ widthPixels, heightPixels, durationSeconds }) => ({
    status: 'done',
    result: result('video/mp4', { widthPixels, heightPixels, durationSeconds }),
  });
  return {
    text: offlineStudio.text,
    image: {
      ...identity,
      generate: async ({ widthPixels, heightPixels }) => result('image/png', { widthPixels, heightPixels }),
    },
    video: { ...identity, submit, poll: (_jobId, request) => submit(request) },
  };
}

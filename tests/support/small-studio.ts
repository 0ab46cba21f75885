// The offline studio with pictures of few pixels and films that are short besides, for suites that are about anything but their size: drawing them
// is most of what such a campaign computes.
import type { MediaSize } from '../../shared/contracts/media-formats.ts';
import type { Models } from '../../shared/models/model.ts';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { shortestSeconds } from './short-films.ts';

/** The least that the studio draws, on the shorter side. The longer side is in proportion; the encoder takes even numbers. */
const shortestSide = 240;
const small = <Size extends MediaSize>(size: Size): Size => {
  const share = shortestSide / Math.min(size.widthPixels, size.heightPixels);
  const pixels = (side: number) => 2 * Math.round((side * share) / 2);
  return { ...size, widthPixels: pixels(size.widthPixels), heightPixels: pixels(size.heightPixels) };
};
const { image, video } = offlineStudio;

/** In full size, `tests/integration/studio-campaign.test.ts` has it draw and film. */
export const smallStudio: Required<Models> = {
  ...offlineStudio,
  image: {
    ...image,
    generate: ({ formats = [], ...request }, options) =>
      image.generate({ ...small(request), formats: formats.map(small) }, options),
  },
  video: {
    ...video,
    submit: ({ formats = [], ...request }, options) =>
      video.submit({ ...small(request), durationSeconds: shortestSeconds, formats: formats.map(small) }, options),
  },
};

// What to ask a provider for, of what it offers: nothing is sent that its list does not name.
import { createHash } from 'node:crypto';
import type { ImageRequest } from '../../model.ts';
import type { MediaOffer } from '../../model-card.ts';

const quotient = (ratio: string): number => {
  const [width = 1, height = 1] = ratio.split(/[:x]/).map(Number);
  return width / height;
};

/** The listed shape that comes closest; undefined without a list. */
export const nearestAspectRatio = (
  { aspectRatios }: MediaOffer,
  { widthPixels, heightPixels }: Pick<ImageRequest, 'widthPixels' | 'heightPixels'>,
): string | undefined => {
  const far = (ratio: string) => Math.abs(Math.log((quotient(ratio) * heightPixels) / widthPixels));
  return [...(aspectRatios ?? [])].sort((first, second) => far(first) - far(second))[0];
};

/** The same prompt gives the same number: below 2³¹, which every provider takes. Undefined for a model that takes none. */
export const seedFor = ({ takesSeed }: MediaOffer, { prompt }: Pick<ImageRequest, 'prompt'>): number | undefined =>
  takesSeed ? createHash('sha256').update(prompt).digest().readUInt32BE() >>> 1 : undefined;

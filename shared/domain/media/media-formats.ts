// Which formats a campaign's images and videos need, and which of them a post takes. Pure.
import type { Channel, SocialNetwork } from '../../contracts/channels.ts';
import { channelMedia, type MediaRatio, mediaRatios, type VideoRatio } from '../../contracts/media-formats.ts';

/** The format of link cards, e-mails and the dossier: every campaign has it, whatever its channels. */
export const masterImageRatio: MediaRatio = '1.91:1';
/** More would double the time a video takes; a network without its own shape crops the nearest one. */
const MOST_FILM_RATIOS = 2;

/** The master's first, then what the channels ask for in their order. */
export const imageRatiosFor = (channels: readonly Channel[]): readonly [MediaRatio, ...MediaRatio[]] => {
  const asked = new Set(channels.map((channel) => channelMedia[channel].image));
  asked.delete(masterImageRatio);
  return [masterImageRatio, ...asked];
};

/** What the channels ask for in their order, at most two; wide when none of them plays videos, for a website does. */
export const videoRatiosFor = (channels: readonly Channel[]): readonly [VideoRatio, ...VideoRatio[]] => {
  const asked = channels.flatMap((channel) => channelMedia[channel].video ?? []);
  const [first = '16:9', ...others] = new Set(asked);
  return [first, ...others.slice(0, MOST_FILM_RATIOS - 1)];
};

/** An image or video that was chosen, with the formats it exists in. */
export interface ChosenMedia {
  readonly assetId: string;
  readonly ratios: readonly MediaRatio[];
}

export interface PostMedia {
  readonly assetId: string;
  /** Missing for media whose formats are not known. */
  readonly assetRatio?: MediaRatio;
}

/** The video where one is wanted and there is one, else the image; each in the network's own shape or the nearest there is. */
export const assetForNetwork = (
  network: SocialNetwork,
  wanted: 'image' | 'video',
  { image, video }: { readonly image?: ChosenMedia | undefined; readonly video?: ChosenMedia | undefined },
): PostMedia | undefined => {
  const { image: imageRatio, video: videoRatio } = channelMedia[network];
  if (wanted === 'video' && video && videoRatio) return inRatio(video, videoRatio);
  if (image) return inRatio(image, imageRatio);
  return video && inRatio(video, videoRatio ?? imageRatio);
};

export const distinctRatios = (ratios: readonly MediaRatio[]): MediaRatio[] => [...new Set(ratios)];

/** The named shape that a size comes closest to. */
export const nearestRatio = (widthPixels: number, heightPixels: number): MediaRatio => {
  const wanted = widthPixels / heightPixels;
  const [nearest = masterImageRatio] = [...mediaRatios].sort(
    (first, second) => Math.abs(Math.log(quotient(first) / wanted)) - Math.abs(Math.log(quotient(second) / wanted)),
  );
  return nearest;
};

const inRatio = ({ assetId, ratios }: ChosenMedia, wanted: MediaRatio): PostMedia => {
  const [assetRatio] = [...ratios].sort((first, second) => distance(first, wanted) - distance(second, wanted));
  return { assetId, ...(assetRatio ? { assetRatio } : {}) };
};

/** How much of a shape is lost or empty when it is shown in another. */
const distance = (first: MediaRatio, second: MediaRatio): number =>
  Math.abs(Math.log(quotient(first) / quotient(second)));

const quotient = (ratio: MediaRatio): number => {
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  return width / height;
};

// Which formats a campaign's pictures and films need, and which of them a post takes. Pure.
import type { Channel, SocialNetwork } from '../contracts/channels.ts';
import { channelMedia, type FilmRatio, type MediaRatio, mediaRatios } from '../contracts/media-formats.ts';

/** The format of link cards, e-mails and the dossier: every campaign has it, whatever its channels. */
export const masterPictureRatio: MediaRatio = '1.91:1';
/** More would double the time a film takes; a network without its own shape crops the nearest one. */
const MOST_FILM_RATIOS = 2;

/** The master's first, then what the channels ask for in their order. */
export const pictureRatiosFor = (channels: readonly Channel[]): readonly [MediaRatio, ...MediaRatio[]] => {
  const asked = new Set(channels.map((channel) => channelMedia[channel].picture));
  asked.delete(masterPictureRatio);
  return [masterPictureRatio, ...asked];
};

/** What the channels ask for in their order, at most two; wide when none of them plays films, for a website does. */
export const filmRatiosFor = (channels: readonly Channel[]): readonly [FilmRatio, ...FilmRatio[]] => {
  const asked = channels.flatMap((channel) => channelMedia[channel].film ?? []);
  const [first = '16:9', ...others] = new Set(asked);
  return [first, ...others.slice(0, MOST_FILM_RATIOS - 1)];
};

/** A picture or film that was chosen, with the formats it exists in. */
export interface ChosenMedia {
  readonly assetId: string;
  readonly ratios: readonly MediaRatio[];
}

export interface PostMedia {
  readonly assetId: string;
  /** Missing for media whose formats are not known. */
  readonly assetRatio?: MediaRatio;
}

/** The film where one is wanted and there is one, else the picture; each in the network's own shape or the nearest there is. */
export const assetForNetwork = (
  network: SocialNetwork,
  wanted: 'picture' | 'film',
  { picture, film }: { readonly picture?: ChosenMedia | undefined; readonly film?: ChosenMedia | undefined },
): PostMedia | undefined => {
  const { picture: pictureRatio, film: filmRatio } = channelMedia[network];
  if (wanted === 'film' && film && filmRatio) return inRatio(film, filmRatio);
  if (picture) return inRatio(picture, pictureRatio);
  return film && inRatio(film, filmRatio ?? pictureRatio);
};

export const distinctRatios = (ratios: readonly MediaRatio[]): MediaRatio[] => [...new Set(ratios)];

/** The named shape that a size comes closest to. */
export const nearestRatio = (widthPixels: number, heightPixels: number): MediaRatio => {
  const wanted = widthPixels / heightPixels;
  const [nearest = masterPictureRatio] = [...mediaRatios].sort(
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

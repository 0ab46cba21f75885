// Which shapes of picture and film the channels show best, as dated data. Reviewed 2026-11-26 against the networks' own pages.
import * as z from 'zod';
import type { Channel } from './channels.ts';

export const mediaRatios = ['1.91:1', '16:9', '1:1', '4:5', '2:3', '9:16'] as const;
/** Width to height. */
export const mediaRatioSchema = z.enum(mediaRatios).describe('Width to height');
export type MediaRatio = z.infer<typeof mediaRatioSchema>;

export interface MediaSize {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** What the networks recommend to upload; none of them wants more. */
export const pictureSizes: Readonly<Record<MediaRatio, MediaSize>> = {
  '1.91:1': { widthPixels: 1200, heightPixels: 628 },
  '16:9': { widthPixels: 1920, heightPixels: 1080 },
  '1:1': { widthPixels: 1080, heightPixels: 1080 },
  '4:5': { widthPixels: 1080, heightPixels: 1350 },
  '2:3': { widthPixels: 1000, heightPixels: 1500 },
  '9:16': { widthPixels: 1080, heightPixels: 1920 },
};

export const filmRatios = ['9:16', '16:9', '1:1'] as const satisfies readonly MediaRatio[];
export type FilmRatio = (typeof filmRatios)[number];
/** Of a campaign's leading film. */
export const filmSizes: Readonly<Record<FilmRatio, MediaSize>> = {
  '9:16': { widthPixels: 1080, heightPixels: 1920 },
  '16:9': { widthPixels: 1920, heightPixels: 1080 },
  '1:1': { widthPixels: 1080, heightPixels: 1080 },
};

/** Of its second shape: half the pixels, for half the time and cost, and still HD. */
export const furtherFilmSizes: Readonly<Record<FilmRatio, MediaSize>> = {
  '9:16': { widthPixels: 720, heightPixels: 1280 },
  '16:9': { widthPixels: 1280, heightPixels: 720 },
  '1:1': { widthPixels: 1080, heightPixels: 1080 },
};

/** The shape that fills most of a reader's screen on each channel; a channel without a film plays none beside its words. */
export const channelMedia: Readonly<Record<Channel, { readonly picture: MediaRatio; readonly film?: FilmRatio }>> = {
  linkedin: { picture: '1.91:1', film: '1:1' },
  instagram: { picture: '4:5', film: '9:16' },
  facebook: { picture: '4:5', film: '9:16' },
  x: { picture: '16:9', film: '16:9' },
  tiktok: { picture: '9:16', film: '9:16' },
  youtube: { picture: '16:9', film: '16:9' },
  pinterest: { picture: '2:3', film: '9:16' },
  threads: { picture: '4:5', film: '9:16' },
  bluesky: { picture: '1:1', film: '16:9' },
  email: { picture: '1.91:1' },
  blog: { picture: '1.91:1' },
  search: { picture: '1:1' },
};

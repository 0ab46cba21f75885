// Which shapes of image and video the channels show best, as dated data. Reviewed 2026-11-26 against the networks' own pages.
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
export const imageSizes: Readonly<Record<MediaRatio, MediaSize>> = {
  '1.91:1': { widthPixels: 1200, heightPixels: 628 },
  '16:9': { widthPixels: 1920, heightPixels: 1080 },
  '1:1': { widthPixels: 1080, heightPixels: 1080 },
  '4:5': { widthPixels: 1080, heightPixels: 1350 },
  '2:3': { widthPixels: 1000, heightPixels: 1500 },
  '9:16': { widthPixels: 1080, heightPixels: 1920 },
};

export const videoRatios = ['9:16', '16:9', '1:1'] as const satisfies readonly MediaRatio[];
export type VideoRatio = (typeof videoRatios)[number];
/** Of a campaign's leading video. */
export const videoSizes: Readonly<Record<VideoRatio, MediaSize>> = {
  '9:16': { widthPixels: 1080, heightPixels: 1920 },
  '16:9': { widthPixels: 1920, heightPixels: 1080 },
  '1:1': { widthPixels: 1080, heightPixels: 1080 },
};

/** Of its second shape: half the pixels, for half the time and cost, and still HD. */
export const furtherVideoSizes: Readonly<Record<VideoRatio, MediaSize>> = {
  '9:16': { widthPixels: 720, heightPixels: 1280 },
  '16:9': { widthPixels: 1280, heightPixels: 720 },
  '1:1': { widthPixels: 1080, heightPixels: 1080 },
};

/** The shape that fills most of a reader's screen on each channel; a channel without a video plays none beside its words. */
export const channelMedia: Readonly<Record<Channel, { readonly image: MediaRatio; readonly video?: VideoRatio }>> = {
  linkedin: { image: '1.91:1', video: '1:1' },
  instagram: { image: '4:5', video: '9:16' },
  facebook: { image: '4:5', video: '9:16' },
  x: { image: '16:9', video: '16:9' },
  tiktok: { image: '9:16', video: '9:16' },
  youtube: { image: '16:9', video: '16:9' },
  pinterest: { image: '2:3', video: '9:16' },
  threads: { image: '4:5', video: '9:16' },
  bluesky: { image: '1:1', video: '16:9' },
  email: { image: '1.91:1' },
  blog: { image: '1.91:1' },
  search: { image: '1:1' },
};

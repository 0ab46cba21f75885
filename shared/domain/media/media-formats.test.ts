import { describe, expect, it } from 'vitest';
import { channels, socialNetworks } from '../../contracts/channels.ts';
import { channelMedia, furtherVideoSizes, imageSizes, mediaRatios, videoSizes } from '../../contracts/media-formats.ts';
import { assetForNetwork, distinctRatios, imageRatiosFor, nearestRatio, videoRatiosFor } from './media-formats.ts';

describe('the sizes', () => {
  it.each(mediaRatios)('of %s images are of that shape', (ratio) => {
    const [width = 0, height = 0] = ratio.split(':').map(Number);
    const { widthPixels, heightPixels } = imageSizes[ratio];
    expect(widthPixels / heightPixels).toBeCloseTo(width / height, 2);
    expect(Math.max(widthPixels, heightPixels)).toBeGreaterThanOrEqual(1080);
  });

  it.each([...Object.entries(videoSizes), ...Object.entries(furtherVideoSizes)])(
    'of %s videos are of that shape, HD and even',
    (ratio, size) => {
      const [width = 0, height = 0] = ratio.split(':').map(Number);
      expect(size.widthPixels / size.heightPixels).toBeCloseTo(width / height, 2);
      expect(Math.max(size.widthPixels, size.heightPixels)).toBeGreaterThanOrEqual(1080);
      expect([size.widthPixels % 2, size.heightPixels % 2]).toEqual([0, 0]);
    },
  );
});

it.each([
  [1200, 628, '1.91:1'],
  [1920, 1080, '16:9'],
  [1080, 1080, '1:1'],
  [1000, 1010, '1:1'],
  [1080, 1350, '4:5'],
  [1000, 1500, '2:3'],
  [1080, 1920, '9:16'],
  [10, 900, '9:16'],
  [900, 10, '1.91:1'],
] as const)('a picture of %i by %i is nearest to %s', (width, height, ratio) => {
  expect(nearestRatio(width, height)).toBe(ratio);
});

it('each of several shapes counts once, in their order', () => {
  expect(distinctRatios(['4:5', '1:1', '4:5', '16:9', '1:1'])).toEqual(['4:5', '1:1', '16:9']);
});

describe('a campaign', () => {
  it('gets the formats its channels ask for, in their order, and always the link card', () => {
    expect(imageRatiosFor(['instagram', 'tiktok', 'facebook'])).toEqual(['1.91:1', '4:5', '9:16']);
    expect(imageRatiosFor(['email'])).toEqual(['1.91:1']);
    expect(new Set(imageRatiosFor(channels))).toEqual(new Set(mediaRatios));
  });

  it('gets at most two formats of video, the first one of the most important channel that plays videos', () => {
    expect(videoRatiosFor(['email', 'tiktok', 'instagram', 'youtube'])).toEqual(['9:16', '16:9']);
    expect(videoRatiosFor(['blog', 'search'])).toEqual(['16:9']);
    expect(videoRatiosFor(channels).length).toBeLessThanOrEqual(2);
  });
});

describe('a post', () => {
  const image = { assetId: 'image', ratios: imageRatiosFor(channels) };
  const video = { assetId: 'video', ratios: videoRatiosFor(channels) };

  it.each(socialNetworks)('on %s takes the image in the shape of the network', (network) => {
    const expected = { assetId: 'image', assetRatio: channelMedia[network].image };
    expect(assetForNetwork(network, 'image', { image, video })).toEqual(expected);
  });

  it('takes the nearest shape when its own was not made', () => {
    const wide = { assetId: 'wide', ratios: ['1.91:1', '1:1'] as const };
    expect(assetForNetwork('tiktok', 'image', { image: wide })).toEqual({ assetId: 'wide', assetRatio: '1:1' });
    expect(assetForNetwork('youtube', 'video', { image: wide })).toEqual({ assetId: 'wide', assetRatio: '1.91:1' });
  });

  it('takes what there is', () => {
    expect(assetForNetwork('tiktok', 'image', { video })).toEqual({ assetId: 'video', assetRatio: '9:16' });
    expect(assetForNetwork('x', 'video', {})).toBeUndefined();
    expect(assetForNetwork('tiktok', 'video', { image, video })).toEqual({ assetId: 'video', assetRatio: '9:16' });
    expect(assetForNetwork('x', 'video', { video: { assetId: 'old', ratios: [] } })).toEqual({ assetId: 'old' });
  });
});

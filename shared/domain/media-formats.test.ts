import { describe, expect, it } from 'vitest';
import { channels, socialNetworks } from '../contracts/channels.ts';
import { channelMedia, filmSizes, furtherFilmSizes, mediaRatios, pictureSizes } from '../contracts/media-formats.ts';
import { assetForNetwork, filmRatiosFor, pictureRatiosFor } from './media-formats.ts';

describe('the sizes', () => {
  it.each(mediaRatios)('of %s pictures are of that shape', (ratio) => {
    const [width = 0, height = 0] = ratio.split(':').map(Number);
    const { widthPixels, heightPixels } = pictureSizes[ratio];
    expect(widthPixels / heightPixels).toBeCloseTo(width / height, 2);
    expect(Math.max(widthPixels, heightPixels)).toBeGreaterThanOrEqual(1080);
  });

  it.each([...Object.entries(filmSizes), ...Object.entries(furtherFilmSizes)])(
    'of %s films are of that shape, HD and even',
    (ratio, size) => {
      const [width = 0, height = 0] = ratio.split(':').map(Number);
      expect(size.widthPixels / size.heightPixels).toBeCloseTo(width / height, 2);
      expect(Math.max(size.widthPixels, size.heightPixels)).toBeGreaterThanOrEqual(1080);
      expect([size.widthPixels % 2, size.heightPixels % 2]).toEqual([0, 0]);
    },
  );
});

describe('a campaign', () => {
  it('gets the formats its channels ask for, in their order, and always the link card', () => {
    expect(pictureRatiosFor(['instagram', 'tiktok', 'facebook'])).toEqual(['1.91:1', '4:5', '9:16']);
    expect(pictureRatiosFor(['email'])).toEqual(['1.91:1']);
    expect(new Set(pictureRatiosFor(channels))).toEqual(new Set(mediaRatios));
  });

  it('gets at most two formats of film, the first one of the most important channel that plays films', () => {
    expect(filmRatiosFor(['email', 'tiktok', 'instagram', 'youtube'])).toEqual(['9:16', '16:9']);
    expect(filmRatiosFor(['blog', 'search'])).toEqual(['16:9']);
    expect(filmRatiosFor(channels).length).toBeLessThanOrEqual(2);
  });
});

describe('a post', () => {
  const picture = { assetId: 'picture', ratios: pictureRatiosFor(channels) };
  const film = { assetId: 'film', ratios: filmRatiosFor(channels) };

  it.each(socialNetworks)('on %s takes the picture in the shape of the network', (network) => {
    const expected = { assetId: 'picture', assetRatio: channelMedia[network].picture };
    expect(assetForNetwork(network, 'picture', { picture, film })).toEqual(expected);
  });

  it('takes the nearest shape when its own was not made', () => {
    const wide = { assetId: 'wide', ratios: ['1.91:1', '1:1'] as const };
    expect(assetForNetwork('tiktok', 'picture', { picture: wide })).toEqual({ assetId: 'wide', assetRatio: '1:1' });
    expect(assetForNetwork('youtube', 'film', { picture: wide })).toEqual({ assetId: 'wide', assetRatio: '1.91:1' });
  });

  it('takes what there is', () => {
    expect(assetForNetwork('tiktok', 'picture', { film })).toEqual({ assetId: 'film', assetRatio: '9:16' });
    expect(assetForNetwork('x', 'film', {})).toBeUndefined();
    expect(assetForNetwork('x', 'film', { film: { assetId: 'old', ratios: [] } })).toEqual({ assetId: 'old' });
  });
});

// Rules of a few lines each: names, ages, waiting.
import { describe, expect, it } from 'vitest';
import type { AssetFormat, GeneratedAsset } from '../contracts/asset.ts';
import { apiKeySecretOf, isExpired, isFirstUseOfDay, shownPrefixOf } from './accounts/api-key-secret.ts';
import { lostEvent } from './campaigns/lost-event.ts';
import { attemptOf, callName, isFirstTry, purposeOf, tryName } from './costs/call-name.ts';
import { assetFiles, fileInRatio, posterOf } from './media/asset-files.ts';
import { assetIdOf } from './media/asset-id.ts';
import { pairOf } from './playbook/ab-pair.ts';
import { daysWaited, decideBy, isRunTooOld, longestRunDays } from './playbook/approval-deadlines.ts';

const now = new Date('2026-11-26T12:00:00.000Z');

describe('the secret of an API key', () => {
  it('is 32 bytes in letters that travel in a header, and shows four of them', () => {
    const secret = apiKeySecretOf(Uint8Array.from({ length: 32 }, (_byte, index) => (index % 2 ? 255 : 251)));
    expect(secret).toBe('am_live_-__7__v_-__7__v_-__7__v_-__7__v_-__7__v_-_8');
    expect(shownPrefixOf(secret)).toBe('am_live_-__7');
  });

  it('expires in its very instant', () => {
    expect(isExpired({ validUntil: '2026-11-26T12:00:00.001Z' }, now)).toBe(false);
    expect(isExpired({ validUntil: '2026-11-26T12:00:00.000Z' }, now)).toBe(true);
    expect(isExpired({ validUntil: '2026-11-26T11:59:59.999Z' }, now)).toBe(true);
  });

  it('is noted once a day', () => {
    expect(isFirstUseOfDay({}, now)).toBe(true);
    expect(isFirstUseOfDay({ lastUsedAt: '2026-11-25T23:59:59.999Z' }, now)).toBe(true);
    expect(isFirstUseOfDay({ lastUsedAt: '2026-11-26T00:00:00.000Z' }, now)).toBe(false);
    expect(isFirstUseOfDay({ lastUsedAt: '2026-11-27T00:00:00.000Z' }, now)).toBe(false);
  });
});

describe('the name of a call', () => {
  it('says phase, attempt and purpose, and which try it is', () => {
    const call = callName('seo', 2, 'text-1');
    expect(call).toBe('seo.2.text-1');
    expect([tryName(call, 1), tryName(call, 3)]).toEqual(['seo.2.text-1', 'seo.2.text-1.3']);
    expect([isFirstTry(call), isFirstTry(tryName(call, 2))]).toEqual([true, false]);
    expect(attemptOf(tryName(call, 2))).toEqual({ phaseId: 'seo', attempt: 2 });
    expect(purposeOf(tryName(call, 2))).toBe('text-1');
    expect([purposeOf('seo'), attemptOf('')]).toEqual(['', { phaseId: '', attempt: Number.NaN }]);
  });
});

describe('waiting', () => {
  it('ends when a run is too old', () => {
    const begun = (milliseconds: number) => new Date(now.getTime() - longestRunDays * 86_400_000 - milliseconds);
    expect(longestRunDays).toBe(270);
    expect(isRunTooOld(begun(0).toISOString(), now)).toBe(false);
    expect(isRunTooOld(begun(1).toISOString(), now)).toBe(true);
  });

  it('of a question ends two weeks after it was put', () => {
    expect(decideBy('2026-11-24T12:00:00.001Z')).toBe('2026-12-08T12:00:00.001Z');
    expect(decideBy(undefined)).toBeUndefined();
  });

  it('is counted in whole days', () => {
    expect(daysWaited(undefined, now)).toBe(0);
    expect(daysWaited('2026-11-24T12:00:00.001Z', now)).toBe(1);
    expect(daysWaited('2026-11-24T12:00:00.000Z', now)).toBe(2);
  });
});

it('an event that was lost asks to read the campaign again', () => {
  expect(lostEvent({ id: 'cmp_1', status: 'PAUSED' }, 7, now.toISOString())).toEqual({
    type: 'campaign:status',
    number: 7,
    campaignId: 'cmp_1',
    at: '2026-11-26T12:00:00.000Z',
    data: { status: 'PAUSED', refetch: true },
  });
});

it('an agent that makes a pair has names for it; others have none', () => {
  expect(pairOf('designer')).toEqual({ list: 'visuals', chosen: 'validatedVisual' });
  expect(pairOf('video-producer')).toEqual({ list: 'videos', chosen: 'validatedVideo' });
  expect(pairOf('CMO')).toBeUndefined();
});

it('an asset is named after where it comes from', () => {
  expect(assetIdOf('cmp_01JD', 'visuals', 2, 'B')).toBe('ast_01JD_visuals_2_B');
});

describe('the files of an asset', () => {
  const format = (ratio: string, mediaType: string, widthPixels = 10, heightPixels = 10) =>
    ({ ratio, mediaType, widthPixels, heightPixels, fileName: `${ratio}.${mediaType}` }) as AssetFormat;
  const assetOf = (kind: 'image' | 'video', formats: AssetFormat[]) =>
    ({ kind, mediaType: `${kind}/own`, widthPixels: 99, heightPixels: 99, formats }) as unknown as GeneratedAsset;
  const [square, wide] = [format('1:1', 'image/jpeg'), format('16:9', 'image/jpeg', 16, 9)];
  const picture = assetOf('image', [square, wide]);

  it('are its own and those of its formats', () => {
    expect(assetFiles(picture)).toEqual([picture, square, wide]);
  });

  it('are chosen by shape, and its own where the shape is not there', () => {
    expect(fileInRatio(picture, '16:9')).toBe(wide);
    expect(fileInRatio(picture, '9:16')).toBe(picture);
    expect(fileInRatio(picture, undefined)).toBe(picture);
  });

  it('of a film are films, and their posters are pictures of the same size', () => {
    const [film, poster, other] = [
      format('16:9', 'video/mp4', 16, 9),
      format('16:9', 'image/png', 16, 9),
      format('1:1', 'image/png', 16, 10),
    ];
    const asset = assetOf('video', [other, poster, film]);
    expect(fileInRatio(asset, '16:9')).toBe(film);
    expect(posterOf(asset, film)).toBe(poster);
    expect(posterOf(asset, { widthPixels: 9, heightPixels: 9 })).toBeUndefined();
    expect(posterOf(asset, { widthPixels: 15, heightPixels: 9 })).toBeUndefined();
    expect(posterOf(picture, wide)).toBeUndefined();
  });
});

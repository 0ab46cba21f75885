import { expect, it } from 'vitest';
import { type Asset, assetStatusSchema } from '../../contracts/asset.ts';
import { isGivenUp, statusesAfter, uploadEnd } from './asset-status.ts';

it('lets a decision be changed, brings an archived file back as a draft, and waits for the bytes of an upload', () => {
  expect(Object.fromEntries(assetStatusSchema.options.map((status) => [status, statusesAfter(status)]))).toEqual({
    uploading: [],
    draft: ['approved', 'rejected', 'archived'],
    approved: ['draft', 'rejected', 'archived'],
    rejected: ['draft', 'approved', 'archived'],
    archived: ['draft'],
  });
});

const begun = new Date('2026-11-25T10:00:00.000Z');
const upload = (status: Asset['status']): Asset => ({
  origin: 'UPLOAD',
  id: 'upl_01JD0000000000000000000000',
  kind: 'image',
  mediaType: 'image/png',
  fileName: 'logo.png',
  byteLength: 10,
  status,
  createdAt: begun.toISOString(),
  aiGenerated: false,
});

it('gives up an upload after a day, to the millisecond, unless it was completed', () => {
  const end = uploadEnd(begun);
  expect(end.toISOString()).toBe('2026-11-26T10:00:00.000Z');
  expect(isGivenUp(upload('uploading'), new Date(end.getTime() - 1))).toBe(false);
  expect(isGivenUp(upload('uploading'), end)).toBe(true);
  expect(isGivenUp(upload('draft'), end)).toBe(false);
});

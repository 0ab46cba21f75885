// A brand brings a file of its own: announced, sent straight to storage, checked, listed, downloaded and deleted.
import { expect, it } from 'vitest';
import { gradientPng } from '../../shared/export/testing/sample-png.ts';
import { problemOf, registerUser } from '../support/campaign-driver.ts';
import { target } from './journey.ts';

it('uploads a logo, finds it, downloads it as it was, and deletes it', async () => {
  const { client } = await registerUser(target());
  const bytes = gradientPng(32, 32, [0, 60, 120], [240, 240, 255]);
  const { asset, upload } = await client.call('createUpload', {
    body: { fileName: 'logo.png', mediaType: 'image/png', byteLength: bytes.byteLength },
  });
  const at = { params: { assetId: asset.id } };
  const headers = { 'content-type': 'image/png' };

  expect((await fetch(upload.url, { method: upload.method, headers, body: bytes.slice(1) })).status).toBe(403);
  expect((await fetch(upload.url, { method: upload.method, headers, body: bytes })).status).toBe(200);
  const completed = await client.call('completeUpload', at);

  expect(completed).toMatchObject({ status: 'draft', widthPixels: 32, heightPixels: 32 });
  expect((await client.call('listAssets', { query: { origin: 'UPLOAD' } })).assets).toEqual([completed]);
  const { url } = await client.call('downloadAsset', at);
  const downloaded = await fetch(url);
  expect(downloaded.headers.get('content-disposition')).toContain('logo.png');
  expect(Buffer.from(await downloaded.arrayBuffer()).equals(bytes)).toBe(true);

  await client.call('deleteAsset', at);
  expect((await problemOf(client.call('getAsset', at))).status).toBe(404);
  expect((await client.call('listAssets')).assets).toEqual([]);
});

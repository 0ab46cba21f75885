// Files: what people make of generated ones, and the way of an upload from its announcement to its deletion.

import { createHash, randomUUID } from 'node:crypto';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Asset, type GeneratedAsset, isGenerated } from '../../shared/contracts/asset.ts';
import { apiPrefix, type RouteOutput, type RouteRequest } from '../../shared/contracts/routes.ts';
import { gradientPng } from '../../shared/export/testing/sample-png.ts';
import { createBucketClient } from '../../shared/runtime/clients/bucket-client.ts';
import { briefOf, type Follower, follow, problemOf, registerUser, type User } from '../support/campaign-driver.ts';
import { drawPair } from '../support/draw-pair.ts';
import { freeModels, sampleVisual } from '../support/fake-models.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { sendRaw } from '../support/raw-requests.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';

const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({
    directory,
    models: freeModels(),
    agents: simulatedAgents(async ({ phaseId, tools }) => {
      if (phaseId === 'research') await tools.image(sampleVisual('A')); // a picture of a phase that has no pair
      return phaseId === 'visuals' ? drawPair(tools) : undefined;
    }),
  }),
);
let user: User;
let stranger: User;
const followers: Follower[] = [];
beforeEach(async () => {
  [user, stranger] = await Promise.all([registerUser(platform), registerUser(platform)]);
});
afterEach(async () => {
  for (const follower of followers.splice(0)) follower.close();
  const { campaigns } = await user.client.call('listCampaigns');
  for (const { id } of campaigns) await user.client.call('deleteCampaign', { params: { campaignId: id } });
});

const of = (assetId: string) => ({ params: { assetId } });

async function launch() {
  const { id } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'SEMI_AUTO' }) });
  const follower = follow(platform, user, id);
  followers.push(follower);
  return { id, follower, on: (phaseId: string) => ({ params: { campaignId: id, phaseId } }) };
}

/** A campaign whose visuals wait for the choice between A and B. */
async function withPair(attempt = 1) {
  const campaign = await launch();
  await campaign.follower.untilPhase('strategy', 'WAITING_VALIDATION');
  await user.client.call('approvePhase', campaign.on('strategy'));
  await campaign.follower.untilPhase('visuals', 'WAITING_VALIDATION', attempt);
  const { assets } = await user.client.call('listAssets', { query: { campaignId: campaign.id } });
  const made = assets.filter(isGenerated);
  const ofVariant = (variant: string) =>
    made.find((asset) => asset.phaseId === 'visuals' && asset.variant === variant)?.id ?? '';
  const single = made.find(({ phaseId }) => phaseId === 'research') as GeneratedAsset;
  return { ...campaign, a: ofVariant('A'), b: ofVariant('B'), single };
}

const picture = gradientPng(64, 48, [10, 20, 30], [200, 180, 160]);
const announce = (changes: Partial<RouteRequest<'createUpload'>['body']> = {}, by = user) =>
  by.client.call('createUpload', {
    body: { fileName: 'Été.png', mediaType: 'image/png', byteLength: picture.byteLength, ...changes },
  });
/** Sends bytes as a browser does, which sets the length itself. */
const send = (
  { url, method, headers }: RouteOutput<'createUpload'>['upload'],
  bytes: Uint8Array<ArrayBuffer>,
  changes: Record<string, string> = {},
) => fetch(url, { method, body: bytes, headers: { 'content-type': headers['content-type'] ?? '', ...changes } });

async function uploadImage(changes: Parameters<typeof announce>[0] = {}): Promise<Asset> {
  const { asset, upload } = await announce(changes);
  expect((await send(upload, picture)).status).toBe(200);
  return user.client.call('completeUpload', of(asset.id));
}
const listed = async (query: RouteRequest<'listAssets'>['query'] = {}) =>
  (await user.client.call('listAssets', { query })).assets.map(({ id }) => id);

/** Names of objects, as an operator sees them. */
async function objects(prefix: string): Promise<(string | undefined)[]> {
  const page = await createBucketClient().send(
    new ListObjectsV2Command({ Bucket: process.env['BUCKET_NAME'], Prefix: prefix }),
  );
  return (page.Contents ?? []).map(({ Key }) => Key);
}
const stored = () => objects(`workspaces/${user.workspaceId}/`);
const arrived = () => objects(`uploads/${user.workspaceId}/`);

describe('an upload', () => {
  it('is announced, sent straight to storage, checked, and then a file like any other', async () => {
    const { asset, upload } = await announce();
    expect(asset).toMatchObject({ origin: 'UPLOAD', status: 'uploading', fileName: 'Été.png', aiGenerated: false });
    expect(upload.headers).toEqual({ 'content-type': 'image/png', 'content-length': String(picture.byteLength) });
    expect((await send(upload, picture)).status).toBe(200);

    const completed = await user.client.call('completeUpload', of(asset.id));

    const sha256 = createHash('sha256').update(picture).digest('hex');
    expect(completed).toEqual({ ...asset, status: 'draft', sha256, widthPixels: 64, heightPixels: 48 });
    expect(await user.client.call('getAsset', of(asset.id))).toEqual(completed);
    expect(await listed({ origin: 'UPLOAD' })).toEqual([asset.id]);
    expect(await arrived()).toEqual([]);
    const link = await user.client.call('downloadAsset', of(asset.id));
    const answer = await fetch(link.url);
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="_t_.png"; filename*=UTF-8''%C3%89t%C3%A9.png`,
    );
  });

  it('takes no other size and no other type than announced, whatever the sender says', async () => {
    const { asset, upload } = await announce();
    const longer = Uint8Array.from([...picture, 0]);
    for (const refused of [
      await send(upload, longer),
      await send(upload, picture.slice(1)),
      await send(upload, picture, { 'content-type': 'text/html' }),
      await send({ ...upload, url: upload.url.replace(asset.id, 'upl_01JD0000000000000000000000') }, picture),
    ]) {
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('SignatureDoesNotMatch');
    }
    expect(await arrived()).toEqual([]);
    expect(await problemOf(user.client.call('completeUpload', of(asset.id)))).toMatchObject({
      code: 'conflict',
      detail: 'No bytes have arrived yet. PUT them to the link of the upload first.',
    });
  });

  it.each([
    ['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
  ])(
    'of %s under the name of a picture is refused and does not stay; the picture may still be sent',
    async (_what, text) => {
      const disguised = new Uint8Array(picture.byteLength).fill(0x20);
      disguised.set(new TextEncoder().encode(text));
      const { asset, upload } = await announce();
      expect((await send(upload, disguised)).status).toBe(200);

      const problem = await problemOf(user.client.call('completeUpload', of(asset.id)));

      expect([problem.status, problem.detail]).toEqual([422, 'The bytes are not those of a file of type image/png.']);
      expect([...(await arrived()), ...(await stored())]).toEqual([]);
      expect((await user.client.call('getAsset', of(asset.id))).status).toBe('uploading');
      expect((await problemOf(user.client.call('downloadAsset', of(asset.id)))).status).toBe(409);
      expect(
        (await problemOf(user.client.call('changeAsset', { ...of(asset.id), body: { status: 'approved' } }))).status,
      ).toBe(409);
      await send(upload, picture);
      expect((await user.client.call('completeUpload', of(asset.id))).status).toBe('draft');
    },
  );

  it('is checked by its size too, should anything else have come to lie there', async () => {
    const { asset } = await announce();
    const [Bucket, Key] = [process.env['BUCKET_NAME'], `uploads/${user.workspaceId}/${asset.id}`];
    await createBucketClient().send(new PutObjectCommand({ Bucket, Key, Body: 'short' }));
    expect(await problemOf(user.client.call('completeUpload', of(asset.id)))).toMatchObject({
      status: 422,
      detail: `5 bytes arrived, but ${picture.byteLength} were announced. Upload it anew.`,
    });
    expect(await arrived()).toEqual([]);
  });

  it('is completed once: by two at the same moment, again later, and not with what its link still takes', async () => {
    const { asset, upload } = await announce();
    await send(upload, picture);
    const complete = () => user.client.call('completeUpload', of(asset.id));
    const [one, other] = await Promise.all([complete(), complete()]);
    expect(one).toEqual(other);

    const replacement = new Uint8Array(picture.byteLength).fill(0x20);
    expect((await send(upload, replacement)).status).toBe(200);
    expect(await complete()).toEqual(one);
    const { url } = await user.client.call('downloadAsset', of(asset.id));
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(picture)).toBe(true);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a type that can run scripts', { mediaType: 'image/svg+xml' }, '#/mediaType'],
    ['a picture over 20 MB', { byteLength: 20 * 1024 * 1024 + 1 }, '#/byteLength'],
    ['a video over 100 MB', { mediaType: 'video/mp4', byteLength: 100 * 1024 * 1024 + 1 }, '#/byteLength'],
    ['nothing', { byteLength: 0 }, '#/byteLength'],
    ['half a byte', { byteLength: 1.5 }, '#/byteLength'],
    ['no name', { fileName: '  ' }, '#/fileName'],
    ['an id that is no campaign', { campaignId: '7' }, '#/campaignId'],
    ['a field nobody knows', { status: 'approved' }, '#/status'],
  ])('is not announced with %s', async (_what, changes, pointer) => {
    const problem = await problemOf(announce(changes));
    expect([problem.status, problem.fields.map((field) => field.pointer)]).toEqual([422, [pointer]]);
  });

  it('may be as large as is said, and a video larger than a picture', async () => {
    await announce({ byteLength: 20 * 1024 * 1024 });
    const { asset } = await announce({ fileName: 'spot.mp4', mediaType: 'video/mp4', byteLength: 100 * 1024 * 1024 });
    expect(asset.kind).toBe('video');
  });

  it('is announced once for one Idempotency-Key', async () => {
    const request = {
      method: 'POST',
      path: `${apiPrefix}/assets/uploads`,
      token: user.token,
      body: { fileName: 'a.png', mediaType: 'image/png', byteLength: 10 },
      headers: { 'idempotency-key': randomUUID() },
    };
    const [first, second] = [await sendRaw(platform, request), await sendRaw(platform, request)];
    expect([first.status, second.json]).toEqual([201, first.json]);
    expect(await listed()).toHaveLength(1);
  });

  it('is deleted with its bytes at any time, also before they were checked', async () => {
    const completed = await uploadImage();
    const { asset, upload } = await announce();
    await send(upload, picture);
    expect([(await stored()).length, (await arrived()).length]).toEqual([1, 1]);

    for (const { id } of [completed, asset]) {
      expect(await user.client.call('deleteAsset', of(id))).toEqual({ success: true });
      expect((await problemOf(user.client.call('deleteAsset', of(id)))).status).toBe(404);
    }

    expect([...(await stored()), ...(await arrived()), ...(await listed())]).toEqual([]);
    expect((await problemOf(user.client.call('completeUpload', of(asset.id)))).status).toBe(404);
  });

  it('goes with its campaign, and stays when it has none', async () => {
    const { id } = await launch();
    const [bound, free] = [await uploadImage({ campaignId: id }), await uploadImage()];
    expect(await listed({ campaignId: id, origin: 'UPLOAD' })).toEqual([bound.id]);

    await user.client.call('deleteCampaign', { params: { campaignId: id } });

    expect(await listed()).toEqual([free.id]);
    expect(await stored()).toEqual([`workspaces/${user.workspaceId}/uploads/${free.id}.png`]);
  });

  it('is not announced for the campaign of somebody else, and belongs to nobody else', async () => {
    const { id: campaignId } = await launch();
    expect((await problemOf(announce({ campaignId }, stranger))).status).toBe(404);
    const { id } = await uploadImage();
    for (const ask of [
      () => stranger.client.call('getAsset', of(id)),
      () => stranger.client.call('downloadAsset', of(id)),
      () => stranger.client.call('completeUpload', of(id)),
      () => stranger.client.call('chooseVariant', of(id)),
      () => stranger.client.call('changeAsset', { ...of(id), body: { status: 'archived' } }),
      () => stranger.client.call('deleteAsset', of(id)),
    ])
      expect((await problemOf(ask())).status).toBe(404);
    expect((await stranger.client.call('listAssets')).assets).toEqual([]);
    expect((await user.client.call('getAsset', of(id))).status).toBe('draft');
  });

  it('cannot be chosen, for it has no pair, and what an agent made cannot be completed', async () => {
    const { id } = await uploadImage();
    expect((await problemOf(user.client.call('chooseVariant', of(id)))).status).toBe(422);
    const { follower } = await launch();
    const { data } = await follower.until('asset:created');
    expect((await problemOf(user.client.call('completeUpload', of(data.asset.id)))).status).toBe(409);
  });
});

describe('a list of files', () => {
  it('shows generated ones and then uploads, filtered, page by page and without what was archived', async () => {
    const { id: campaignId, a, b, single } = await withPair();
    const bound = await uploadImage({ campaignId });
    const free = await uploadImage();
    const { asset: expected } = await announce();

    expect(await listed()).toEqual([single.id, a, b, bound.id, free.id, expected.id]);
    expect(await listed({ campaignId })).toEqual([single.id, a, b, bound.id]);
    expect(await listed({ origin: 'AGENT' })).toEqual([single.id, a, b]);
    expect(await listed({ origin: 'UPLOAD' })).toEqual([bound.id, free.id, expected.id]);
    expect(await listed({ variant: 'B' })).toEqual([b]);
    expect(await listed({ kind: 'video' })).toEqual([]);
    expect(await listed({ status: 'uploading' })).toEqual([expected.id]);

    for (const assetId of [a, bound.id])
      await user.client.call('changeAsset', { ...of(assetId), body: { status: 'archived' } });
    expect(await listed({ campaignId })).toEqual([single.id, b]);
    expect(await listed({ campaignId, status: 'archived' })).toEqual([a, bound.id]);

    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await user.client.call('listAssets', {
        query: { campaignId, status: 'archived', limit: 1, cursor },
      });
      expect(page.assets.length).toBeLessThanOrEqual(1);
      paged.push(...page.assets.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual([a, bound.id]);
  });

  it('is refused a filter that means nothing, and a cursor that no page gave out', async () => {
    for (const [query, pointer] of [
      ['status=deleted', '#/status'],
      ['origin=BRAND', '#/origin'],
      ['variant=a', '#/variant'],
      [`cursor=${Buffer.from('upl_7').toString('base64url')}`, '#/cursor'],
    ]) {
      const answer = await sendRaw(platform, {
        method: 'GET',
        path: `${apiPrefix}/assets?${query}`,
        token: user.token,
      });
      expect([answer.status, answer.json]).toEqual([
        422,
        expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
      ]);
    }
  });
});

describe('the status of a file', () => {
  it('is decided by a person, told to who follows the campaign, and moves as the rules say', async () => {
    const { follower, single } = await withPair();
    const change = (status: 'approved' | 'rejected' | 'archived' | 'draft') =>
      user.client.call('changeAsset', { ...of(single.id), body: { status } });

    expect(await change('approved')).toEqual({ ...single, status: 'approved' });
    const { data } = await follower.until('asset:updated', ({ data: { asset } }) => asset.id === single.id);
    expect(data.asset.status).toBe('approved');
    await change('archived');
    expect(await problemOf(change('approved'))).toMatchObject({
      status: 409,
      detail: `${single.id} is archived and cannot become approved, only draft.`,
    });
    await change('draft');
    expect((await problemOf(change('draft'))).status).toBe(409);
    expect(
      (await problemOf(user.client.call('changeAsset', { ...of(single.id), body: { status: 'uploading' as 'draft' } })))
        .status,
    ).toBe(422);
  });

  it('is decided by one of several at the same moment; the others hear of a conflict', async () => {
    const { id } = await uploadImage();
    const statuses = ['approved', 'rejected', 'archived', 'approved', 'rejected'] as const;

    const answers = await Promise.allSettled(
      statuses.map((status) => user.client.call('changeAsset', { ...of(id), body: { status } })),
    );

    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ status: 409 });
    const { status } = await user.client.call('getAsset', of(id));
    expect(answers.some((answer) => answer.status === 'fulfilled' && answer.value.status === status)).toBe(true);
  });
});

describe('choosing a file of a pair', () => {
  it('approves the phase that waits, marks both files, and is a conflict the second time', async () => {
    const { follower, a, b, on } = await withPair();
    const { phase } = await user.client.call('chooseVariant', of(b));
    expect(phase).toMatchObject({ id: 'visuals', status: 'COMPLETED' });
    const { output } = await user.client.call('getPhase', on('visuals'));
    expect(output).toMatchObject({ validatedVisual: { variant: 'B', assetId: b, chosenBy: 'person' } });
    await follower.until('asset:updated', ({ data: { asset } }) => asset.id === b && asset.status === 'approved');
    await follower.until('asset:updated', ({ data: { asset } }) => asset.id === a && asset.status === 'rejected');
    for (const assetId of [a, b])
      expect(await problemOf(user.client.call('chooseVariant', of(assetId)))).toMatchObject({
        status: 409,
        detail: expect.stringMatching(/is COMPLETED.*PATCH/),
      });
  });

  it('counts once when A and B are chosen at the same moment', async () => {
    const { a, b, on } = await withPair();
    const answers = await Promise.allSettled([a, b].map((assetId) => user.client.call('chooseVariant', of(assetId))));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { approvals } = await user.client.call('getPhase', on('visuals'));
    expect(approvals).toHaveLength(1);
  });

  it('is refused for a file without a pair, and for the pair of an attempt that was sent back', async () => {
    const { follower, a, single, on } = await withPair();
    expect((await problemOf(user.client.call('chooseVariant', of(single.id)))).status).toBe(422);
    await user.client.call('rejectPhase', { ...on('visuals'), body: { feedback: 'bolder' } });
    await follower.untilPhase('visuals', 'WAITING_VALIDATION', 2);
    expect(await problemOf(user.client.call('chooseVariant', of(a)))).toMatchObject({
      status: 409,
      detail: expect.stringContaining('its current one is attempt 2'),
    });
  });
});

describe('deleting a generated file', () => {
  it('waits until its campaign has ended, then takes the bytes with it', async () => {
    const { id, a } = await withPair();
    expect(await problemOf(user.client.call('deleteAsset', of(a)))).toMatchObject({
      status: 409,
      detail: expect.stringContaining('is RUNNING and may still read this file'),
    });
    expect((await user.client.call('getAsset', of(a))).status).toBe('draft');
    await user.client.call('changeCampaign', { params: { campaignId: id }, body: { action: 'cancel' } });
    const { url } = await user.client.call('downloadAsset', of(a));

    await user.client.call('deleteAsset', of(a));

    expect((await fetch(url)).status).toBe(404);
    expect((await problemOf(user.client.call('getAsset', of(a)))).status).toBe(404);
    expect(await listed({ campaignId: id })).not.toContain(a);
  });

  it('is repeated after it was cut short between the bytes and what describes them', async () => {
    const { id } = await uploadImage();
    const { client, Bucket } = { client: createBucketClient(), Bucket: process.env['BUCKET_NAME'] };
    const [name] = await stored();
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    await client.send(new DeleteObjectCommand({ Bucket, Key: name }));
    await expect(client.send(new GetObjectCommand({ Bucket, Key: name }))).rejects.toMatchObject({ name: 'NoSuchKey' });

    expect(await user.client.call('deleteAsset', of(id))).toEqual({ success: true });
    expect(await listed()).toEqual([]);
  });
});

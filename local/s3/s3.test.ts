import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '../state/store.ts';
import { type S3Options, startS3 } from './s3.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
const Bucket = 'assets';

const directoryForTest = async () => {
  const directory = await mkdtemp(join(tmpdir(), 's3-'));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

const connect = (endpoint: string, identity = credentials) => {
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: identity,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  cleanups.push(() => client.destroy());
  return client;
};

const start = async (options: Partial<S3Options> = {}) => {
  const directory = options.directory ?? (await directoryForTest());
  const store = openStore(join(directory, 'state.db'));
  const service = await startS3({
    secretAccessKey: credentials.secretAccessKey,
    bucket: Bucket,
    ...options,
    directory,
    store,
  });
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await service.stop();
    store.close();
  };
  cleanups.push(stop);
  return { ...service, client: connect(service.endpoint), stop };
};

const put = (client: S3Client, Key: string, Body: string | Buffer, more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const text = async (client: S3Client, Key: string) =>
  (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

test('keeps an object of 20 MB, a streamed one, and its type', async () => {
  const { client } = await start();
  const video = randomBytes(20 * 1024 * 1024);

  await put(client, 'campaigns/1/video é.mp4', video, { ContentType: 'video/mp4' });
  const Body = Readable.from([Buffer.from('streamed '), Buffer.from('in parts')]);
  await client.send(new PutObjectCommand({ Bucket, Key: 'streamed', Body, ContentLength: 17 }));

  const got = await client.send(new GetObjectCommand({ Bucket, Key: 'campaigns/1/video é.mp4' }));
  expect(video.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  expect(got).toMatchObject({ ContentType: 'video/mp4' });
  expect(await text(client, 'streamed')).toBe('streamed in parts');
});

test('serves a presigned PUT and GET with a range and overridden headers to any page', async () => {
  const { client } = await start();
  const origin = 'http://localhost:5173';
  const upload = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'a b.txt' }), { expiresIn: 60 });
  const ResponseContentDisposition = 'attachment; filename="été.txt"';
  const download = await getSignedUrl(
    client,
    new GetObjectCommand({ Bucket, Key: 'a b.txt', ResponseContentDisposition }),
  );

  const preflight = await fetch(upload, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' },
  });
  const uploaded = await fetch(upload, {
    method: 'PUT',
    body: '0123456789',
    headers: { origin, 'content-type': 'text/plain' },
  });
  const part = await fetch(download, { headers: { origin, range: 'bytes=2-4' } });

  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
  expect(uploaded.status).toBe(200);
  expect(part.status).toBe(206);
  expect(await part.text()).toBe('234');
  expect(part.headers.get('access-control-allow-origin')).toBe('*');
  expect(part.headers.get('content-disposition')).toBe(ResponseContentDisposition);
});

test.each([
  ['another key', (link: string) => link.replace('/mine', '/yours'), 'SignatureDoesNotMatch'],
  ['a longer life', (link: string) => link.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'), 'SignatureDoesNotMatch'],
  ['an added override', (link: string) => `${link}&response-content-type=text%2Fhtml`, 'SignatureDoesNotMatch'],
  ['no signature', (link: string) => String(link.split('?')[0]), 'AccessDenied'],
  [
    'an unknown identity',
    (link: string) => link.replace('Credential=local', 'Credential=other'),
    'SignatureDoesNotMatch',
  ],
])('refuses a link changed to have %s', async (_what, change, code) => {
  const { client } = await start();
  await put(client, 'mine', 'mine');
  await put(client, 'yours', 'yours');
  const link = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'mine' }), { expiresIn: 60 });
  expect((await fetch(link)).status).toBe(200);

  const refused = await fetch(change(link));

  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain(`<Code>${code}</Code>`);
});

test('refuses a link for reading that is used for writing, and one that has expired', async () => {
  let now = Date.now();
  const { client } = await start({ clock: () => now });
  await put(client, 'a', 'x');
  const link = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'a' }), { expiresIn: 60 });

  const written = await fetch(link, { method: 'PUT', body: 'y' });
  now += 61_000;
  const expired = await fetch(link);

  expect(written.status).toBe(403);
  expect(expired.status).toBe(403);
  expect(await expired.text()).toContain('Request has expired');
});

test('refuses bytes of another type or size than a link signs, and takes the announced ones', async () => {
  const { client } = await start();
  const upload = new PutObjectCommand({ Bucket, Key: 'logo', ContentType: 'image/png', ContentLength: 4 });
  const signableHeaders = new Set(['host', 'content-type', 'content-length']);
  const link = await getSignedUrl(client, upload, { expiresIn: 60, signableHeaders });
  const send = (body: string, type: string) =>
    fetch(link, { method: 'PUT', body, headers: { 'content-type': type } }).then(({ status }) => status);

  expect(new URL(link).searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host');
  expect(await send('abcde', 'image/png')).toBe(403);
  expect(await send('abc', 'image/png')).toBe(403);
  expect(await send('abcd', 'text/html')).toBe(403);
  expect(await send('abcd', 'image/png')).toBe(200);
  expect(await text(client, 'logo')).toBe('abcd');
});

test('refuses a client with another secret', async () => {
  const { endpoint } = await start();
  const stranger = connect(endpoint, { accessKeyId: 'local', secretAccessKey: 'guessed' });

  await expect(put(stranger, 'a', 'x')).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
});

test('refuses by name what it does not do, and leaves the object alone', async () => {
  const { client } = await start();
  await put(client, 'a', 'kept');

  const tagging = new PutObjectTaggingCommand({ Bucket, Key: 'a', Tagging: { TagSet: [] } });

  await expect(client.send(tagging)).rejects.toMatchObject({ name: 'NotImplemented' });
  await expect(put(client, 'a', 'x', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'NotImplemented' });
  await expect(client.send(new GetObjectCommand({ Bucket: 'others', Key: 'a' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
  expect(await text(client, 'a')).toBe('kept');
});

test('keeps objects, replacements and deletions over a restart, also keys that differ only in case or are long', async () => {
  const directory = await directoryForTest();
  const first = await start({ directory });
  const before = first.client;
  const long = 'k'.repeat(900);
  await put(before, 'Case', 'upper', { ContentType: 'text/plain' });
  await put(before, 'case', 'lower');
  await put(before, long, 'long');
  await put(before, 'case', 'replaced');
  await put(before, 'gone', 'x');
  await before.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
  await first.stop();

  const { client } = await start({ directory });

  const { Contents } = await client.send(new ListObjectsV2Command({ Bucket }));
  expect(Contents?.map(({ Key }) => Key)).toEqual(['Case', 'case', long]);
  expect([await text(client, 'Case'), await text(client, 'case'), await text(client, long)]).toEqual([
    'upper',
    'replaced',
    'long',
  ]);
  const upper = await client.send(new GetObjectCommand({ Bucket, Key: 'Case' }));
  expect(upper).toMatchObject({ ContentType: 'text/plain', ContentLength: 5 });
  const files = await readdir(directory, { recursive: true });
  expect(files.filter((file) => file.endsWith('.body'))).toHaveLength(3);
});

test('lists every key once, page by page, in the order of their characters', async () => {
  const { client } = await start();
  const keys = ['A', 'Z', '_', 'a', 'b-1', 'b.1', 'b_1'];
  for (const key of keys.toReversed()) await put(client, key, 'x');

  const listed: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 2, ContinuationToken }));
    listed.push(...(page.Contents ?? []).map(({ Key }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);

  expect(listed).toEqual(keys);
});

test('forgets an object whose content is missing or torn, says which, and keeps the others', async () => {
  const directory = await directoryForTest();
  const first = await start({ directory });
  await put(first.client, 'torn', 'content');
  const [torn = ''] = (await readdir(directory)).filter((file) => file.endsWith('.body'));
  await put(first.client, 'sound', 'content');
  await first.stop();
  await writeFile(join(directory, torn), 'cont');

  const { client, notices } = await start({ directory });

  expect(notices).toEqual([expect.stringMatching(`${torn} has 4 bytes instead of 7.*torn`)]);
  await expect(text(client, 'torn')).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(await text(client, 'sound')).toBe('content');
});

test('deletes several at once, and says that the bucket is there', async () => {
  const { client } = await start();
  const keys = ['a&b', 'c<d>', "e'f"];
  for (const key of [...keys, 'kept']) await put(client, key, 'x');

  await client.send(new HeadBucketCommand({ Bucket }));
  const Objects = keys.map((Key) => ({ Key }));
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));

  const { Contents } = await client.send(new ListObjectsV2Command({ Bucket }));
  expect(Contents?.map(({ Key }) => Key)).toEqual(['kept']);
});

test('keeps one of several contents that are written at once, and nothing of the others', async () => {
  const directory = await directoryForTest();
  const { client } = await start({ directory });

  await Promise.all(Array.from({ length: 20 }, (_, number) => put(client, 'a', `content ${number}`)));

  expect(await text(client, 'a')).toMatch(/^content \d+$/);
  const files = await readdir(directory, { recursive: true });
  expect(files.filter((file) => file.endsWith('.body'))).toHaveLength(1);
});

test.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 200, '0123456789', null],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
])('serves the range %s', async (range, status, content, contentRange) => {
  const { client } = await start();
  await put(client, 'digits', '0123456789');
  const link = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'digits' }));

  const part = await fetch(link, { headers: { range } });

  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([status, content, contentRange]);
});

test('refuses a range behind the end', async () => {
  const { client } = await start();
  await put(client, 'digits', '0123456789');
  const link = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'digits' }));

  expect((await fetch(link, { headers: { range: 'bytes=10-' } })).status).toBe(416);
});

import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createPresignedLinks } from './presigned-links.ts';

const client = new S3Client({
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'secret-of-test' },
});
const links = createPresignedLinks(client, 'files', () => new Date('2026-11-26T12:00:00.000Z'));
const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('a link', () => {
  it('to bytes works for five minutes, saves them under their name and says their type', async () => {
    const { url, expiresAt } = await links.toDownload('workspaces/a/logo.png', 'Été.png', 'image/png');
    expect(expiresAt).toBe('2026-11-26T12:05:00.000Z');
    expect(new URL(url).pathname).toBe('/workspaces/a/logo.png');
    expect(queryOf(url)).toMatchObject({
      'X-Amz-Expires': '300',
      'response-content-type': 'image/png',
      'response-content-disposition': expect.stringContaining("filename*=UTF-8''%C3%89t%C3%A9.png"),
    });
    expect(url).not.toContain('secret-of-test');
  });

  it('to send bytes to works for a quarter of an hour, for this type and this size only', async () => {
    const upload = await links.toUpload('uploads/a/logo.png', 'image/png', 1234);
    expect(upload).toMatchObject({
      method: 'PUT',
      headers: { 'content-type': 'image/png', 'content-length': '1234' },
      expiresAt: '2026-11-26T12:15:00.000Z',
    });
    expect(queryOf(upload.url)).toMatchObject({
      'X-Amz-Expires': '900',
      'X-Amz-SignedHeaders': 'content-length;content-type;host',
    });
  });
});

// PresignedLinks that let whoever holds them read or write one object for a few minutes.
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { AssetMediaType } from '../../shared/contracts/asset.ts';
import { attachmentNamed } from './content-disposition.ts';

/** Long enough to start a download on a slow connection, short enough that a leaked link is worth little. */
const downloadSeconds = 300;
/** Long enough to try again by hand after a connection broke. A transfer that has begun may take longer. */
const uploadSeconds = 900;

export type PresignedLinks = ReturnType<typeof createPresignedLinks>;

export function createPresignedLinks(client: S3Client, bucketName: string, clock: () => Date) {
  const endOf = (seconds: number) => new Date(clock().getTime() + seconds * 1000).toISOString();
  return {
    async toDownload(
      objectName: string,
      fileName: string,
      mediaType: string,
    ): Promise<{ url: string; expiresAt: string }> {
      const command = new GetObjectCommand({
        Bucket: bucketName,
        Key: objectName,
        ResponseContentType: mediaType,
        ResponseContentDisposition: attachmentNamed(fileName),
      });
      const url = await getSignedUrl(client, command, { expiresIn: downloadSeconds });
      return { url, expiresAt: endOf(downloadSeconds) };
    },

    /** The request that puts a file of exactly this type and size there: both are signed, so storage refuses any other. */
    async toUpload(objectName: string, mediaType: AssetMediaType, byteLength: number) {
      const command = new PutObjectCommand({
        Bucket: bucketName,
        Key: objectName,
        ContentType: mediaType,
        ContentLength: byteLength,
      });
      const headers = { 'content-type': mediaType, 'content-length': String(byteLength) };
      const url = await getSignedUrl(client, command, {
        expiresIn: uploadSeconds,
        // Left to itself, the presigner does not sign the type.
        signableHeaders: new Set(['host', ...Object.keys(headers)]),
      });
      return { url, method: 'PUT' as const, headers, expiresAt: endOf(uploadSeconds) };
    },
  };
}

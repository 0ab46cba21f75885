// Links that let whoever holds them read one object for a few minutes.
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** Long enough to start a download on a slow connection, short enough that a leaked link is worth little. */
const lifetimeSeconds = 300;

export type Links = ReturnType<typeof createLinks>;

export function createLinks(client: S3Client, bucketName: string, clock: () => Date) {
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
        ResponseContentDisposition: `attachment; filename="${fileName}"`,
      });
      const url = await getSignedUrl(client, command, { expiresIn: lifetimeSeconds });
      return { url, expiresAt: new Date(clock().getTime() + lifetimeSeconds * 1000).toISOString() };
    },
  };
}

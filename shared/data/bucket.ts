// The bucket as a few operations. Knows names and bytes, not what they mean.
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

export interface StoredObject {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What a rule of the bucket deletes after its time; anything else stays until it is deleted. */
  readonly lifetime?: 'generation' | 'export';
}

export type Bucket = ReturnType<typeof createBucket>;

export function createBucket(client: S3Client, bucketName: string) {
  return {
    /** Writes an object, replacing one of the same name: names are derived from campaign, phase and attempt. */
    async put({ name, bytes, mediaType, lifetime }: StoredObject): Promise<void> {
      await client.send(
        new PutObjectCommand({
          Bucket: bucketName,
          Key: name,
          Body: bytes,
          ContentType: mediaType,
          ContentLength: bytes.byteLength,
          ...(lifetime ? { Tagging: `lifetime=${lifetime}` } : {}),
        }),
      );
    },

    async get(name: string): Promise<Uint8Array | undefined> {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucketName, Key: name }));
        return await answer.Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    /** Size of an object, or undefined when there is none. Asked as a list: that may be told from what may not be read. */
    async sizeOf(name: string): Promise<number | undefined> {
      const page = await client.send(new ListObjectsV2Command({ Bucket: bucketName, Prefix: name, MaxKeys: 1 }));
      const found = page.Contents?.[0];
      return found?.Key === name ? found.Size : undefined;
    },

    /** Deletes one object. Safe to repeat. */
    async delete(name: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucketName, Key: name }));
    },

    /** Deletes every object whose name begins with the prefix. Safe to repeat. */
    async deleteAll(prefix: string): Promise<void> {
      for (;;) {
        const page = await client.send(new ListObjectsV2Command({ Bucket: bucketName, Prefix: prefix }));
        const found = (page.Contents ?? []).flatMap(({ Key }) => (Key ? [{ Key }] : []));
        if (found.length === 0) return;
        const answer = await client.send(
          new DeleteObjectsCommand({ Bucket: bucketName, Delete: { Objects: found, Quiet: true } }),
        );
        const refused = answer.Errors?.[0];
        if (refused) throw new Error(`Could not delete ${refused.Key}: ${refused.Code} ${refused.Message}`);
      }
    },
  };
}

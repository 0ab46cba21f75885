import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import type { PresignedLinks } from './presigned-links.ts';

/** PresignedLinks for functions most calls of which make none: what signs them comes with the bucket's client, 150 KB, and is read when it is first used. */
export const createLazyPresignedLinks = (bucketName: string, clock: () => Date): PresignedLinks =>
  onFirstUse(async () => {
    const [{ createPresignedLinks }, { createBucketClient }] = await Promise.all([
      import('./presigned-links.ts'),
      import('../../shared/runtime/clients/bucket-client.ts'),
    ]);
    return createPresignedLinks(createBucketClient(), bucketName, clock);
  });

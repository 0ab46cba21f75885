import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import type { Links } from './presigned-links.ts';

/** Links for functions most calls of which make none: what signs them comes with the bucket's client, 150 KB, and is read when it is first used. */
export const createLinksLater = (bucketName: string, clock: () => Date): Links =>
  onFirstUse(async () => {
    const [{ createLinks }, { createBucketClient }] = await Promise.all([
      import('./presigned-links.ts'),
      import('../../shared/runtime/clients/bucket-client.ts'),
    ]);
    return createLinks(createBucketClient(), bucketName, clock);
  });

import type { Environment } from '../contracts/environment.ts';
import { onFirstUse } from '../runtime/on-first-use.ts';
import type { Bucket } from './bucket.ts';

/** The bucket for functions most calls of which need none: its client, 150 KB, is read when it is first used. */
export const openLazyBucket = ({ BUCKET_NAME }: Environment<'BUCKET_NAME'>): Bucket =>
  onFirstUse(async () => (await import('./open-bucket.ts')).openBucket(BUCKET_NAME));

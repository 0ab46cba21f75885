// The operations below /internal over one table, with the whole way of a model call: read with the first call.
import type { Environment } from '../../../shared/contracts/environment.ts';
import { createAssets } from '../../../shared/data/assets.ts';
import { createGenerations } from '../../../shared/data/generations.ts';
import { openLazyBucket } from '../../../shared/data/lazy-bucket.ts';
import type { Table } from '../../../shared/data/table.ts';
import type { Candidates } from '../../../shared/generation/candidates.ts';
import { wireRouter } from '../../../shared/generation/router/wire-router.ts';
import { wireCallQuota } from '../../../shared/generation/wire-call-quota.ts';
import type { SignMedia } from '../../../shared/media/disclose-media.ts';
import type { Operations } from '../../kit/http-function.ts';
import { createLazyPresignedLinks } from '../../kit/lazy-presigned-links.ts';
import { generateImage, generateText, generateVideo } from './generate.ts';
import { getGeneration } from './get-generation.ts';

/** The models that may be asked. */
export interface AskableModels {
  candidates(): Promise<Candidates>;
  /** Of the providers' settings: with others nobody is left alone any more. */
  mark?(): Promise<string>;
  sign?(): Promise<SignMedia | undefined>;
}

export function generationOperations(
  table: Table,
  environment: Environment<'BUCKET_NAME'>,
  { candidates, mark, sign }: AskableModels,
  clock: () => Date,
): Operations<'generation'> {
  const parts = {
    generations: createGenerations(table, clock),
    assets: createAssets(table),
    bucket: openLazyBucket(environment),
    links: createLazyPresignedLinks(environment.BUCKET_NAME, clock),
    ...wireCallQuota(table, clock),
    clock,
  };
  const { routerOf } = wireRouter(table, clock, mark);
  const ready = async () => ({ ...parts, router: routerOf(await candidates()), sign: await sign?.() });
  return {
    generateText: async (input) => generateText(await ready())(input),
    generateImage: async (input) => generateImage(await ready())(input),
    generateVideo: async (input) => generateVideo(await ready())(input),
    getGeneration: async (input) => getGeneration(await ready())(input),
  };
}

// The handler of the operations below /internal, given the models it may use.

import type { Environment } from '../../../shared/contracts/environment.ts';
import { generationRoutes } from '../../../shared/contracts/routes/generation-routes.ts';
import { createAssets } from '../../../shared/data/assets.ts';
import { createGenerations } from '../../../shared/data/generations.ts';
import { createIdempotencyRecords } from '../../../shared/data/idempotency.ts';
import { openLazyBucket } from '../../../shared/data/lazy-bucket.ts';
import { openTable } from '../../../shared/data/open-table.ts';
import { createRateWindows } from '../../../shared/data/rate-windows.ts';
import { createUsers } from '../../../shared/data/users.ts';
import type { Candidates } from '../../../shared/generation/candidates.ts';
import { wireRouter } from '../../../shared/generation/router/wire-router.ts';
import { wireCallQuota } from '../../../shared/generation/wire-call-quota.ts';
import type { SignMedia } from '../../../shared/media/disclose-media.ts';
import { type HttpHandler, httpFunction } from '../../kit/http-function.ts';
import { createLazyPresignedLinks } from '../lazy-presigned-links.ts';
import { generateImage, generateText, generateVideo } from './generate.ts';
import { getGeneration } from './get-generation.ts';

export function generationFunction(
  environment: Environment<'TABLE_NAME' | 'BUCKET_NAME'>,
  candidates: () => Promise<Candidates>,
  clock: () => Date = () => new Date(),
  mark?: () => Promise<string>,
  sign?: () => Promise<SignMedia | undefined>,
): HttpHandler {
  const table = openTable(environment);
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
  return httpFunction(
    'generation',
    generationRoutes,
    {
      generateText: async (input) => generateText(await ready())(input),
      generateImage: async (input) => generateImage(await ready())(input),
      generateVideo: async (input) => generateVideo(await ready())(input),
      getGeneration: async (input) => getGeneration(await ready())(input),
    },
    {
      users: createUsers(table),
      rateWindows: createRateWindows(table, clock),
      idempotency: createIdempotencyRecords(table, clock),
    },
  );
}

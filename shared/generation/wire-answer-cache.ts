// The parts that let campaigns share answers, over one table and one bucket.
import { createAnswerCacheEntries } from '../data/answer-cache-entries.ts';
import type { Bucket } from '../data/bucket.ts';
import { createModelCalls } from '../data/model-calls.ts';
import { objectNames } from '../data/object-names.ts';
import type { Table } from '../data/table.ts';
import { type AnswerCacheParts, createAnswerCache } from './answer-cache.ts';
import type { KeptAnswers } from './reuse-answer.ts';

export const wireAnswerCache = (
  table: Table,
  bucket: Pick<Bucket, 'get' | 'put'>,
  clock: () => Date,
  { pause = wait, random = Math.random }: Partial<Pick<AnswerCacheParts, 'pause' | 'random'>> = {},
) => ({
  cache: createAnswerCache({
    ...{ origins: createAnswerCacheEntries(table), calls: createModelCalls(table), clock, pause, random },
  }),
  answers: keptAnswers(bucket),
});

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const keptAnswers = (bucket: Pick<Bucket, 'get' | 'put'>): KeptAnswers => ({
  async get(reference, callId) {
    const bytes = await bucket.get(objectNames.answer(reference, callId));
    return bytes && new TextDecoder().decode(bytes);
  },
  put: (reference, callId, text) =>
    bucket.put({
      name: objectNames.answer(reference, callId),
      bytes: new TextEncoder().encode(text),
      mediaType: 'text/plain; charset=utf-8',
    }),
});

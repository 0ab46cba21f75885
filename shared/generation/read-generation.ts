// Reads a generation again, and asks after a video whose job was still running.

import type { GenerationJob, GenerationRecord } from '../data/generations.ts';
import type { Member } from '../domain/accounts/membership.ts';
import { truncateText } from '../domain/text/truncate-text.ts';
import { ModelRefused } from '../models/errors.ts';
import { isPending } from '../models/model.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { lostCall } from './call-end.ts';
import { pollJob } from './call-model.ts';
import { createGenerationEnds, elapsed } from './end-generation.ts';
import { type GenerationParts, storeMedia } from './generate.ts';
import { problemOf } from './generation-problems.ts';

/** A job that is not done by then never will be. */
const longestJobMilliseconds = 60 * 60 * 1000;

/** Throws not-found for what is not of the workspace. However many ask at once, a finished video is counted once. */
export async function readGeneration(
  parts: GenerationParts,
  caller: Member,
  generationId: string,
): Promise<GenerationRecord> {
  const record = await parts.generations.get(caller.workspaceId, generationId);
  if (!record) throw new ProblemError('not-found', 'There is no such generation.');
  const { job } = record;
  return job && parts.clock() >= new Date(job.askAgainAt) ? askAfter(parts, caller, record, job) : record;
}

async function askAfter(
  parts: GenerationParts,
  caller: Member,
  record: GenerationRecord,
  job: GenerationJob,
): Promise<GenerationRecord> {
  const { fail, settle } = createGenerationEnds(parts, caller, {
    keep: async (answer: Parameters<typeof storeMedia>[3], call) => ({
      media: await storeMedia(parts, caller.workspaceId, call, answer, job.style),
    }),
    cacheRequest: job.cacheRequest,
  });
  const model = modelOf(parts, record);
  let refused: GenerationRecord | undefined;
  const ledger = {
    settle,
    async fail(...[call, end, error]: [GenerationRecord, Parameters<typeof fail>[1], unknown]) {
      refused = await fail(call, end, error instanceof ModelRefused ? truncateText(error.message, 1000) : undefined);
    },
  };
  try {
    const answer = model
      ? await pollJob(ledger, record, { jobId: job.jobId, model })
      : { jobId: job.jobId, askAgainSeconds: 60 };
    if (!isPending(answer)) return answer;
    if (elapsed(record, parts.clock()) > longestJobMilliseconds)
      return fail(
        record,
        lostCall(record.reservedMicroUsd ?? 0),
        'The provider did not finish it within an hour; what it may have cost stays counted.',
      );
    return await postponed(parts, caller, record, job, answer.askAgainSeconds);
  } catch (error) {
    if (refused) return refused;
    throw problemOf(error);
  }
}

/** The model that has the job; undefined when there is none of that name any more, and nobody can be asked. */
function modelOf({ router }: GenerationParts, { model }: GenerationRecord) {
  try {
    return router.candidates('video', model)[0];
  } catch {
    return undefined;
  }
}

async function postponed(
  { generations, clock }: GenerationParts,
  { workspaceId }: Member,
  record: GenerationRecord,
  job: GenerationJob,
  askAgainSeconds: number,
): Promise<GenerationRecord> {
  const askAgainAt = new Date(clock().getTime() + askAgainSeconds * 1000).toISOString();
  await generations.postpone(workspaceId, record, askAgainAt);
  return { ...record, job: { ...job, askAgainAt } };
}

// Reads a generation again, and asks after a film whose job was still running.

import type { GenerationJob, GenerationRecord } from '../../data/generations.ts';
import { cutText } from '../../domain/cut-text.ts';
import { ModelRefused, type ModelUsage, type VideoProgress, type VideoRequest } from '../../models/model.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import { keptWarnings } from '../call-end.ts';
import { recordCallMetrics } from '../record-call-metrics.ts';
import { elapsed, problemOf } from './direct-meter.ts';
import { endGeneration } from './end-generation.ts';
import { type Asker, type DirectParts, modelsFor, remember, storeMedia } from './obtain.ts';

/** A job that is not done by then never will be. */
const longestJobMilliseconds = 60 * 60 * 1000;

/** Throws not-found for what is not of the workspace. However many ask at once, a finished film is counted once. */
export async function readGeneration(
  parts: DirectParts,
  asker: Omit<Asker, 'signal'>,
  generationId: string,
): Promise<GenerationRecord> {
  const record = await parts.generations.get(asker.workspaceId, generationId);
  if (!record) throw new ProblemError('not-found', 'There is no such generation.');
  const { job } = record;
  if (!job || parts.clock() < new Date(job.askAgainAt)) return record;
  const answer = await ask(parts, record, job);
  if (answer.status === 'pending') return postponed(parts, asker, record, job, answer.askAgainSeconds);
  if (answer.status === 'failed') return ended(parts, asker, record, job, { reason: answer.reason });
  const { usage, warnings } = answer.result;
  const media = await storeMedia(parts, asker.workspaceId, record.id, answer.result, job.style);
  return ended(parts, asker, record, job, { ...usage, media, warnings: keptWarnings(warnings) });
}

type Answer = VideoProgress | { readonly status: 'failed'; readonly reason: string };

async function ask(parts: DirectParts, record: GenerationRecord, job: GenerationJob): Promise<Answer> {
  try {
    return await modelsFor(parts, record.model).video.poll(job.jobId, requestOf(job));
  } catch (error) {
    if (error instanceof ModelRefused || (error instanceof ProblemError && error.code === 'model-refused'))
      return { status: 'failed', reason: cutText(error.message, 1000) };
    throw problemOf(error);
  }
}

/** The request as far as it is known still: the prompt was not kept, and whoever runs the job has it. */
const requestOf = ({ language, style, widthPixels, heightPixels, durationSeconds }: GenerationJob): VideoRequest => ({
  task: { agent: 'Direct', language, facts: {}, feedback: [] },
  variant: 'A',
  prompt: '',
  visual: new Uint8Array(),
  ...{ style, widthPixels, heightPixels, durationSeconds },
});

async function postponed(
  parts: DirectParts,
  asker: Omit<Asker, 'signal'>,
  record: GenerationRecord,
  job: GenerationJob,
  askAgainSeconds: number,
): Promise<GenerationRecord> {
  const now = parts.clock();
  if (elapsed(record, now) > longestJobMilliseconds)
    return ended(parts, asker, record, job, {
      reason: 'The provider did not finish it within an hour; what it may have cost stays counted.',
      costMicroUsd: job.reservedMicroUsd,
    });
  const askAgainAt = new Date(now.getTime() + askAgainSeconds * 1000).toISOString();
  await parts.generations.postpone(asker.workspaceId, record, askAgainAt);
  return { ...record, job: { ...job, askAgainAt } };
}

type Outcome = Partial<Pick<GenerationRecord, 'reason' | 'media' | 'warnings' | keyof ModelUsage>>;

/** Writes the end of a job once, and counts it then: of two that hear of it, the second reads what the first wrote. */
async function ended(
  parts: DirectParts,
  asker: Omit<Asker, 'signal'>,
  { job: _ended, ...record }: GenerationRecord,
  job: GenerationJob,
  outcome: Outcome,
): Promise<GenerationRecord> {
  const finished: GenerationRecord = {
    ...record,
    ...outcome,
    status: outcome.media ? 'DONE' : 'FAILED',
    latencyMilliseconds: elapsed(record, parts.clock()),
  };
  if (!(await endGeneration(parts.generations, asker, finished)))
    return (await parts.generations.get(asker.workspaceId, record.id)) ?? finished;
  const status = finished.status === 'DONE' ? 'SETTLED' : finished.costMicroUsd > 0 ? 'LOST' : 'FAILED';
  recordCallMetrics({ ...finished, status }, finished.agent ?? 'none');
  if (finished.status === 'DONE') await remember(parts, asker.workspaceId, finished, job.cacheRequest);
  return finished;
}

/** The thread in which pictures are rendered and films are composed and encoded, so that the process stays responsive. Started only by media-workers.ts. */
import { parentPort } from 'node:worker_threads';
import { drawVisual } from './draw-visual.ts';
import type { MadeMedia, MediaJob, MediaReply } from './media-workers.ts';
import { makeFilm } from './video/make-film.ts';

parentPort?.on('message', async (job: MediaJob) => {
  const reply = await perform(job).catch(
    (error: unknown): MediaReply => ({ problem: error instanceof Error ? error.message : String(error) }),
  );
  parentPort?.postMessage(reply);
});

const perform = async (job: MediaJob): Promise<MadeMedia> =>
  job.kind === 'visual' ? { bytes: await drawVisual(job.specification) } : makeFilm(job.specification);

/** The thread in which pictures are drawn and films are composed and encoded, so that the process stays responsive. Started only by media-workers.ts. */
import { parentPort } from 'node:worker_threads';
import { makeMedia } from './make-media.ts';
import type { MediaJob, MediaReply } from './media-workers.ts';

parentPort?.on('message', async (job: MediaJob) => {
  const reply = await makeMedia(job).catch(
    (error: unknown): MediaReply => ({ problem: error instanceof Error ? error.message : String(error) }),
  );
  parentPort?.postMessage(reply);
});

/** The thread in which pictures are rendered and films are composed and encoded, so that the process stays responsive. Started only by media-workers.ts. */
import { parentPort } from 'node:worker_threads';
import { drawVisual } from './draw-visual.ts';
import type { MediaJob, MediaReply } from './media-workers.ts';
import { dynamicFilm } from './video/dynamic.ts';
import { encodeFilm } from './video/encode.ts';
import { fastStart } from './video/fast-start.ts';
import { narrativeFilm } from './video/narrative.ts';
import type { VideoSpecification } from './video/video-specification.ts';

parentPort?.on('message', async (job: MediaJob) => {
  const reply = await perform(job).then(
    (bytes): MediaReply => ({ bytes }),
    (error: unknown): MediaReply => ({ problem: error instanceof Error ? error.message : String(error) }),
  );
  parentPort?.postMessage(reply);
});

async function perform(job: MediaJob): Promise<Uint8Array> {
  return job.kind === 'visual' ? drawVisual(job.specification) : makeFilm(job.specification);
}

async function makeFilm(specification: VideoSpecification): Promise<Uint8Array> {
  const prepare = { narrative: narrativeFilm, dynamic: dynamicFilm }[specification.style];
  return fastStart(await encodeFilm(await prepare(specification), specification));
}

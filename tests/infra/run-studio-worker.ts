// Run by bundles.test.ts in a process of its own: has the bundled worker draw a picture and make a film of it, and prints how the files begin.
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { MediaJob, MediaReply } from '../../studio/media/media-workers.ts';

const [directory = '.'] = process.argv.slice(2);
const worker = new Worker(pathToFileURL(join(directory, 'media-worker.mjs')));
const palette = {
  primary: '#1d4ed8',
  secondary: '#9333ea',
  accent: '#f59e0b',
  background: '#f8fafc',
  surface: '#ffffff',
  ink: '#0f172a',
  onPrimary: '#ffffff',
};
const common = {
  brandName: 'Astro さくら الياسمين',
  callToAction: 'Try it',
  palette,
  seed: 'bundle',
  widthPixels: 320,
  heightPixels: 240,
};

const poster = {
  kind: 'visual',
  specification: {
    ...common,
    style: 'artistic',
    fileType: 'png',
    headline: 'A headline',
    supportingLine: 'And a line',
  },
} as const;
const picture = await made(poster);
const photo = await made({ ...poster, specification: { ...poster.specification, fileType: 'jpeg' } });
const film = await made({
  kind: 'video',
  specification: {
    ...common,
    style: 'dynamic',
    visualPng: picture,
    scenes: [{ caption: 'One' }],
    framesPerSecond: 8,
    durationSeconds: 2,
    silent: false,
  },
});
console.log(JSON.stringify({ picture: beginning(picture), photo: beginning(photo), film: beginning(film) }));
await worker.terminate();

async function made(job: MediaJob): Promise<Uint8Array<ArrayBuffer>> {
  worker.postMessage(job);
  const [reply]: MediaReply[] = await once(worker, 'message');
  if (!reply || 'problem' in reply) throw new Error(reply?.problem ?? 'The worker answered nothing');
  return new Uint8Array(reply.bytes);
}

/** The first twelve bytes, readable. */
function beginning(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 12)).toString('latin1');
}

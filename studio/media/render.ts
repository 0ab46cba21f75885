/** The offline studio's pictures and films: finished files from a brief's words, without network, key or native code, made off the main thread. The same specification gives the same bytes. */
import { type MadeMedia, mediaWorkers } from './media-workers.ts';
import { checkVideo, checkVisual, type VideoSpecification, type VisualSpecification } from './specifications.ts';

export type { VideoSpecification, VisualSpecification } from './specifications.ts';

/** The visual as the bytes of its file. Rejects with an Error that names each wrong field. */
export async function renderVisual(specification: VisualSpecification): Promise<Uint8Array> {
  return (await mediaWorkers.run({ kind: 'visual', specification: checkVisual(specification) })).bytes;
}

/** The film as MP4 (H.264, AAC, index first) with a JPEG poster. Rejects with an Error that names each wrong field. */
export async function renderVideo(specification: VideoSpecification): Promise<MadeMedia> {
  return mediaWorkers.run({ kind: 'video', specification: checkVideo(specification) });
}

/** A picture of any type that Skia reads, as PNG of the same size. Rejects with an Error for what is none. */
export async function convertToPng(picture: Uint8Array): Promise<Uint8Array> {
  return (await mediaWorkers.run({ kind: 'conversion', picture })).bytes;
}

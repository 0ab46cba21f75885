/** The offline studio's films: a finished MP4 from a visual and a script, without network, key or native code. */
import { mediaWorkers } from './media-workers.ts';
import { checkVideo, type VideoSpecification } from './video/video-specification.ts';

export type { VideoSpecification } from './video/video-specification.ts';

/** The film as MP4 bytes (H.264, yuv420p, index first), made off the main thread; the same specification gives the same bytes. Rejects with an Error that names each wrong field. */
export async function renderVideo(specification: VideoSpecification): Promise<Uint8Array> {
  return mediaWorkers.run({ kind: 'video', specification: checkVideo(specification) });
}

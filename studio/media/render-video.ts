/** The offline studio's films: a finished MP4 and its poster from a visual and a script, without network, key or native code. */
import { type MadeMedia, mediaWorkers } from './media-workers.ts';
import { checkVideo, type VideoSpecification } from './video/video-specification.ts';

export type { VideoSpecification } from './video/video-specification.ts';

/** The film as MP4 (H.264, AAC, index first) with a JPEG poster, made off the main thread; the same specification gives the same bytes. Rejects with an Error that names each wrong field. */
export async function renderVideo(specification: VideoSpecification): Promise<MadeMedia> {
  return mediaWorkers.run({ kind: 'video', specification: checkVideo(specification) });
}

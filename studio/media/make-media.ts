/** Makes a picture or film from a checked specification, in the thread that calls it. */
import { isDrawnHere, markPng } from './drawing/png-mark.ts';
import { createSheet, decodeImage, release } from './drawing/skia.ts';
import { drawImage } from './image/image.ts';
import { photograph } from './image/photograph.ts';
import { posters } from './image/poster.ts';
import { scene } from './image/scene.ts';
import type { MadeMedia, MediaJob } from './media-workers.ts';
import type { VideoSpecification, VisualSpecification } from './specifications.ts';
import { soundBed } from './video/background-music.ts';
import { encodeVideo } from './video/encode.ts';
import { muxVideo } from './video/mux.ts';
import { createPlanes } from './video/planes.ts';
import { planTimeline } from './video/timing.ts';
import { composeVideo } from './video/video.ts';

/** A poster shows the first sentence standing, before it begins to leave. */
const BEFORE_LEAVING_SECONDS = 0.6;

export async function makeMedia(job: MediaJob): Promise<MadeMedia> {
  try {
    if (job.kind === 'conversion') return { bytes: convert(job.picture) };
    return job.kind === 'visual' ? { bytes: makeImage(job.specification) } : await makeVideo(job.specification);
  } finally {
    release();
  }
}

function makeImage(specification: VisualSpecification): Uint8Array {
  const sheet = createSheet(specification.widthPixels, specification.heightPixels);
  const { photo, style, fileType } = specification;
  const own = { artistic: posters, realistic: [scene] as const }[style];
  drawImage(sheet, specification, photo ? [photograph(decodeImage(photo))] : own);
  const bytes = sheet.encode(fileType);
  return fileType === 'png' && !photo ? markPng(bytes) : bytes;
}

function convert(picture: Uint8Array): Uint8Array {
  const image = decodeImage(picture);
  const [width, height] = [image.width(), image.height()];
  const sheet = createSheet(width, height);
  sheet.pen.image(image, { x: 0, y: 0, width, height });
  return sheet.encode('png');
}

async function makeVideo(specification: VideoSpecification): Promise<MadeMedia> {
  const { style, scenes, seed, durationSeconds, widthPixels, heightPixels, visualPng, silent } = specification;
  const timeline = planTimeline(durationSeconds, scenes.map(({ caption }) => caption)); // biome-ignore format: one call
  // Pictures of our own are not shown behind words: their shapes are drawn anew.
  const photo = isDrawnHere(visualPng) ? undefined : decodeImage(visualPng);
  const film = composeVideo(specification, timeline, photo);
  const sheet = createSheet(widthPixels, heightPixels);
  const planesOf = createPlanes(widthPixels, heightPixels);
  const pictures = await encodeVideo((now) => {
    film(sheet.pen, now);
    return planesOf(sheet.pixels());
  }, specification);
  film(sheet.pen, (timeline.scenes[0]?.end ?? durationSeconds) - BEFORE_LEAVING_SECONDS);
  const poster = sheet.encode('jpeg');
  return { bytes: await muxVideo(pictures, silent ? undefined : soundBed(seed, style, durationSeconds)), poster };
}

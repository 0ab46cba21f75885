/** Makes a film and its poster from a checked specification, in the thread that calls it. */
import { encodeJpeg } from '../drawing/jpeg.ts';
import type { MadeMedia } from '../media-workers.ts';
import { loadFaces } from '../text/faces.ts';
import { dynamicFilm } from './dynamic.ts';
import { encodeFilm } from './encode.ts';
import { muxFilm } from './mux.ts';
import { narrativeFilm } from './narrative.ts';
import { soundBed } from './sound-bed.ts';
import { planTimeline } from './timing.ts';
import type { VideoSpecification } from './video-specification.ts';
import { rasterOf } from './yuv-frame.ts';

/** A poster shows the first sentence standing, before it begins to leave. */
const BEFORE_LEAVING_SECONDS = 0.5;

export async function makeFilm(specification: VideoSpecification): Promise<MadeMedia> {
  const { style, scenes, brandName, callToAction, seed, durationSeconds } = specification;
  const captions = scenes.map(({ caption }) => caption);
  await loadFaces([brandName, callToAction, ...captions]);
  const prepare = { narrative: narrativeFilm, dynamic: dynamicFilm }[style];
  const film = await prepare(specification);
  const pictures = await encodeFilm(film, specification);
  const { scenes: planned, bodySeconds } = planTimeline(durationSeconds, captions);
  const poster = await encodeJpeg(rasterOf(film((planned[0]?.end ?? bodySeconds) - BEFORE_LEAVING_SECONDS)));
  const sound = specification.silent ? undefined : soundBed(seed, style, durationSeconds);
  return { bytes: await muxFilm(pictures, sound), poster };
}

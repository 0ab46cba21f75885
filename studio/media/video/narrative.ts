/** The "narrative" film: slow moves over the visual, a caption per scene on a lower third, an end card. */
import { seededRandom } from '../drawing/seeded-random.ts';
import { createFrame, dissolve, drawLayer, drawPicture, type Frame, reveal } from './frame.ts';
import { type CaptionLayers, captionLayers, endCardRaster, pictureRaster } from './layers.ts';
import { between, easeInOut, planTimeline, progress } from './timing.ts';
import type { VideoSpecification } from './video-specification.ts';
import { viewsOf } from './views.ts';

/** Gives the frame at a moment; the same buffer is used again for the next one. */
export type Film = (seconds: number) => Frame;

const SHORTEST_SHOT_SECONDS = 1.1;
const DISSOLVE_SECONDS = 0.45;
const CAPTION_FADE_SECONDS = 0.35;
/** The whole visual is seen for a moment before the first caption comes. */
const OPENING_SECONDS = 0.4;

export async function narrativeFilm(specification: VideoSpecification): Promise<Film> {
  const size = { width: specification.widthPixels, height: specification.heightPixels };
  const random = seededRandom(`narrative ${specification.seed}`);
  const timeline = planTimeline(specification.durationSeconds, specification.scenes, SHORTEST_SHOT_SECONDS);
  const picture = await pictureRaster(specification.visualPng, size);
  const endCard = await endCardRaster(specification, size);
  const captions: CaptionLayers[] = [];
  for (const caption of timeline.captions) captions.push(await captionLayers(caption, specification.palette, size));
  const { opening, slowMoves } = viewsOf(picture);
  const firstMove = random.integer(0, slowMoves.length - 1);
  const moveOf = (shot: number) =>
    shot === 0 ? opening : (slowMoves[(firstMove + shot) % slowMoves.length] ?? slowMoves[0]);
  const frame = createFrame(size.width, size.height);
  const other = createFrame(size.width, size.height);
  const shotCount = Math.max(1, captions.length);

  const drawShot = (target: Frame, shot: number, now: number) => {
    const { from, to } = moveOf(shot);
    const share = progress(
      now,
      shot * timeline.shotSeconds - DISSOLVE_SECONDS,
      timeline.shotSeconds + 2 * DISSOLVE_SECONDS,
    );
    const eased = easeInOut(share);
    drawPicture(target, picture, {
      x: between(from.x, to.x, eased),
      y: between(from.y, to.y, eased),
      size: between(from.size, to.size, eased),
    });
  };
  const drawCaption = (shot: number, now: number) => {
    const layers = captions[shot];
    if (!layers) return;
    const start = shot * timeline.shotSeconds;
    const arrival = easeInOut(progress(now, start + (shot === 0 ? OPENING_SECONDS : 0.1), CAPTION_FADE_SECONDS));
    const isLast = shot === shotCount - 1;
    const leaving = isLast
      ? 0
      : progress(now, start + timeline.shotSeconds - CAPTION_FADE_SECONDS / 2, CAPTION_FADE_SECONDS / 2);
    // The dark ground stays between captions, so that only the words change.
    drawLayer(frame, layers.shade, shot === 0 ? arrival : 1);
    if (layers.words) drawLayer(frame, layers.words, arrival * (1 - leaving), 0, (1 - arrival) * size.height * 0.035);
  };
  const drawEndCard = (now: number) => {
    const share = progress(now, timeline.bodySeconds, 0.55);
    if (share === 0) return;
    drawPicture(other, endCard, {
      x: 0.5,
      y: 0.5,
      size: between(0.94, 1, easeInOut(progress(now, timeline.bodySeconds, 1.4))),
    });
    reveal(frame, other, easeInOut(share), 0.5, 0.5);
  };
  return (now) => {
    const shot = Math.min(shotCount - 1, Math.floor(now / timeline.shotSeconds));
    drawShot(frame, shot, now);
    const untilNext = (shot + 1) * timeline.shotSeconds - now;
    if (shot < shotCount - 1 && untilNext < DISSOLVE_SECONDS) {
      drawShot(other, shot + 1, now);
      dissolve(frame, other, 1 - untilNext / DISSOLVE_SECONDS);
    }
    drawCaption(shot, now);
    drawEndCard(now);
    return frame;
  };
}

/** The "dynamic" film: words that jump in on the brand's colours, punched-in cuts of the visual, slanted wipes and flashes, an end card. */
import { firstReadable, mix, shade } from '../drawing/colour.ts';
import type { Raster } from '../drawing/resvg.ts';
import { seededRandom } from '../drawing/seeded-random.ts';
import type { Palette } from '../palette.ts';
import {
  createFrame,
  drawLayer,
  drawPicture,
  type Frame,
  fillBand,
  fillFrame,
  type Layer,
  tintFrame,
} from './frame.ts';
import { endCardRaster, pictureRaster, ringLayer, type Size, wordLayers } from './layers.ts';
import type { Film } from './narrative.ts';
import { between, easeInOut, easeOut, planTimeline, progress } from './timing.ts';
import type { VideoSpecification } from './video-specification.ts';
import { viewsOf } from './views.ts';

interface Shot {
  startSeconds: number;
  draw(frame: Frame, sinceStart: number): void;
}

const SHORTEST_SHOT_SECONDS = 1.25;
/** Of each scene, the words take this share and the picture the rest. */
const WORDS_SHARE = 0.62;
const WIPE_SECONDS = 0.34;

export async function dynamicFilm(specification: VideoSpecification): Promise<Film> {
  const { palette, durationSeconds } = specification;
  const size = { width: specification.widthPixels, height: specification.heightPixels };
  const random = seededRandom(`dynamic ${specification.seed}`);
  const timeline = planTimeline(durationSeconds, specification.scenes, SHORTEST_SHOT_SECONDS);
  const picture = await pictureRaster(specification.visualPng, size);
  const endCard = await endCardRaster(specification, size);
  const turn = random.integer(0, 3);
  const shots: Shot[] = [];
  for (const [index, caption] of timeline.captions.entries()) {
    // The first words are already there in the very first frame: it is the film's thumbnail.
    const start = index === 0 ? -0.3 : index * timeline.shotSeconds;
    shots.push({
      startSeconds: start,
      draw: await typeCard(caption, cardColour(palette, index + turn), palette, size),
    });
    shots.push({
      startSeconds: (index + WORDS_SHARE) * timeline.shotSeconds,
      draw: punchIn(picture, index + turn, palette),
    });
  }
  if (shots.length === 0) shots.push({ startSeconds: 0, draw: punchIn(picture, turn, palette) });
  shots.push({
    startSeconds: timeline.bodySeconds,
    draw: (frame, since) =>
      drawPicture(frame, endCard, { x: 0.5, y: 0.5, size: between(0.8, 1, easeOut(progress(since, 0, 0.5))) }),
  });
  const frame = createFrame(size.width, size.height);
  return (now) => {
    const current = shots.findLast((shot) => shot.startSeconds <= now) ?? shots[0];
    current?.draw(frame, now - current.startSeconds);
    for (const [index, shot] of shots.entries()) {
      if (index > 0) wipe(frame, now - shot.startSeconds, palette, index % 2 === 0);
    }
    fillProgress(frame, now / durationSeconds, palette.accent);
    return frame;
  };
}

function cardColour(palette: Palette, index: number): string {
  const colours = [palette.primary, palette.accent, shade(palette.primary, 0.25, 0.85), palette.secondary];
  return colours[index % colours.length] ?? palette.primary;
}

/** Each word rises into place a moment after the one before; rings drift behind. */
async function typeCard(caption: string, ground: string, palette: Palette, size: Size): Promise<Shot['draw']> {
  const ink = firstReadable(['#ffffff', palette.ink, shade(palette.primary, 0.18)], ground);
  const words: readonly Layer[] = await wordLayers(caption, ink, size);
  const rings = await ringLayer(mix(ground, ink, 0.14), size);
  const stagger = Math.min(0.11, 0.5 / Math.max(1, words.length));
  return (frame, since) => {
    fillFrame(frame, ground);
    drawLayer(frame, rings, 1, -since * size.width * 0.07, since * size.height * 0.05);
    for (const [index, word] of words.entries()) {
      const share = progress(since, 0.04 + index * stagger, 0.2);
      const arrival = easeOut(share);
      drawLayer(frame, word, Math.min(1, share * 2.5), 0, (1 - arrival) * size.height * 0.16);
    }
  };
}

/** The picture snaps closer, with a flash on the first frames, then drifts. */
function punchIn(picture: Raster, index: number, palette: Palette): Shot['draw'] {
  const { punchIns } = viewsOf(picture);
  const view = punchIns[index % punchIns.length] ?? punchIns[0];
  return (frame, since) => {
    const snap = easeOut(progress(since, 0, 0.22));
    drawPicture(frame, picture, {
      x: view.x,
      y: view.y,
      size: Math.min(1, view.size * between(1.35, 1, snap)) - Math.min(0.06, since * 0.05),
    });
    tintFrame(frame, palette.accent, 0.55 * (1 - progress(since, 0, 0.18)));
  };
}

/** Two slanted bands cross the cut; at the cut itself they cover the whole frame. */
function wipe(frame: Frame, sinceCut: number, palette: Palette, isReversed: boolean): void {
  const share = progress(sinceCut, -WIPE_SECONDS / 2, WIPE_SECONDS);
  if (share === 0 || share === 1) return;
  const slant = 0.22;
  const position = between(-1.35, 1.35 + slant, isReversed ? 1 - easeInOut(share) : easeInOut(share));
  fillBand(frame, position - 0.12, position + 1.27, slant, palette.secondary);
  fillBand(frame, position, position + 1.15, slant, palette.primary);
  fillBand(frame, position + 0.5, position + 0.58, slant, palette.accent);
}

function fillProgress(frame: Frame, share: number, colour: string): void {
  const thickness = Math.max(2, Math.round(frame.height * 0.014));
  const strip = {
    width: frame.width,
    height: thickness,
    pixels: frame.pixels.subarray((frame.height - thickness) * frame.width * 4),
  };
  fillBand(strip, 0, share, 0, colour);
}

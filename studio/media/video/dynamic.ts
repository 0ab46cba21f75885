/** The "dynamic" film: a colour for each sentence, words that jump in one by one, tiles that slide in, and bars that wipe to the next. */
import { contrastRatio, mix, readable, shade } from '../drawing/colour.ts';
import { round } from '../drawing/paint.ts';
import { seededRandom } from '../drawing/seeded-random.ts';
import { drawTile } from '../poster/tile.ts';
import type { Film } from './encode.ts';
import { endCard } from './end-card.ts';
import { pictureFrame } from './picture-plate.ts';
import {
  brandLabel,
  type CaptionStyle,
  layerAt,
  lineLayers,
  plate,
  type Stage,
  setCaption,
  stageOf,
  wordLayers,
} from './stage.ts';
import { easeInOut, easeOut, overshoot, planTimeline, progress, type Scene } from './timing.ts';
import type { VideoSpecification } from './video-specification.ts';
import { copyFrame, copyRectangle, createFrame, drawLayer, type Frame, type Layer } from './yuv-frame.ts';

const BARS = 5;
const WIPE_SECONDS = 0.42;
/** From one word to the next; long sentences hurry so that they stand for at least half of their scene. */
const WORD_SECONDS = 0.13;
const FIRST_WORD_SECONDS = 0.1;
const JUMP_SECONDS = 0.32;
const SLIDE_SECONDS = 0.5;
const TILE_STEP_SECONDS = 0.07;

interface Shot {
  scene: Scene;
  ground: Frame;
  words: readonly Layer[];
  tiles: readonly Layer[];
  /** Everything in its place, from a moment on. */
  settled: Frame;
  settledAt: number;
}

export async function dynamicFilm(specification: VideoSpecification): Promise<Film> {
  const stage = stageOf(specification.widthPixels, specification.heightPixels);
  const timeline = planTimeline(
    specification.durationSeconds,
    specification.scenes.map(({ caption }) => caption),
  );
  const photo = await pictureFrame(specification.visualPng, stage);
  const shots: Shot[] = [];
  for (const [index, scene] of timeline.scenes.entries())
    shots.push(await shotOf(specification, stage, scene, index, photo));
  const card = await endCard(specification, stage, 'sansHeavy');
  const blank = shots[0]?.ground ?? card.ground;
  const frame = createFrame(stage.width, stage.height);

  return (now) => {
    const index = shots.findLastIndex(({ scene }) => now >= scene.start);
    const shot = shots[index];
    if (shot && now >= shot.settledAt) copyFrame(shot.settled, frame);
    else copyFrame(shot?.ground ?? blank, frame);
    if (shot && now < shot.settledAt) drawShot(frame, stage, shot, now);
    const next = shots[index + 1]?.ground ?? card.ground;
    const nextStart = shots[index + 1]?.scene.start ?? timeline.bodySeconds;
    if (now < timeline.bodySeconds) wipe(frame, next, now, nextStart - WIPE_SECONDS, index % 2 === 0);
    else drawEnd(now);
    return frame;
  };

  function drawEnd(now: number): void {
    copyFrame(card.ground, frame);
    for (const [index, line] of card.name.entries())
      jump(frame, line, progress(now, timeline.bodySeconds + 0.05 + index * 0.1, 0.45));
    const pop = progress(now, timeline.bodySeconds + 0.4, 0.4);
    if (card.button) drawLayer(frame, card.button, Math.min(1, pop * 2), 0, (1 - overshoot(pop)) * 9 * stage.unit);
  }
}

async function shotOf(
  { palette, seed, brandName }: VideoSpecification,
  stage: Stage,
  scene: Scene,
  index: number,
  photo: Frame | undefined,
): Promise<Shot> {
  const { width, height, unit, art } = stage;
  const grounds = [
    shade(palette.primary, 0.4, 1.05),
    palette.accent,
    shade(palette.secondary, 0.32, 0.9),
    palette.background,
  ];
  const colour = grounds[index % grounds.length] ?? palette.primary;
  const ink =
    contrastRatio('#ffffff', colour) >= 4.5 ? '#ffffff' : readable(shade(palette.primary, 0.22, 0.8), colour, 7);
  const style: CaptionStyle = {
    face: 'sansHeavy',
    colour: ink,
    largestSize: stage.isWide ? 12 : 15,
    lineHeight: 1.06,
    spacingEm: -0.03,
  };
  const ground = await plate(stage, `<rect width="${width}" height="${height}" fill="${colour}"/>`);
  for (const layer of await lineLayers(brandLabel(brandName, stage, ink).lines, ink)) drawLayer(ground, layer);
  const words = await wordLayers(setCaption(scene.caption, stage.words, unit, style), style);
  if (photo && index % 2 === 0) {
    copyRectangle(photo, ground, art);
    return settled({ scene, ground, words, tiles: [] }, stage);
  }
  return settled({ scene, ground, words, tiles: await tileLayers(`${seed} ${index}`, stage, palette, colour) }, stage);
}

function settled(shot: Omit<Shot, 'settled' | 'settledAt'>, stage: Stage): Shot {
  const { scene, ground, words, tiles } = shot;
  const wordsDone = FIRST_WORD_SECONDS + stepOf(shot) * (words.length - 1) + JUMP_SECONDS;
  const settledAt = scene.start + Math.max(wordsDone, TILE_STEP_SECONDS * tiles.length + SLIDE_SECONDS);
  const frame = createFrame(stage.width, stage.height);
  copyFrame(ground, frame);
  const whole = { ...shot, settled: frame, settledAt };
  drawShot(frame, stage, whole, settledAt);
  return whole;
}

const stepOf = ({ scene, words }: Pick<Shot, 'scene' | 'words'>): number =>
  Math.min(WORD_SECONDS, ((scene.end - scene.start) * 0.4) / Math.max(1, words.length));

async function tileLayers(
  seed: string,
  { art, isWide }: Stage,
  palette: VideoSpecification['palette'],
  ground: string,
): Promise<Layer[]> {
  const random = seededRandom(`tiles ${seed}`);
  const [columns, rows] = isWide ? [2, 3] : [3, 2];
  const side = Math.max(art.width / columns, art.height / rows);
  const candidates = [
    palette.accent,
    palette.secondary,
    palette.primary,
    shade(palette.primary, 0.26, 0.8),
    mix(palette.background, palette.accent, 0.15),
  ];
  const [first = palette.accent, ...others] = candidates.filter((candidate) => contrastRatio(candidate, ground) > 1.25);
  const layers: Layer[] = [];
  for (let index = 0; index < columns * rows; index += 1) {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const tile = drawTile(random, 0, 0, side, [first, ...others], ground);
    const layer = await layerAt(
      art.x + column * side,
      art.y + row * side - (isWide ? 0 : side * rows - art.height),
      side,
      side,
      tile,
    );
    if (layer) layers.push(layer);
  }
  return layers;
}

function drawShot(frame: Frame, { width, height, isWide }: Stage, shot: Shot, now: number): void {
  const { scene, words, tiles } = shot;
  tiles.forEach((tile, index) => {
    const share = easeOut(progress(now, scene.start + index * TILE_STEP_SECONDS, SLIDE_SECONDS));
    if (share === 0) return;
    const away = 1 - share;
    const fromSide = index % 2 === 0;
    const [x, y] = isWide
      ? [fromSide ? (width - tile.x) * away : 0, fromSide ? 0 : (height - tile.y) * away]
      : [fromSide ? (width - tile.x) * away : -(tile.x + tile.width) * away, 0];
    drawLayer(frame, tile, 1, round(x), round(y));
  });
  const step = stepOf(shot);
  words.forEach((word, index) => {
    jump(frame, word, progress(now, scene.start + FIRST_WORD_SECONDS + index * step, JUMP_SECONDS));
  });
}

/** Comes up fast from below its own place, a little too far, and settles. */
function jump(frame: Frame, layer: Layer, share: number): void {
  if (share === 0) return;
  const room = { x: layer.x, y: layer.y - layer.height * 0.3, width: layer.width, height: layer.height * 1.3 };
  drawLayer(frame, layer, 1, 0, (1 - overshoot(share)) * layer.height, share < 1 ? room : undefined);
}

/** Bars of the next ground run across, each a little later than the one before. */
function wipe(frame: Frame, next: Frame, now: number, start: number, fromLeft: boolean): void {
  const { width, height } = frame;
  for (let bar = 0; bar < BARS; bar += 1) {
    const share = easeInOut(progress(now, start + bar * 0.035, WIPE_SECONDS - BARS * 0.035));
    if (share === 0) continue;
    const reach = width * share;
    copyRectangle(next, frame, {
      x: fromLeft ? 0 : width - reach,
      y: (height * bar) / BARS,
      width: reach,
      height: height / BARS + 1,
    });
  }
}

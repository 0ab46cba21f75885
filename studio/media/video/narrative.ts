/** The "narrative" film: one calm page on which sentences rise line by line, and a sun that wanders from scene to scene. */
import { mix, readable, shade, toOklch } from '../drawing/colour.ts';
import { createPaint, round } from '../drawing/paint.ts';
import { seededRandom } from '../drawing/seeded-random.ts';
import { readsFromRight } from '../text/shape-text.ts';
import type { Film } from './encode.ts';
import { endCard } from './end-card.ts';
import { pictureFrame } from './picture-plate.ts';
import { brandLabel, type CaptionStyle, layerAt, lineLayers, plate, type Stage, setCaption, stageOf } from './stage.ts';
import { between, easeInOut, easeOut, planTimeline, progress, type Scene } from './timing.ts';
import type { VideoSpecification } from './video-specification.ts';
import {
  copyFrame,
  copyRectangle,
  createFrame,
  drawLayer,
  type Frame,
  fillRectangle,
  type Layer,
} from './yuv-frame.ts';

const RISE_SECONDS = 0.6;
const LEAVE_SECONDS = 0.3;
const MOVE_SECONDS = 0.9;

export async function narrativeFilm(specification: VideoSpecification): Promise<Film> {
  const { palette, seed } = specification;
  const stage = stageOf(specification.widthPixels, specification.heightPixels);
  const { width, height, unit } = stage;
  const timeline = planTimeline(
    specification.durationSeconds,
    specification.scenes.map(({ caption }) => caption),
  );
  const isDark = toOklch(palette.background).lightness < 0.5;
  const paper = isDark ? shade(palette.primary, 0.24, 0.5) : shade(mix(palette.accent, palette.background, 0.8), 0.955);
  const style: CaptionStyle = {
    face: 'serifHeavy',
    colour: readable(isDark ? shade(palette.accent, 0.95, 0.4) : shade(palette.primary, 0.27, 0.8), paper, 7),
    largestSize: stage.isWide ? 10.5 : 13.5,
    lineHeight: 1.14,
    spacingEm: -0.008,
  };
  const photo = await pictureFrame(specification.visualPng, stage);
  const ground = await plate(stage, `<rect width="${width}" height="${height}" fill="${paper}"/>`);
  const label = await lineLayers(brandLabel(specification.brandName, stage, style.colour).lines, style.colour);
  const captions: (readonly Layer[])[] = [];
  for (const { caption } of timeline.scenes)
    captions.push(await lineLayers(setCaption(caption, stage.words, unit, style).lines, style.colour));
  const sun = photo ? undefined : await wanderingSun(seed, stage, palette, paper);
  const card = await endCard(specification, stage, 'serifHeavy');
  const fromRight = readsFromRight(timeline.scenes[0]?.caption ?? '');
  const accent = readable(palette.secondary, paper, 2.2);
  const frame = createFrame(width, height);

  return (now) => {
    copyFrame(ground, frame);
    if (photo)
      copyRectangle(photo, frame, { ...stage.art, height: stage.art.height * easeInOut(progress(now, 0, 0.7)) });
    sun?.(frame, now, timeline.scenes);
    for (const line of label) drawLayer(frame, line, easeInOut(progress(now, 0.1, 0.5)));
    const ruleWidth = between(0, 9 * unit, easeOut(progress(now, 0.1, 0.9)));
    const ruleX = fromRight ? stage.words.x + stage.words.width - ruleWidth : stage.words.x;
    fillRectangle(frame, accent, { x: ruleX, y: stage.label.y + 1.4 * unit, width: ruleWidth, height: 0.5 * unit });
    for (const [index, scene] of timeline.scenes.entries())
      drawCaption(frame, captions[index] ?? [], scene, now, index === timeline.scenes.length - 1);
    fillRectangle(frame, accent, {
      x: 0,
      y: height - 0.8 * unit,
      height: unit,
      width: width * progress(now, 0, timeline.bodySeconds),
    });
    drawEnd(frame, now);
    return frame;
  };

  function drawEnd(target: Frame, now: number): void {
    const arrival = easeInOut(progress(now, timeline.bodySeconds - 0.2, 0.55));
    if (arrival === 0) return;
    const area = { x: 0, y: height * (1 - arrival), width, height: height * arrival };
    copyRectangle(card.ground, target, area);
    for (const [index, line] of card.name.entries())
      rise(target, line, easeOut(progress(now, timeline.bodySeconds + 0.15 + index * 0.1, 0.6)));
    const pop = easeOut(progress(now, timeline.bodySeconds + 0.5, 0.5));
    if (card.button) drawLayer(target, card.button, pop, 0, (1 - pop) * 4 * unit);
  }
}

function drawCaption(frame: Frame, lines: readonly Layer[], { start, end }: Scene, now: number, isLast: boolean): void {
  if (now < start || (now >= end && !isLast)) return;
  const leaving = isLast ? 0 : progress(now, end - LEAVE_SECONDS, LEAVE_SECONDS);
  lines.forEach((line, index) => {
    const arrival = easeOut(progress(now, start + 0.12 + index * 0.11, RISE_SECONDS));
    if (leaving === 0) rise(frame, line, arrival);
    else drawLayer(frame, line, 1 - leaving, 0, -leaving * line.height * 0.35);
  });
}

/** Comes up from behind the line's own lower edge. */
function rise(frame: Frame, layer: Layer, share: number): void {
  if (share > 0) drawLayer(frame, layer, 1, 0, (1 - share) * layer.height, share < 1 ? layer : undefined);
}

/** A disc, its rings and a hill, each a layer; the disc takes another place in each scene. */
async function wanderingSun(seed: string, stage: Stage, palette: VideoSpecification['palette'], paper: string) {
  const { art, unit } = stage;
  const random = seededRandom(`sun ${seed}`);
  const paint = createPaint();
  const radius = Math.min(art.width, art.height) * (stage.isWide ? 0.36 : 0.34);
  const side = radius * 2.9;
  const fill = paint.linear([[0, palette.accent], [1, palette.secondary]]); // biome-ignore format: stops
  const rings = [1.12, 1.26, 1.4].map(
    (share, index) =>
      `<circle cx="${round(side / 2)}" cy="${round(side / 2)}" r="${round(radius * share)}" fill="none" stroke="${palette.secondary}" stroke-opacity="${0.55 - index * 0.15}" stroke-width="${round(unit * 0.28)}"/>`,
  );
  const sun = await layerAt(
    0,
    0,
    side,
    side,
    `${paint.definitions()}${rings.join('')}<circle cx="${round(side / 2)}" cy="${round(side / 2)}" r="${round(radius)}" fill="${fill}"/>`,
  );
  const hillFill = shade(mix(palette.primary, paper, 0.12), toOklch(palette.primary).lightness);
  const hill = await layerAt(
    art.x,
    art.y + art.height * 0.52,
    art.width,
    art.height * 0.48,
    `<path d="${hillPath(art.width, art.height * 0.48, random.between(0.3, 0.7), stage.isWide)}" fill="${hillFill}"/>`,
  );
  const front = await layerAt(
    art.x,
    art.y + art.height * 0.7,
    art.width,
    art.height * 0.3,
    `<path d="${hillPath(art.width, art.height * 0.3, random.between(0.6, 0.9), stage.isWide)}" fill="${shade(palette.primary, 0.3, 0.9)}"/>`,
  );
  const places = Array.from({ length: 6 }, (_, index) => ({
    x:
      art.x +
      art.width * (stage.isWide ? ([0.42, 0.6, 0.5][index % 3] ?? 0.5) : ([0.7, 0.34, 0.56][index % 3] ?? 0.5)) +
      random.between(-2, 2) * unit,
    y:
      art.y +
      art.height * (stage.isWide ? ([0.5, 0.3, 0.42][index % 3] ?? 0.4) : ([0.56, 0.5, 0.46][index % 3] ?? 0.5)),
  }));
  return (frame: Frame, now: number, scenes: readonly Scene[]): void => {
    const scene = Math.max(
      0,
      scenes.findLastIndex(({ start }) => now >= start),
    );
    const share = scene === 0 ? 1 : easeInOut(progress(now, (scenes[scene]?.start ?? 0) - 0.1, MOVE_SECONDS));
    const [from, to] = [places[Math.max(0, scene - 1)] ?? places[0], places[scene] ?? places[0]];
    if (!from || !to || !sun) return;
    const sunrise = (1 - easeOut(progress(now, 0, 1.1))) * art.height * 0.5;
    const clip = { x: art.x, y: art.y, width: art.width, height: art.height };
    drawLayer(
      frame,
      sun,
      1,
      between(from.x, to.x, share) - side / 2,
      between(from.y, to.y, share) - side / 2 + sunrise,
      clip,
    );
    const drift = Math.sin(now * 0.6) * unit * 1.2;
    if (hill) drawLayer(frame, hill, 1, 0, drift, clip);
    if (front) drawLayer(frame, front, 1, 0, -drift * 0.6, clip);
  };
}

/** Beside words, hills rise from nothing; above words they run from edge to edge. */
function hillPath(width: number, height: number, lean: number, fromNothing: boolean): string {
  const start = fromNothing
    ? `M0,${round(height * 1.02)}C${round(width * 0.3)},${round(height * 0.98)}`
    : `M0,${round(height * 0.5)}C${round(width * 0.25)},${round(height * (0.9 - lean))}`;
  return `${start} ${round(width * 0.45)},${round(height * lean * 0.8)} ${round(width * 0.68)},${round(height * 0.35)}S${round(width * 0.9)},${round(height * 0.05)} ${round(width)},${round(height * 0.28)}V${round(height * 1.2)}H0Z`;
}

/** A film as a drawing of every moment: for each sentence a ground, shapes that move and words that arrive; then brand and call to action. Two styles, one way. */
import type { Image } from 'canvaskit-wasm/full';
import { contrastRatio, isDark, mix, readable, shade } from '../../../shared/domain/media/colour.ts';
import type { DrawFrame, Pen } from '../drawing/pen.ts';
import { seededRandom } from '../drawing/seeded-random.ts';
import { type Box, rectangle } from '../drawing/shapes.ts';
import { type Frame, videoFrame } from '../image/frame.ts';
import { landscape } from '../image/landscape.ts';
import { quilt } from '../image/tiles.ts';
import type { VideoSpecification } from '../specifications.ts';
import {
  drawPieces,
  layOutText,
  readsFromRight,
  type TextPiece,
  type TextRequest,
  wordsOf,
} from '../text/text-block.ts';
import { jump, rise } from './arrivals.ts';
import { endCard } from './end-card.ts';
import { between, easeInOut, easeOut, progress, type Scene, type Timeline } from './timing.ts';

interface Stage {
  specification: VideoSpecification;
  frame: Frame;
  timeline: Timeline;
}

interface Shot {
  scene: Scene;
  ground: string;
  ink: string;
  words: readonly TextPiece[];
  /** Shapes in the place of the subject. */
  art: DrawFrame;
}

/** What tells a style from the other. */
interface Style {
  caption: Pick<TextRequest, 'face' | 'weight' | 'lineHeight' | 'spacingEm'>;
  largest: { wide: number; other: number };
  /** What arrives by itself: a line or a word. */
  pieces(line: TextPiece, style: TextRequest): TextPiece[];
  ground(palette: VideoSpecification['palette'], index: number): string;
  art(stage: Stage, ground: string, index: number): DrawFrame;
  arrive(pen: Pen, shot: Shot, now: number): void;
  /** What the next ground already covers. */
  cover(frame: Frame, share: number, index: number): string;
  coverSeconds: number;
}

const narrative: Style = {
  caption: { face: 'serif', weight: 750, lineHeight: 1.14, spacingEm: -0.012 },
  largest: { wide: 10.5, other: 13.5 },
  pieces: (line) => [line],
  ground: (palette) =>
    isDark(palette.background)
      ? shade(palette.primary, 0.24, 0.5)
      : shade(mix(palette.accent, palette.background, 0.8), 0.955),
  art: ({ specification, frame, timeline: { scenes } }, ground) => {
    const random = seededRandom(`sun ${specification.seed}`);
    const view = landscape(random, frame.subject, specification.palette, ground, frame.shape === 'wide');
    const reach = { x: frame.subject.width * 0.16, y: frame.subject.height * 0.1 };
    const places = scenes.map((_, index) => ({
      x: view.home.x + reach.x * (index % 2 === 0 ? 0.5 : -0.8) * random.between(0.8, 1.2),
      y: view.home.y + reach.y * ([0.6, -0.5, 0][index % 3] ?? 0),
    }));
    return (pen, now) => {
      const index = Math.max(
        0,
        scenes.findLastIndex(({ start }) => now >= start),
      );
      const [from, to] = [places[index - 1] ?? places[0] ?? view.home, places[index] ?? view.home];
      const share = easeInOut(progress(now, (scenes[index]?.start ?? 0) - 0.1, 0.9));
      const rise = (1 - easeOut(progress(now, 0, 1.1))) * frame.subject.height * 0.5;
      const drift = Math.sin(now * 0.7) * frame.unit;
      view.draw(pen, { x: between(from.x, to.x, share), y: between(from.y, to.y, share) + rise + drift });
    };
  },
  arrive: (pen, { scene, words }, now) => {
    const leaving = progress(now, scene.end - 0.3, 0.3);
    for (const [index, line] of words.entries()) {
      const share = easeOut(progress(now, scene.start + 0.12 + index * 0.11, 0.6));
      if (leaving > 0)
        pen.within({ opacity: 1 - leaving, y: -leaving * line.size * 0.35 }, () => drawPieces(pen, [line]));
      else rise(pen, line, share);
    }
  },
  cover: ({ width, height }, share) => rectangle({ x: 0, y: height * (1 - share), width, height: height * share }),
  coverSeconds: 0.55,
};

const BARS = 5;
const TILE_STEP_SECONDS = 0.07;

const dynamic: Style = {
  caption: { face: 'sans', weight: 800, lineHeight: 1.06, spacingEm: -0.028 },
  largest: { wide: 12, other: 15 },
  pieces: (line, style) => wordsOf(line, style),
  ground: (palette, index) =>
    [shade(palette.primary, 0.4, 1.05), palette.accent, shade(palette.secondary, 0.32, 0.9), palette.background][
      index % 4
    ] ?? palette.primary,
  art: ({ specification: { palette, seed }, frame: { subject, shape, width, height }, timeline }, ground, index) => {
    const start = timeline.scenes[index]?.start ?? 0;
    const wide = shape === 'wide';
    const side = wide
      ? Math.max(subject.width / 2, subject.height / 3)
      : Math.max(subject.width / 3, subject.height / 2);
    const area: Box = wide
      ? { ...subject, width: 2 * side, height: 3 * side }
      : { x: subject.x, y: subject.height - 2 * side, width: 3 * side, height: 2 * side };
    const candidates = [
      ...[palette.accent, palette.secondary, palette.primary, shade(palette.primary, 0.26, 0.8)],
      mix(palette.background, palette.accent, 0.15),
    ].filter((colour) => contrastRatio(colour, ground) > 1.25);
    const [first = palette.accent, ...others] = candidates;
    const tiles = quilt(seededRandom(`tiles ${seed} ${index}`), area, side, [first, ...others], ground);
    return (pen, now) => {
      for (const [place, tile] of tiles.entries()) {
        const away = 1 - easeOut(progress(now, start + place * TILE_STEP_SECONDS, 0.5));
        if (away === 1) continue;
        const sideways = place % 2 === 0 ? (width - tile.x) * away : wide ? 0 : -(tile.x + side) * away;
        const upwards = wide && place % 2 === 1 ? (height - tile.y) * away : 0;
        pen.within({ x: tile.x + sideways, y: tile.y + upwards }, () => tile.draw(pen));
      }
    };
  },
  arrive: (pen, { scene, words }, now) => {
    // Long sentences hurry, so that they stand for at least half of their scene.
    const step = Math.min(0.13, ((scene.end - scene.start) * 0.4) / Math.max(1, words.length));
    for (const [index, word] of words.entries()) {
      const share = progress(now, scene.start + 0.1 + index * step, 0.32);
      jump(pen, word, share);
    }
  },
  cover: ({ width, height }, share, index) =>
    Array.from({ length: BARS }, (_, bar) => {
      const reach = width * easeInOut(Math.min(1, Math.max(0, share * 1.35 - bar * 0.0875)));
      return rectangle({
        x: index % 2 === 0 ? 0 : width - reach,
        y: (height * bar) / BARS,
        width: reach,
        height: height / BARS,
      });
    }).join(''),
  coverSeconds: 0.42,
};

/** The film of a specification; `photo` is shown in the place of the shapes. */
export function composeVideo(
  specification: VideoSpecification,
  timeline: Timeline,
  photo: Image | undefined,
): DrawFrame {
  const style = { narrative, dynamic }[specification.style];
  const frame = videoFrame(specification.widthPixels, specification.heightPixels);
  const stage = { specification, frame, timeline };
  const shots = timeline.scenes.map((scene, index) => shotOf(stage, style, scene, index, photo));
  const card = endCard(specification, frame, style.caption.face);
  const labels = shots.map(({ ink }) => brandLabel(specification.brandName, frame, ink));
  const blank = style.ground(specification.palette, 0);

  const drawShot = (pen: Pen, index: number, now: number): void => {
    const shot = shots[index];
    pen.fill(rectangle(frame.whole), shot?.ground ?? blank);
    if (!shot) return;
    shot.art(pen, now);
    drawPieces(pen, labels[index] ?? []);
    style.arrive(pen, shot, now);
  };
  return (pen, now) => {
    const index = Math.max(
      0,
      shots.findLastIndex(({ scene }) => now >= scene.start),
    );
    const isLast = index >= shots.length - 1;
    if (now < timeline.bodySeconds) drawShot(pen, index, now);
    const end = isLast ? timeline.bodySeconds : (shots[index]?.scene.end ?? 0);
    const covered = progress(now, end - style.coverSeconds, style.coverSeconds);
    const next = shots[index + 1];
    if (isLast && covered > 0)
      pen.within(covered < 1 ? { clip: style.cover(frame, covered, index) } : {}, () =>
        card(pen, now - timeline.bodySeconds),
      );
    else if (next && next.ground !== shots[index]?.ground && covered > 0)
      pen.fill(style.cover(frame, covered, index), next.ground);
  };
}

function shotOf(stage: Stage, style: Style, scene: Scene, index: number, photo: Image | undefined): Shot {
  const { specification, frame } = stage;
  const { palette } = specification;
  const ground = style.ground(palette, index);
  const strong = isDark(ground) ? '#ffffff' : shade(palette.primary, 0.25, 0.8);
  const request: TextRequest = {
    ...{ ...style.caption, text: scene.caption, colour: readable(strong, ground, 7), maximumLines: 7 },
    ...{ maximumWidth: frame.words.width, maximumHeight: frame.words.height },
    largestSize: style.largest[frame.shape === 'wide' ? 'wide' : 'other'] * frame.unit,
    smallestSize: 2.2 * frame.unit,
  };
  const block = layOutText(request);
  const left = frame.words.x + (block.fromRight ? frame.words.width - block.width : 0);
  const words = block.lines
    .map((line) => ({ ...line, x: left + line.x, baseline: frame.words.y + line.baseline }))
    .flatMap((line) => style.pieces(line, request));
  const shapes = photo ? undefined : style.art(stage, ground, index);
  return {
    scene,
    ground,
    ink: request.colour,
    words,
    art: shapes ?? ((pen) => photo && pen.image(photo, frame.subject)),
  };
}

/** The brand's name above the words, on as many small lines as a long one needs. */
function brandLabel(name: string, { words, unit }: Frame, colour: string): TextPiece[] {
  const block = layOutText({
    ...{ text: name, face: 'sans', weight: 600, colour, maximumLines: 3, maximumHeight: 6 * unit },
    ...{ maximumWidth: words.width, largestSize: 2.6 * unit, smallestSize: 1.5 * unit, lineHeight: 1.25 },
  });
  const left = words.x + (readsFromRight(name) ? words.width - block.width : 0);
  const top = words.y - 4 * unit - block.height;
  return block.lines.map((line) => ({ ...line, x: left + line.x, baseline: top + line.baseline }));
}

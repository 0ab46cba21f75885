/** Draws outlines, text and pictures on a Skia canvas, and frees what that takes at once. Knows no picture. */
import type { Canvas, CanvasKit, Image, Paint, Paragraph } from 'canvaskit-wasm/full';
import type { Box, Point } from './shapes.ts';

/** Offset 0–1, colour, opacity 0–1 (1 when left out). */
type Stop = readonly [offset: number, colour: string, opacity?: number];

/** Colours from one point to another, or in rings around `from` out to `to`. */
export interface Gradient {
  from: Point;
  to: Point;
  stops: readonly Stop[];
  rings?: boolean;
}
export type Fill = string | Gradient;

interface Change {
  x?: number;
  y?: number;
  /** Degrees, around (x, y). */
  turn?: number;
  scale?: number;
  /** Slants upright lines. */
  skew?: number;
  /** An outline; nothing outside of it is drawn. */
  clip?: string;
  /** 0–1 for everything together. */
  opacity?: number;
}

interface Finish {
  opacity?: number;
  /** Standard deviation in pixels. */
  blur?: number;
}

export interface Pen {
  /** Fills an outline written as SVG path data. */
  fill(outline: string, fill: Fill, finish?: Finish): void;
  stroke(outline: string, colour: string, width: number, finish?: Finish): void;
  text(paragraph: Paragraph, left: number, top: number): void;
  /** The picture, cut to cover the box. */
  image(image: Image, box: Box): void;
  /** Lets `draw` draw moved, then slanted, turned, scaled, cut out and see-through. */
  within(change: Change, draw: () => void): void;
}

export function createPen(skia: CanvasKit, canvas: Canvas): Pen {
  const colourOf = (hex: string, opacity = 1) => skia.multiplyByAlpha(skia.parseColorString(hex), opacity);

  const shaderOf = ({ from, to, stops, rings }: Gradient) => {
    const colours = stops.map(([, hex, opacity]) => colourOf(hex, opacity));
    const offsets = stops.map(([offset]) => offset);
    const [start, end] = [from, to].map(({ x, y }) => [x, y]) as [number[], number[]];
    const { Clamp } = skia.TileMode;
    return rings
      ? skia.Shader.MakeRadialGradient(start, Math.hypot(to.x - from.x, to.y - from.y), colours, offsets, Clamp)
      : skia.Shader.MakeLinearGradient(start, end, colours, offsets, Clamp);
  };

  const drawPath = (
    outline: string,
    { opacity = 1, blur }: Finish,
    prepare: (paint: Paint, opacity: number) => void,
  ) => {
    const path = skia.Path.MakeFromSVGString(outline);
    if (!path) throw new Error(`Not an outline: ${outline.slice(0, 80)}`);
    const paint = new skia.Paint();
    paint.setAntiAlias(true);
    prepare(paint, opacity);
    const mask = blur ? skia.MaskFilter.MakeBlur(skia.BlurStyle.Normal, blur, true) : undefined;
    if (mask) paint.setMaskFilter(mask);
    canvas.drawPath(path, paint);
    for (const used of [mask, paint, path]) used?.delete();
  };

  return {
    fill: (outline, fill, finish = {}) =>
      drawPath(outline, finish, (paint, opacity) => {
        if (typeof fill === 'string') return paint.setColor(colourOf(fill, opacity));
        const shader = shaderOf(fill);
        paint.setShader(shader);
        paint.setAlphaf(opacity);
        paint.setDither(true); // soft gradients over a whole wall would show their steps
        shader.delete();
      }),
    stroke: (outline, colour, width, finish = {}) =>
      drawPath(outline, finish, (paint, opacity) => {
        paint.setColor(colourOf(colour, opacity));
        paint.setStyle(skia.PaintStyle.Stroke);
        paint.setStrokeWidth(width);
        paint.setStrokeCap(skia.StrokeCap.Round);
        paint.setStrokeJoin(skia.StrokeJoin.Round);
      }),
    text: (paragraph, left, top) => canvas.drawParagraph(paragraph, left, top),
    image: (image, { x, y, width, height }) => {
      const share = Math.min(image.width() / width, image.height() / height);
      const [seenWidth, seenHeight] = [width * share, height * share];
      const seen = skia.XYWHRect(
        (image.width() - seenWidth) / 2,
        (image.height() - seenHeight) / 2,
        seenWidth,
        seenHeight,
      );
      const { Linear } = skia.FilterMode;
      canvas.drawImageRectOptions(image, seen, skia.XYWHRect(x, y, width, height), Linear, skia.MipmapMode.None);
    },
    within: ({ x = 0, y = 0, turn = 0, scale = 1, skew = 0, clip, opacity = 1 }, draw) => {
      canvas.save();
      const path = clip === undefined ? undefined : skia.Path.MakeFromSVGString(clip);
      if (path) canvas.clipPath(path, skia.ClipOp.Intersect, true);
      canvas.translate(x, y);
      if (skew !== 0) canvas.skew(skew, 0);
      if (turn !== 0) canvas.rotate(turn, 0, 0);
      if (scale !== 1) canvas.scale(scale, scale);
      const paint = opacity < 1 ? new skia.Paint() : undefined;
      if (paint) {
        paint.setAlphaf(opacity);
        canvas.saveLayer(paint);
      }
      draw();
      if (paint) canvas.restore();
      canvas.restore();
      for (const used of [path, paint]) used?.delete();
    },
  };
}

/** Draws the whole frame of a film at a moment, in seconds. */
export type DrawFrame = (pen: Pen, now: number) => void;

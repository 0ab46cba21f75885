/** Glowing colour fields and overlapping organic shapes with contour lines, on a deep ground. */
import { mix, shade } from '../drawing/colour.ts';
import { type Box, round } from '../drawing/paint.ts';
import { blobPath, type Point } from '../drawing/shapes.ts';
import { wordsOnDark } from './colours-for-words.ts';
import type { Composition, Scene } from './composition.ts';
import { satellites } from './satellites.ts';

const WOBBLE = 0.24;

export function blooms(scene: Scene): Composition {
  const { frame, palette, paint, random } = scene;
  const { width, height, unit, subject } = frame;
  const deep = shade(palette.primary, 0.27, 0.8);
  const { centre, radius } = roomForBloom(subject, random.between(0, 1), frame.format === 'wide');
  const glow = (colour: string, x: number, y: number, size: number, opacity: number) =>
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(size)}" fill="${paint.radial([
      [0, colour, opacity],
      [0.55, colour, opacity * 0.35],
      [1, colour, 0],
    ])}"/>`;
  const ground = paint.linear(
    [
      [0, shade(deep, 0.23)],
      [1, shade(palette.primary, 0.36, 0.9)],
    ],
    [0, 0],
    [1, 1],
  );
  const second = {
    x: centre.x + radius * random.between(-0.62, -0.45),
    y: centre.y + radius * random.between(0.45, 0.7),
  };
  const picture = [
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    glow(palette.primary, centre.x - radius, centre.y + radius * 0.7, radius * 1.8, 0.85),
    glow(palette.secondary, centre.x + radius * 0.9, centre.y - radius * 1.1, radius * 1.6, 0.7),
    bloom(scene, centre, radius, palette.accent, palette.secondary, deep),
    bloom(
      scene,
      second,
      radius * random.between(0.38, 0.5),
      mix(palette.primary, '#ffffff', 0.18),
      palette.primary,
      deep,
    ),
    satellites(random, centre, radius, unit, [palette.accent, palette.surface, palette.secondary]),
  ];
  return { picture: picture.join(''), words: wordsOnDark(palette, deep) };
}

/** The largest bloom whose outermost bulge stays below the words of a square or tall picture. */
function roomForBloom(subject: Box, chance: number, isWide: boolean): { centre: Point; radius: number } {
  const centre = {
    x: subject.x + subject.width * (0.5 + 0.14 * chance),
    y: subject.y + subject.height * (isWide ? 0.44 + 0.12 * chance : 0.6),
  };
  const reach = isWide ? subject.height * 0.62 : centre.y - subject.y;
  return { centre, radius: Math.min(subject.width * 0.56, reach / (1 + WOBBLE * 0.8)) };
}

function bloom(
  { frame, paint, random }: Scene,
  centre: Point,
  radius: number,
  from: string,
  to: string,
  line: string,
): string {
  const outline = blobPath(random, { x: 0, y: 0 }, radius, WOBBLE);
  const fill = paint.linear(
    [
      [0, from],
      [0.55, mix(from, to, 0.6)],
      [1, to],
    ],
    [0, 0],
    [1, 1],
  );
  const contours = Array.from({ length: 8 }, (_, index) => {
    const scale = 0.94 - index * 0.1;
    return `<path d="${outline}" transform="scale(${round(scale)}) rotate(${index * 5})" fill="none" stroke="${line}" stroke-opacity="0.38" stroke-width="${round((frame.unit * 0.22) / scale)}"/>`;
  });
  const drop = `<path d="${outline}" transform="translate(${round(radius * 0.06)},${round(radius * 0.12)})" fill="#000" opacity="0.35" filter="${paint.blur(radius * 0.09, 0.12)}"/>`;
  return `<g transform="translate(${round(centre.x)},${round(centre.y)})">${drop}<path d="${outline}" fill="${fill}"/>${contours.join('')}</g>`;
}

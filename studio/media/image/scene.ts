/** The picture in the realistic style: a still life of plain bodies in a photographer's light, beside clean sans-serif type. It shows no product, so never a wrong one. */
import { isDark, lighter, mix, shade, toOklch } from '../../../shared/domain/media/colour.ts';
import type { Gradient } from '../drawing/pen.ts';
import { arch, type Box, disc, ellipse, gateway, leaf, rectangle } from '../drawing/shapes.ts';
import type { ImageDesign, Sight } from './image.ts';

/** How flat a circle on the ground looks from the camera. */
const FLATNESS = 0.15;

export const scene: ImageDesign = {
  ground: (palette) =>
    isDark(palette.background)
      ? shade(mix(palette.background, palette.primary, 0.18), 0.27)
      : shade(mix(palette.background, palette.primary, 0.16), 0.92),
  draw: (sight) => {
    const { frame, ground } = sight;
    const { subject, height, shape } = frame;
    const foot = height * (shape === 'wide' ? 0.85 : 0.87);
    const room = shape === 'wide' ? height * 0.7 : foot - subject.y;
    const scale = Math.min(room / 410, (subject.width * 0.92) / 560);
    const x = subject.x + subject.width / 2;
    wallAndFloor(sight, foot - 40 * scale);
    sight.pen.within({ x, y: foot, scale }, () => niche(sight, (foot - subject.y) / scale));
    windowLight(sight);
    leafShadow(sight);
    sight.pen.within({ x, y: foot, scale }, () => stillLife(sight));
    const middle = { x: frame.width / 2, y: height / 2 };
    const dusk = { from: middle, to: { x: 0, y: 0 }, rings: true, stops: [[0.6, ground, 0], [1, lighter(ground, -0.2), 0.5]] } satisfies Gradient; // biome-ignore format: stops
    sight.pen.fill(rectangle(frame.whole), dusk);
  },
};

function wallAndFloor({ pen, frame: { whole, width, height }, ground }: Sight, floor: number): void {
  pen.fill(rectangle(whole), across({ x: 0, y: 0, width, height: 0 }, lighter(ground, 0.03), lighter(ground, -0.03)));
  const down = { from: { x: 0, y: floor }, to: { x: 0, y: height }, stops: [[0, lighter(ground, -0.08)], [0.3, lighter(ground, -0.03)], [1, ground]] } satisfies Gradient; // biome-ignore format: stops
  pen.fill(rectangle({ x: 0, y: floor, width, height: height - floor }), down);
}

/** A recess behind the still life: an arch, or a painted disc. Around x = 0 on the ground y = 0. */
function niche({ pen, random, palette, ground }: Sight, room: number): void {
  if (random.next() < 0.55) {
    const high = Math.min(470, room - 20);
    pen.fill(arch(0, -40, Math.min(280, high * 0.62), high), lighter(ground, -0.11));
    const inner = mix(ground, palette.primary, 0.3);
    pen.fill(
      arch(8, -40, Math.min(270, high * 0.6), high - 12),
      across({ x: -280, y: 0, width: 560, height: 0 }, lighter(inner, -0.12), lighter(inner, -0.02)),
    );
    return;
  }
  const radius = Math.min(250, room / 2 - 20);
  const colour = mix(ground, palette.secondary, 0.5);
  pen.fill(
    disc(0, -radius - 30, radius),
    across({ x: -radius, y: 0, width: 2 * radius, height: 0 }, mix(colour, palette.accent, 0.5), colour),
  );
}

/** Slanted panes of light, as from a window out of the picture. */
function windowLight({ pen, frame: { width, height }, random }: Sight): void {
  const start = width * random.between(0.3, 0.46);
  pen.within({ x: start, skew: 0.38 }, () => {
    for (const left of [0, 0.143, 0.286].map((share) => share * width)) {
      const pane = { x: left, y: 0, width: width * 0.13, height };
      const light = { from: pane, to: { x: left + pane.width, y: 0 }, stops: [[0, '#ffffff', 0], [0.22, '#ffffff', 0.24], [0.78, '#ffffff', 0.24], [1, '#ffffff', 0]] } satisfies Gradient; // biome-ignore format: stops
      pen.fill(rectangle(pane), light);
    }
  });
}

/** The soft shadow of a palm frond reaching in from the upper right. */
function leafShadow({ pen, frame: { width, unit }, random, ground }: Sight): void {
  const length = unit * 46;
  const opacity = isDark(ground) ? 0.3 : 0.16;
  const fronds = { x: width * 1.02, y: -unit * 4, turn: 138 + random.between(-10, 10), opacity };
  pen.within(fronds, () => {
    for (let index = 0; index < 11; index += 1) {
      const size = length * (0.5 - index * 0.026);
      for (const turn of [42 + index * 2, -42 - index * 2])
        pen.within({ x: length * (0.12 + index * 0.085), turn }, () =>
          pen.fill(leaf(size, size * 0.1), shade(ground, 0.15), { blur: unit * 0.5 }),
        );
    }
  });
}

/** Bodies on a plinth, about 400 units wide and up to 300 high. */
function stillLife({ pen, random, palette, ground }: Sight): void {
  const plinth = lighter(mix(ground, palette.background, 0.5), toOklch(ground).lightness < 0.5 ? 0.04 : 0.02);
  shadow(40, 400, 54);
  cylinder(0, 560, -2, 44, plinth);
  const side = random.pick([-1, 1]);
  const [tall, low] = [random.between(170, 230), random.between(60, 90)];
  shadow(-110 * side, 110, 0);
  cylinder(-110 * side, 170, -tall, 0, palette.primary);
  sphere(-110 * side, -tall + 4, random.between(52, 64), palette.accent);
  shadow(100 * side, 120, 0);
  cylinder(100 * side, 200, -low, 0, palette.secondary);
  pen.fill(gateway(100 * side, -low, 62, 28, 140), lit(palette.accent, 100 * side, 62));
  sphere(8 * side, 12, random.between(30, 42), lighter(palette.primary, 0.2));
  sphere(214 * side, 10, random.between(22, 32), palette.accent);

  function shadow(x: number, half: number, y: number): void {
    pen.fill(ellipse(x + half * 0.16, y + 2, half, half * 0.14), '#000000', { opacity: 0.3, blur: half * 0.07 });
  }
  function cylinder(x: number, width: number, top: number, bottom: number, colour: string): void {
    const half = width / 2;
    const round = half * FLATNESS;
    pen.fill(
      `M${x - half},${top}V${bottom}A${half},${round} 0 0 0 ${x + half},${bottom}V${top}Z`,
      lit(colour, x, half),
    );
    pen.fill(
      ellipse(x, top, half, round),
      across({ x: x - half, y: 0, width, height: 0 }, lighter(colour, 0.06), lighter(colour, 0.13)),
    );
  }
  function sphere(x: number, y: number, radius: number, colour: string): void {
    shadow(x, radius * 0.9, y - 4);
    const bright = { x: x - radius * 0.32, y: y - radius * 1.4 };
    const round = { from: bright, to: { x: bright.x + radius * 1.55, y: bright.y }, rings: true, stops: [[0, lighter(colour, 0.2)], [0.35, lighter(colour, 0.05)], [0.8, lighter(colour, -0.1)], [1, lighter(colour, -0.18)]] } satisfies Gradient; // biome-ignore format: stops
    pen.fill(disc(x, y - radius, radius), round);
  }
}

/** Rounds a body: dark edge, bright flank, dark far edge. */
const lit = (colour: string, x: number, half: number): Gradient => ({
  from: { x: x - half, y: 0 },
  to: { x: x + half, y: 0 },
  stops: [[0, lighter(colour, -0.1)], [0.2, lighter(colour, 0.1)], [0.42, lighter(colour, 0.03)], [0.75, lighter(colour, -0.07)], [1, lighter(colour, -0.17)]], // biome-ignore format: stops
});

const across = ({ x, y, width, height }: Box, first: string, last: string): Gradient => ({
  from: { x, y },
  to: { x: x + width, y: y + height },
  stops: [
    [0, first],
    [1, last],
  ],
});

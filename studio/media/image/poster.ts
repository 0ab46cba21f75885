/** The picture in the artistic style: bold flat shapes beside large serif type. It shows no product, so never a wrong one. */
import type { Palette } from '../../../shared/domain/media/brand-palette.ts';
import { isDark, mix, shade } from '../../../shared/domain/media/colour.ts';
import { disc, rectangle } from '../drawing/shapes.ts';
import { drawPieces, layOutText } from '../text/text-block.ts';
import { initialOf } from './copy.ts';
import type { ImageDesign, Sight } from './image.ts';
import { landscape } from './landscape.ts';
import { quilt } from './tiles.ts';

const tiled: ImageDesign = {
  ground: (palette) => (isDark(palette.background) ? shade(palette.primary, 0.23, 0.5) : palette.background),
  draw: ({ pen, frame: { shape, subject }, random, palette, ground }) => {
    const side = shape === 'wide' ? subject.height / 4 : subject.width / (shape === 'tall' ? 5 : 6);
    for (const { x, y, draw } of quilt(random, subject, side, quiltColours(palette, ground), ground)) {
      const isEdge = shape === 'wide' ? x < subject.x + side : y < subject.y + side;
      const fades = isEdge && random.next() < 0.5;
      if (!fades) pen.within({ x, y }, () => draw(pen));
    }
  },
};

export const quiltColours = (palette: Palette, ground: string): [string, ...string[]] => [
  palette.primary,
  palette.secondary,
  palette.accent,
  shade(palette.primary, isDark(ground) ? 0.4 : 0.3, 0.8),
  mix(palette.accent, ground, 0.55),
];

const sunny: ImageDesign = {
  ground: (palette) =>
    isDark(palette.background)
      ? shade(palette.primary, 0.24, 0.55)
      : shade(mix(palette.accent, palette.background, 0.65), 0.94),
  draw: ({ pen, frame, random, palette, ground }) => {
    const view = landscape(random, frame.subject, palette, ground, frame.shape === 'wide');
    view.draw(pen, view.home);
  },
};

/** The brand's initial, enormous and cropped: type as the picture. */
const lettered: ImageDesign = {
  ground: (palette) => shade(palette.primary, 0.4, 1),
  draw: ({ pen, frame: { shape, subject }, random, palette, brandName }: Sight) => {
    const wide = shape === 'wide';
    const letter = layOutText({
      ...{ text: initialOf(brandName) || 'A', face: 'serif', weight: 900, colour: palette.accent, maximumLines: 1 },
      ...{ maximumWidth: subject.width * (wide ? 1.1 : 0.8), maximumHeight: subject.height * 2 },
      ...{ largestSize: subject.height * (wide ? 1.15 : 1.3), smallestSize: 10, lineHeight: 1 },
    });
    const centre = { x: subject.x + subject.width * 0.52, y: subject.y + subject.height * (wide ? 0.5 : 0.6) };
    const radius = Math.min(subject.width, subject.height) * 0.5;
    pen.fill(disc(centre.x + radius * random.between(0.1, 0.4), centre.y - radius * 0.15, radius), palette.secondary);
    drawPieces(pen, letter.lines, centre.x - letter.width / 2, centre.y - letter.size * 0.46);
    const corner = { x: centre.x + radius * 0.6, y: centre.y + radius * 0.75 };
    pen.within({ ...corner, turn: random.integer(0, 3) * 90, clip: rectangle(subject) }, () => {
      for (const share of [0.3, 0.43, 0.56, 0.69].map((each) => each * radius))
        pen.stroke(`M${-share},0A${share},${share} 0 0 1 0,${-share}`, palette.background, radius * 0.025, {
          opacity: 0.8,
        });
    });
  },
};

export const posters: readonly [ImageDesign, ...ImageDesign[]] = [tiled, sunny, lettered];

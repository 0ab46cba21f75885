import fc from 'fast-check';
import { expect, it } from 'vitest';
import { release } from '../drawing/skia.ts';
import { setCopy } from './copy.ts';
import { imageFrame } from './frame.ts';

const style = {
  ...{ headline: '#000000', supporting: '#000000', button: '#000000', onButton: '#ffffff' },
  ...({ face: 'serif', vertical: 'middle', largestHeadline: 10 } as const),
};

const sizes = fc.constantFrom([1200, 628] as const, [1080, 1080] as const, [1080, 1920] as const);
const words = (maxLength: number) =>
  fc.lorem({ mode: 'sentences', maxCount: 4 }).map((text) => text.slice(0, maxLength));

it('keeps brand, headline, supporting line and button inside the safe box, in order and apart', () => {
  fc.assert(
    fc.property(
      sizes,
      fc.boolean(),
      words(90),
      words(220),
      words(60),
      fc.string({ maxLength: 60 }),
      (size, centred, headline, supportingLine, callToAction, brandName) => {
        const { words: box, unit } = imageFrame(size[0], size[1]);
        const placed = setCopy({ brandName, headline, supportingLine, callToAction }, box, unit, { ...style, centred });
        release();
        for (const line of placed.lines) {
          expect(line.x).toBeGreaterThanOrEqual(box.x - 0.01);
          expect(line.x + line.width).toBeLessThanOrEqual(box.x + box.width + 0.01);
          expect(line.baseline).toBeLessThanOrEqual(box.y + box.height);
        }
        expect(placed.bottom).toBeLessThanOrEqual(box.y + box.height + 0.01);
        const button = placed.button;
        if (!button) return;
        const above = placed.lines.filter((line) => line.baseline < button.y);
        expect(above.length).toBeGreaterThanOrEqual(1);
        expect(button.x + button.width).toBeLessThanOrEqual(box.x + box.width + 0.01);
      },
    ),
    { numRuns: 120 },
  );
});

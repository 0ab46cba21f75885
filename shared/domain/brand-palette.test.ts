import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandPalette } from './brand-palette.ts';
import { contrastRatio, fromOklch, READABLE_CONTRAST, toOklch } from './colour.ts';

const hexColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const tones = fc.constantFrom('', 'ludique', 'professional', 'élégant', 'calme', 'mystérieux');

describe('brandPalette', () => {
  it('keeps text readable whatever the brief and its colours are', () => {
    fc.assert(
      fc.property(fc.string(), tones, fc.array(hexColour, { maxLength: 3 }), (brandName, tone, colours) => {
        const palette = brandPalette({ brandName, tone, words: colours.join(' ') });
        expect(contrastRatio(palette.ink, palette.background)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
        expect(contrastRatio(palette.onPrimary, palette.primary)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
        for (const colour of Object.values(palette)) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same brand the same palette, and other brands and tones others', () => {
    const brief = { brandName: 'Maison Levain', tone: 'chaleureux' };
    expect(brandPalette(brief)).toEqual(brandPalette({ ...brief }));
    expect(brandPalette({ ...brief, brandName: 'Vesper' }).primary).not.toBe(brandPalette(brief).primary);
    expect(brandPalette({ ...brief, tone: 'solennel' }).primary).not.toBe(brandPalette(brief).primary);
  });

  it.each([
    ['Nos couleurs : bleu marine et or', '#2456c9', '#17305f'],
    ['Brand colours are #0a7 and pink', '#00aa77', '#e3739b'],
    ['Green and gold since 1912', '#2f7d4f', '#c9a24b'],
  ])('takes the colours that "%s" names, in turn', (words, primary, secondary) => {
    expect(brandPalette({ brandName: 'A', tone: '', words })).toMatchObject({ primary, secondary });
  });

  it.each(['Le vin rouge de chez nous', 'Énergie verte, honnêteté', 'url(javascript:1)'])(
    'takes no colour from "%s"',
    (words) => {
      expect(brandPalette({ brandName: 'A', tone: '', words })).toEqual(brandPalette({ brandName: 'A', tone: '' }));
    },
  );
});

describe('colour spaces', () => {
  it('returns from OKLCH to the same colour within rounding', () => {
    fc.assert(
      fc.property(hexColour, (colour) => {
        expect(contrastRatio(fromOklch(toOklch(colour)), colour)).toBeLessThan(1.06);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio, fromOklch, READABLE_CONTRAST, toOklch } from './drawing/colour.ts';
import { brandPalette } from './palette.ts';

const hexColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const sectors = fc.constantFrom(
  'boulangerie',
  'SaaS',
  'santé',
  'bio',
  'cosmétique',
  'luxe',
  'fintech',
  'école',
  'sport',
  'voyage',
  'immobilier',
  'mode',
  '?',
);
const tones = fc.constantFrom('', 'ludique', 'professional', 'élégant', 'calme', 'mystérieux');

describe('brandPalette', () => {
  it('keeps text readable whatever the brief and the brand colours are', () => {
    fc.assert(
      fc.property(
        fc.string(),
        sectors,
        tones,
        fc.array(hexColour, { maxLength: 3 }),
        (brandName, sector, tone, brandColours) => {
          const palette = brandPalette({ brandName, sector, tone, brandColours });
          expect(contrastRatio(palette.ink, palette.background)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
          expect(contrastRatio(palette.onPrimary, palette.primary)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
          for (const colour of Object.values(palette)) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the same brief the same palette and other sectors another', () => {
    const brief = { brandName: 'Maison Levain', sector: 'Boulangerie', tone: 'chaleureux' };
    expect(brandPalette(brief)).toEqual(brandPalette({ ...brief }));
    expect(brandPalette({ ...brief, sector: 'Fintech' }).primary).not.toBe(brandPalette(brief).primary);
  });

  it('takes the brand’s own colours in turn, written as hex or as names, and passes over the rest', () => {
    const palette = brandPalette({
      brandName: 'A',
      sector: '',
      tone: '',
      brandColours: ['#0a7', 'url(javascript:1)', 'bleu marine', 'or'],
    });
    expect(palette).toMatchObject({ secondary: '#2456c9', accent: '#c9a24b' });
    expect(contrastRatio(palette.primary, '#00aa77')).toBeLessThan(1.05);
  });
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

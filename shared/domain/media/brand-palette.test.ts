import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandPalette } from './brand-palette.ts';
import { contrastRatio, fromOklch, READABLE_CONTRAST, toOklch } from './colour.ts';

const hexColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const closeTo = (value: number) => expect.closeTo(value, 2);
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

  // A brand that comes back next year finds its colours again.
  it.each([
    ['Maison Levain', 'chaleureux', '#4a53b5 #0097c2 #f9b64f #f4f6ff #e4e9fd #1a1e32 #ffffff'],
    ['Vesper', 'mystérieux', '#d36b2f #7b5600 #f1bf4e #1b110c #2e201a #f8ece6 #1b110c'],
    ['Nordlys', '', '#992a56 #c26730 #fdbf89 #fff3f6 #fbe2e8 #2f171e #ffffff'],
  ])('keeps the colours of %s from release to release', (brandName, tone, colours) => {
    const { primary, secondary, accent, background, surface, ink, onPrimary } = brandPalette({ brandName, tone });
    expect([primary, secondary, accent, background, surface, ink, onPrimary].join(' ')).toBe(colours);
  });

  it.each([
    ['Bar de nuit', true],
    ['a quiet, dark humour', true],
    ['Sobre et élégant', true],
    ['Une maison de prestige', true],
    ['ludique', false],
    ['serious', false],
    ['', false],
    ['unsombre', false], // only the beginnings of words count
  ])('puts a brand that is "%s" on a dark ground: %s', (tone, dark) => {
    const { background, surface, ink } = brandPalette({ brandName: 'A', tone });
    const [ground, raised, words] = [background, surface, ink].map((colour) => toOklch(colour).lightness);
    if (dark) expect([ground, raised, words]).toEqual([closeTo(0.19), closeTo(0.26), closeTo(0.95)]);
    else expect([ground, raised, words]).toEqual([closeTo(0.975), closeTo(0.935), closeTo(0.24)]);
  });

  it.each([
    ['joyful', 1.25, 0.03],
    ['digne', 0.5, -0.06],
    ['Apaisé', 0.85, 0.02],
    ['institutionnel', 0.88, -0.04],
  ])('makes the primary of a brand that is "%s" as vivid and as light as that asks', (tone, vividness, lighter) => {
    // Every screen can show this brand's colours, and stronger ones.
    const [plain, told] = ['', tone].map((of) => toOklch(brandPalette({ brandName: 'Sel', tone: of }).primary));
    expect((told?.chroma ?? 0) / (plain?.chroma ?? 1)).toBeCloseTo(vividness, 1);
    expect((told?.lightness ?? 0) - (plain?.lightness ?? 0)).toBeCloseTo(lighter, 2);
  });

  it('sets the secondary off from a chosen primary: darker than a light one, lighter than a dark one, and of less colour', () => {
    for (const primary of ['#f2c230', '#17305f', '#2f7d4f', '#d9c3a0']) {
      const [first, second] = [primary, brandPalette({ brandName: 'A', tone: '', words: primary }).secondary].map(
        toOklch,
      );
      if (!first || !second) throw new Error('two colours were asked for');
      expect(second.lightness - first.lightness).toBeCloseTo(first.lightness < 0.6 ? 0.14 : -0.16, 1);
      expect(second.chroma).toBeLessThan(first.chroma);
    }
  });

  it('keeps the accent 60 degrees away from a primary that somebody chose', () => {
    fc.assert(
      fc.property(fc.string(), hexColour, (brandName, primary) => {
        fc.pre(toOklch(primary).chroma > 0.02);
        const { accent } = brandPalette({ brandName, tone: '', words: primary });
        const apart = Math.abs(toOklch(accent).hue - toOklch(primary).hue);
        expect(Math.min(apart, 360 - apart)).toBeGreaterThan(55);
      }),
    );
  });

  it('gives a grey brand the accent of its mood, and hardly any colour to its ground', () => {
    const grey = brandPalette({ brandName: 'A', tone: '', words: '#888888' });
    expect(grey.accent).toBe(brandPalette({ brandName: 'A', tone: '' }).accent);
    for (const colour of [grey.background, grey.surface, grey.ink]) expect(toOklch(colour).chroma).toBeLessThan(0.006);
    expect(toOklch(brandPalette({ brandName: 'A', tone: '', words: '#d9c3a0' }).background).chroma).toBeGreaterThan(
      0.01,
    );
  });

  it.each([
    ['Nos couleurs : bleu marine et or', '#2456c9', '#17305f'],
    ['Brand colours are #0a7 and pink', '#00aa77', '#e3739b'],
    ['Green and gold since 1912', '#2f7d4f', '#c9a24b'],
    ['Charte : vertes, grises', '#2f7d4f', '#7b8190'],
    ['Palette ROUGES #ABCDEF', '#c62f2f', '#abcdef'],
    ['red, RED and red again with navy', '#c62f2f', '#17305f'],
  ])('takes the colours that "%s" names, in turn', (words, primary, secondary) => {
    expect(brandPalette({ brandName: 'A', tone: '', words })).toMatchObject({ primary, secondary });
  });

  it.each(['coul. rouge', 'our color: red', 'colour red', 'palette rouge', 'teinte rouge', 'charte rouge'])(
    'takes the one colour of "%s", which speaks of colours',
    (words) => {
      expect(brandPalette({ brandName: 'A', tone: '', words }).primary).toBe('#c62f2f');
    },
  );

  it('takes a colour from the tone, and three at most', () => {
    const plain = brandPalette({ brandName: 'A', tone: '' });
    expect(brandPalette({ brandName: 'A', tone: 'rouge et noir' }).primary).toBe('#c62f2f');
    const palette = brandPalette({ brandName: 'A', tone: '', words: 'red, green, gold and blue' });
    expect(palette).toMatchObject({ primary: '#c62f2f', secondary: '#2f7d4f', accent: '#c9a24b' });
    expect(Object.values(palette)).not.toContain('#2456c9');
    expect(brandPalette({ brandName: 'A', tone: '', words: 'red and gold' }).accent).not.toBe(plain.primary);
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

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawArtistic } from './artistic/draw-artistic.ts';
import { brandPalette } from './palette.ts';
import { drawRealistic } from './realistic/draw-realistic.ts';
import { renderVisual, type VisualSpecification } from './render-visual.ts';
import { readPngSize } from './video/png-check.ts';

const brief = { brandName: 'Maison Levain', sector: 'Boulangerie', tone: 'chaleureux' };

const specification = (changes: Partial<VisualSpecification> = {}): VisualSpecification => ({
  style: 'artistic',
  brandName: brief.brandName,
  headline: 'Le pain qui réveille la Croix-Rousse',
  supportingLine: 'Levain naturel, farines locales.',
  callToAction: 'Réserver ma fournée',
  sector: brief.sector,
  palette: brandPalette(brief),
  seed: 'one',
  widthPixels: 480,
  heightPixels: 270,
  fileType: 'png',
  ...changes,
});

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('renderVisual', () => {
  it.each([
    ['artistic', 1200, 628],
    ['realistic', 1080, 1080],
    ['realistic', 540, 960],
  ] as const)('draws a whole %s PNG of %i × %i pixels', async (style, widthPixels, heightPixels) => {
    const png = await renderVisual(specification({ style, widthPixels, heightPixels }));
    expect(readPngSize(png)).toEqual({ width: widthPixels, height: heightPixels });
    expect(png.length).toBeGreaterThan(50_000);
  });

  it.each(['artistic', 'realistic'] as const)(
    'gives the same %s specification the same bytes and another seed others',
    async (style) => {
      const [first, again, other] = await Promise.all([
        renderVisual(specification({ style })),
        renderVisual(specification({ style })),
        renderVisual(specification({ style, seed: 'two' })),
      ]);
      expect(digest(again)).toBe(digest(first));
      expect(digest(other)).not.toBe(digest(first));
    },
  );

  it('draws another subject for another sector', () => {
    const pictures = ['Boulangerie', 'SaaS', 'Voyage', 'Immobilier', 'Luxe', '?'].map((sector) =>
      drawRealistic(specification({ sector })),
    );
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it.each([drawArtistic, drawRealistic])('escapes hostile words and drops control characters', async (draw) => {
    const hostile = `<script>alert(1)</script>&"'\u0000\u001b]]>`;
    const words = {
      brandName: hostile,
      headline: hostile,
      supportingLine: hostile,
      callToAction: hostile,
      sector: hostile,
    };
    const svg = draw(specification(words));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toMatch(/\p{Cc}/u);
    await expect(renderVisual(specification({ ...words, style: 'realistic' }))).resolves.toBeInstanceOf(Uint8Array);
  });

  it('draws a picture even when no word is left', async () => {
    const png = await renderVisual(
      specification({ brandName: '', headline: '🥐', supportingLine: '', callToAction: '' }),
    );
    expect(readPngSize(png).width).toBe(480);
  });

  it('names every wrong field', async () => {
    const palette = { ...specification().palette, ink: 'red"/>' };
    await expect(renderVisual(specification({ widthPixels: 10.5, palette }))).rejects.toThrow(
      /palette\.ink.*widthPixels/,
    );
  });
});

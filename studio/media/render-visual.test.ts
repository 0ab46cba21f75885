import { createHash } from 'node:crypto';
import { JPG } from 'image-size/types/jpg';
import { describe, expect, it } from 'vitest';
import { brandPalette } from '../../shared/domain/media/brand-palette.ts';
import { readPngSize } from './drawing/png-check.ts';
import { isDrawnHere } from './drawing/png-mark.ts';
import { renderVisual, type VisualSpecification } from './render.ts';

const brief = { brandName: 'Maison Levain', sector: 'Boulangerie', tone: 'chaleureux' };

const specification = (changes: Partial<VisualSpecification> = {}): VisualSpecification => ({
  style: 'artistic',
  brandName: brief.brandName,
  headline: 'Le pain qui réveille la Croix-Rousse',
  supportingLine: 'Levain naturel, farines locales.',
  callToAction: 'Réserver ma fournée',
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
    expect(png.length).toBeGreaterThan(20_000);
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

  it.each(['artistic', 'realistic'] as const)('draws hostile words as a %s like any others', async (style) => {
    const hostile = `<script>alert(1)</script>&"'\u0000\u001b]]>`;
    const words = { brandName: hostile, headline: hostile, supportingLine: hostile, callToAction: hostile };
    expect(readPngSize(await renderVisual(specification({ ...words, style }))).width).toBe(480);
  });

  it.each(['artistic', 'realistic'] as const)(
    'says in a %s PNG that a program drew it, and no trained model',
    async (style) => {
      const png = await renderVisual(specification({ style }));
      expect(Buffer.from(png).toString('latin1')).toContain('digitalsourcetype/algorithmicMedia');
      expect(isDrawnHere(png)).toBe(true);
    },
  );

  it.each([
    ['Chinese', '樱花茶馆'],
    ['Japanese', 'さくら茶房'],
    ['Korean', '벚꽃 찻집'],
    ['Arabic', 'مخبز الياسمين'],
    ['Hebrew', 'מאפיית יסמין'],
    ['Hindi', 'चमेली बेकरी'],
    ['Cyrillic', 'Пекарня Жасмин'],
    ['Greek', 'Φούρνος Γιασεμί'],
    ['Thai', 'ร้านชามะลิ'],
  ])('draws a name in %s', async (_script, brandName) => {
    const words = { headline: '', supportingLine: '', callToAction: '', widthPixels: 240, heightPixels: 240 };
    const [named, nameless] = await Promise.all([
      renderVisual(specification({ ...words, brandName })),
      renderVisual(specification({ ...words, brandName: '\u{1f950}' })),
    ]);
    expect(digest(named)).not.toBe(digest(nameless));
  });

  it('draws a JPEG of the asked size that every network takes', async () => {
    const jpeg = await renderVisual(specification({ widthPixels: 1080, heightPixels: 1350, fileType: 'jpeg' }));
    expect(JPG.calculate(jpeg)).toMatchObject({ width: 1080, height: 1350 });
    expect(jpeg.length).toBeLessThan(1_000_000);
  });

  it('draws a picture even when no word is left', async () => {
    const png = await renderVisual(
      specification({ brandName: '', headline: '🥐', supportingLine: '', callToAction: '' }),
    );
    expect(readPngSize(png).width).toBe(480);
  });

  it('names every wrong field', async () => {
    await expect(renderVisual(specification({ widthPixels: 10.5, heightPixels: 9 }))).rejects.toThrow(
      /widthPixels.*heightPixels/,
    );
  });
});

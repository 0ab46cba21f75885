import { describe, expect, it } from 'vitest';
import { contrastRatio, firstReadable, fromOklch, isDark, lighter, mix, readable, shade, toOklch } from './colour.ts';

describe('a colour', () => {
  it('goes to lightness, chroma and hue and back', () => {
    for (const hex of ['#336699', '#ff0000', '#0a0b0c', '#ffffff', '#808080'])
      expect(fromOklch(toOklch(hex))).toBe(hex);
    expect(toOklch('#ffffff')).toMatchObject({ lightness: expect.closeTo(1, 3), chroma: expect.closeTo(0, 3) });
    expect(toOklch('#808080').hue).toBe(0); // grey has none
    expect(toOklch('#ff0000')).toMatchObject({ lightness: expect.closeTo(0.628, 2), hue: expect.closeTo(29.2, 0) });
    expect(toOklch('no colour')).toEqual({ lightness: 0, chroma: 0, hue: 0 });
  });

  it('that no screen shows gives up chroma before lightness, and has limits', () => {
    const vivid = toOklch(fromOklch({ lightness: 0.6, chroma: 0.4, hue: 150 }));
    expect(vivid.lightness).toBeCloseTo(0.6, 1);
    expect(vivid.chroma).toBeLessThan(0.3);
    expect(fromOklch({ lightness: 1.5, chroma: 0, hue: 0 })).toBe('#ffffff');
    expect(fromOklch({ lightness: -1, chroma: 0, hue: 0 })).toBe('#000000');
    expect(fromOklch({ lightness: 0.5, chroma: -1, hue: 90 })).toBe(fromOklch({ lightness: 0.5, chroma: 0, hue: 90 }));
  });

  it('is dark or light by what the eye sees', () => {
    expect(['#000000', '#336699', '#0000ff'].map(isDark)).toEqual([true, true, true]);
    expect(['#ffffff', '#ffff00', '#88aacc'].map(isDark)).toEqual([false, false, false]);
    const grey = (lightness: number) => fromOklch({ lightness, chroma: 0, hue: 0 });
    expect([isDark(grey(0.54)), isDark(grey(0.56))]).toEqual([true, false]);
  });

  it('has shades of its hue, muted or stronger', () => {
    const shaded = toOklch(shade('#336699', 0.8, 0.5));
    expect(shaded.lightness).toBeCloseTo(0.8, 1);
    expect(shaded.chroma).toBeCloseTo(toOklch('#336699').chroma / 2, 2);
    expect(shaded.hue).toBeCloseTo(toOklch('#336699').hue, 0);
    expect(shade('#336699', toOklch('#336699').lightness)).toBe('#336699');
  });

  it('is made lighter or darker within what still has a hue', () => {
    const { lightness } = toOklch('#336699');
    expect(toOklch(lighter('#336699', 0.2)).lightness).toBeCloseTo(lightness + 0.2, 2);
    expect(toOklch(lighter('#336699', -0.2)).lightness).toBeCloseTo(lightness - 0.2, 2);
    expect(toOklch(lighter('#336699', 5)).lightness).toBeCloseTo(0.99, 2);
    expect(toOklch(lighter('#336699', -5)).lightness).toBeCloseTo(0.06, 2);
  });

  it('mixes with another by shares', () => {
    expect([mix('#000000', '#ffffff', 0), mix('#000000', '#ffffff', 1)]).toEqual(['#000000', '#ffffff']);
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});

describe('a readable colour', () => {
  it('is as it is where that is enough', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(readable('#336699', '#ffffff')).toBe('#336699');
  });

  it.each([
    ['#7799bb', '#ffffff'],
    ['#336699', '#223344'],
    ['#777777', '#777777'],
    ['#ffff00', '#ffffff'],
  ])('%s on %s moves away just as far as it must', (colour, against) => {
    const found = readable(colour, against);
    expect(contrastRatio(found, against)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(found, against)).toBeLessThan(5.6);
  });

  it('becomes black or white where nothing else will do', () => {
    expect(readable('#888888', '#ffffff', 21)).toBe('#000000');
    expect(readable('#888888', '#000000', 21)).toBe('#ffffff');
    expect(readable('#888888', '#777777', 22)).toBe('#000000');
    expect(readable('#888888', '#333333', 22)).toBe('#ffffff');
  });

  it('is the first of those that are, or the first made so', () => {
    expect(firstReadable(['#eeeeee', '#333333', '#000000'], '#ffffff')).toBe('#333333');
    expect(firstReadable(['#eeeeee'], '#ffffff')).toBe(readable('#eeeeee', '#ffffff'));
    expect(firstReadable([], '#000000')).toBe('#ffffff');
  });
});

/** Colours of words and button for a deep or a light ground; always readable. */
import type { CopyColours } from '../copy-block.ts';
import { firstReadable, mix, readable, shade } from '../drawing/colour.ts';
import type { Palette } from '../palette.ts';

export function wordsOnDark(palette: Palette, ground: string): CopyColours {
  const light = readable(shade(palette.background, 0.97), ground);
  const button = readable(palette.accent, ground, 3);
  return {
    headlineColour: light,
    supportingColour: readable(mix(light, ground, 0.12), ground),
    brandColour: light,
    buttonColour: button,
    buttonInk: firstReadable([shade(palette.primary, 0.22, 0.8), '#ffffff'], button),
  };
}

export function wordsOnLight(palette: Palette, ground: string): CopyColours {
  const ink = readable(shade(palette.primary, 0.26, 0.7), ground);
  const button = readable(palette.primary, ground, 3);
  return {
    headlineColour: ink,
    supportingColour: readable(mix(ink, ground, 0.18), ground),
    brandColour: ink,
    buttonColour: button,
    buttonInk: firstReadable(['#ffffff', ink], button),
  };
}

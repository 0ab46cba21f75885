/** Colours of words and button on a ground; always readable. */

import type { Palette } from '../../../shared/domain/media/brand-palette.ts';
import { firstReadable, isDark, mix, readable, shade } from '../../../shared/domain/media/colour.ts';

export interface Inks {
  headline: string;
  supporting: string;
  button: string;
  onButton: string;
}

export function inksOn(ground: string, palette: Palette): Inks {
  const dark = isDark(ground);
  const headline = readable(dark ? shade(palette.background, 0.97) : shade(palette.primary, 0.26, 0.7), ground, 7);
  const button = readable(dark ? palette.accent : palette.primary, ground, 3);
  return {
    headline,
    supporting: readable(mix(headline, ground, 0.15), ground, 5.5),
    button,
    onButton: firstReadable(dark ? [shade(palette.primary, 0.22, 0.8), '#ffffff'] : ['#ffffff', headline], button),
  };
}

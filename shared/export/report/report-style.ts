// The look of the report: its fonts, light and dark, phone and A4, in the colours of the brand's pictures and films.
import type { Palette } from '../../domain/media/brand-palette.ts';
import { readable, shade } from '../../domain/media/colour.ts';
import { outputsStyle } from '../../outputs/outputs-style.ts';
import { Markup } from './markup.ts';
import { pageStyle } from './page-style.ts';
import { printStyle } from './print-style.ts';
import { fontFaces, type ReportFont } from './report-fonts.ts';

/** `accent` can be read on `tint`, and `tint` is the ground of the page that is nearest to it. */
interface ReportColours {
  accent: string;
  tint: string;
}

/** What the report takes of a palette, for paper and for the night. */
export function reportColours({ primary }: Palette): { light: ReportColours; dark: ReportColours } {
  const [paper, night] = [shade(primary, 0.965, 0.12), shade(primary, 0.25, 0.15)];
  return {
    light: { accent: readable(primary, paper, 5), tint: paper },
    dark: { accent: readable(shade(primary, 0.8), night, 5), tint: night },
  };
}

/** The style sheet as markup: it holds constants and checked colours only, nothing that a model or a person wrote. */
export const styleSheet = (palette: Palette, fonts: readonly ReportFont[]): Markup => {
  const { light, dark } = reportColours(palette);
  const root = ({ accent, tint }: ReportColours) => `:root{--accent:${accent};--tint:${tint}}`;
  const colours = `${root(light)}@media (prefers-color-scheme:dark){${root(dark)}}@media print{${root(light)}}`;
  return new Markup(
    `${fontFaces(fonts)}@layer base,features,paper;@layer base{${pageStyle}}${outputsStyle}${colours}${printStyle}`,
  );
};

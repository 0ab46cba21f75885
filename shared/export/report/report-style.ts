// The look of the report: its fonts, light and dark, phone and A4. The accent comes from the brand's name.

import { Markup } from './markup.ts';
import { networkStyle } from './network-style.ts';
import { pageStyle } from './page-style.ts';
import { printStyle } from './print-style.ts';
import { fontFaces, type ReportFont } from './report-fonts.ts';

/** Hues with enough contrast on paper and at night: light accent, dark accent, and the tint behind. */
const accents = [
  ['#9a3412', '#fdba74', '#fff4ec'],
  ['#1d4e89', '#93c5fd', '#eef5fd'],
  ['#6b21a8', '#d8b4fe', '#f8f0ff'],
  ['#115e59', '#5eead4', '#ecfbf8'],
  ['#9f1239', '#fda4af', '#fff0f3'],
  ['#3f5a14', '#bef264', '#f5fae8'],
] as const;

/** The style sheet as markup: it holds constants only, nothing that a model or a person wrote. */
export const styleSheet = (brand: string, fonts: readonly ReportFont[]): Markup => {
  const [light, dark, tint] = accentOf(brand);
  const colours = `:root{--accent:${light};--tint:${tint}}@media (prefers-color-scheme:dark){:root{--accent:${dark};--tint:#211d1b}}`;
  return new Markup(`${fontFaces(fonts)}${pageStyle}${networkStyle}${colours}${printStyle}`);
};

const accentOf = (brand: string): (typeof accents)[number] => {
  const sum = [...brand].reduce((value, letter) => (value * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return accents[sum % accents.length] ?? accents[0];
};

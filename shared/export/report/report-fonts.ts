// Fonts travel inside the report, so that it looks the same without a network and on every machine.

/** A variable font in WOFF2, with the range of its weights. */
export interface ReportFont {
  readonly family: 'Inter Variable' | 'Source Serif 4 Variable';
  readonly weights: readonly [lightest: number, boldest: number];
  readonly bytes: Uint8Array;
}

/** The rules by which a page knows the fonts. Letters they lack, of other scripts, come from the reader's own fonts. */
export const fontFaces = (fonts: readonly ReportFont[]): string =>
  fonts
    .map(
      ({ family, weights, bytes }) =>
        `@font-face{font-family:"${family}";font-weight:${weights.join(' ')};font-display:swap;src:url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2")}`,
    )
    .join('\n');

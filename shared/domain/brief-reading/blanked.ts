/** The same text with blanks for what was taken out of it: positions stay. */
export const blanked = (text: string, spans: readonly { readonly index: number; readonly text: string }[]): string =>
  spans.reduce(
    (rest, { index, text: { length } }) => rest.slice(0, index) + ' '.repeat(length) + rest.slice(index + length),
    text,
  );

// Small pieces of Markdown and how figures are written in them.

/** A section with a heading. */
export const section = (title: string, parts: readonly string[]): string => [`## ${title}`, ...parts].join('\n\n');

/** A table whose first column holds names and the others figures. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map((_head, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** A whole number, such as 10,000. */
export const count = (value: number): string => Math.round(value).toLocaleString('en-US');

/** A quantity: whole from 10 on, else two figures. */
export const amount = (value: number): string =>
  value >= 10 ? count(value) : value.toLocaleString('en-US', { maximumSignificantDigits: 2 });

/** Dollars: to the cent from 1 on, else two figures. */
export const dollars = (value: number): string => {
  const precision =
    value >= 1
      ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
      : { maximumSignificantDigits: 2, maximumFractionDigits: 8 };
  return `$${value.toLocaleString('en-US', precision)}`;
};

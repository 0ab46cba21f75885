// Tables as CSV that opens in a spreadsheet and executes nothing there.
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | boolean;

/**
 * Writes rows under a header, with CRLF line ends and a byte-order mark so that Excel reads accents.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([header, ...rows.map((row) => row.map(cellText))], { bom: true, record_delimiter: 'windows' });

const cellText = (cell: Cell): string => (typeof cell === 'string' ? withoutFormula(cell) : String(cell));

/** Spreadsheets look past leading spaces, and take full-width forms of the signs as the signs. */
const withoutFormula = (text: string): string => (/^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/.test(text) ? `'${text}` : text);

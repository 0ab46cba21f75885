// Tables as CSV (RFC 4180): every cell is quoted, so that no line end, comma or quotation mark of a text can end its cell.
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | boolean;

/** For programs: the texts as they are. For spreadsheets: what opens there with accents and executes nothing. */
export type CsvDialect = 'program' | 'spreadsheet' | 'french-spreadsheet';

/** Writes rows, below a header if there is one, with CRLF line ends. */
export const csv = (
  dialect: CsvDialect,
  header: readonly string[] | undefined,
  rows: readonly (readonly Cell[])[],
): string => {
  const isForPrograms = dialect === 'program';
  const cells = rows.map((row) => row.map((cell) => (isForPrograms ? String(cell) : spreadsheetCell(cell))));
  return stringify([...(header ? [header] : []), ...cells], {
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    // Excel where commas separate decimals takes semicolons between cells, and needs the mark to read UTF-8.
    delimiter: dialect === 'french-spreadsheet' ? ';' : ',',
    bom: !isForPrograms,
  });
};

const spreadsheetCell = (cell: Cell): string => (typeof cell === 'string' ? withoutFormula(cell) : String(cell));

/** Spreadsheets look past leading spaces, and take full-width forms of the signs as the signs: an apostrophe makes it a text. */
const withoutFormula = (text: string): string => (/^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/.test(text) ? `'${text}` : text);

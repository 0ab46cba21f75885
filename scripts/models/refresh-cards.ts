// What a catalogue changes about the cards of its provider: a price that differs is a new row from that day on, one that agrees has been read
// again. Pure. What a catalogue does not list is told and left: a person decides.
import { type CardFile, type ModelRow, type PriceInUsd, priceRowOn } from '../../shared/models/registry-data.ts';
import { type Catalogue, type CatalogueEntry, catalogueName } from './catalogues.ts';

export interface Refreshed {
  readonly file: CardFile;
  /** A sentence for each thing that a person should look at. */
  readonly changes: readonly string[];
}

export function refreshCards(file: CardFile, { source, entries }: Catalogue, today: string): Refreshed {
  const changes: string[] = [];
  const models = file.models.map((row) => {
    const entry = entries.get(catalogueName(file.provider, row.id));
    if (!entry) {
      changes.push(
        `${row.id} is not in the catalogue: look for its successor, and say since when it is gone (retiresOn).`,
      );
      return row;
    }
    return withLimits(withPrice(row, entry.usd, source, today, changes), entry, changes);
  });
  return { file: { ...file, models }, changes };
}

function withPrice(
  row: ModelRow,
  usd: PriceInUsd | undefined,
  source: string,
  today: string,
  changes: string[],
): ModelRow {
  if (!usd) return row;
  const known = priceRowOn(row, today);
  const read = { source, readOn: today, isSecondHand: false };
  if (known && isSame(known.usd, usd))
    return { ...row, prices: row.prices.map((price) => (price === known ? { ...price, ...read } : price)) };
  changes.push(
    `${row.id} costs ${JSON.stringify(usd)} now${known ? `, and ${JSON.stringify(known.usd)} before` : ''}.`,
  );
  const others = row.prices.filter(({ since }) => since !== today);
  const prices = [...others, { since: today, ...read, usd }].sort((one, other) => (one.since < other.since ? -1 : 1));
  return { ...row, prices };
}

/** A price that the catalogue does not name, such as that of a picture, is none that it denies. */
const isSame = (known: PriceInUsd, told: PriceInUsd): boolean =>
  (Object.entries(told) as [keyof PriceInUsd, number][]).every(([name, price]) => known[name] === price);

function withLimits(
  row: ModelRow,
  { contextTokens, maximumOutputTokens, retiresOn }: CatalogueEntry,
  changes: string[],
) {
  const told = {
    ...(contextTokens && row.contextTokens ? { contextTokens } : {}),
    ...(maximumOutputTokens && row.maximumOutputTokens ? { maximumOutputTokens } : {}),
    ...(retiresOn ? { retiresOn } : {}),
  };
  for (const [name, value] of Object.entries(told))
    if (row[name as keyof typeof told] !== value)
      changes.push(`${row.id}: ${name} is ${value} now, and ${row[name as keyof typeof told] ?? 'unknown'} before.`);
  return { ...row, ...told };
}

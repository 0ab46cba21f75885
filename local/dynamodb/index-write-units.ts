import { createIndexKey, type Item, itemSize, type Table, type TableIndex } from './dynalite-engine.ts';

/**
 * The write units DynamoDB counts for a table's secondary indexes when an item changes, by index name: one per KiB for
 * an entry that appears, changes or disappears, both for an entry that moves, none for one that stays as it is.
 */
export const indexWriteUnits = (
  table: Table,
  before: Item | undefined,
  after: Item | undefined,
): ReadonlyMap<string, number> => {
  const units = new Map<string, number>();
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  for (const index of indexes) {
    const needed = entryUnits(table, index, entryOf(table, index, before), entryOf(table, index, after));
    if (needed > 0) units.set(index.IndexName, needed);
  }
  return units;
};

const entryUnits = (table: Table, index: TableIndex, before: Item | undefined, after: Item | undefined): number => {
  if (!before || !after) return unitsOf(before) + unitsOf(after);
  const moved = createIndexKey(before, table, index.KeySchema) !== createIndexKey(after, table, index.KeySchema);
  if (moved) return unitsOf(before) + unitsOf(after);
  return sameItem(before, after) ? 0 : Math.max(unitsOf(before), unitsOf(after));
};

/** What the index holds of an item; undefined when the item lacks one of its keys. */
const entryOf = (table: Table, { KeySchema, Projection }: TableIndex, item: Item | undefined): Item | undefined => {
  const keys = KeySchema.map(({ AttributeName }) => AttributeName);
  if (!item || keys.some((key) => item[key] === undefined)) return undefined;
  if (Projection.ProjectionType === 'ALL') return item;
  const tableKeys = table.KeySchema.map(({ AttributeName }) => AttributeName);
  const projected = new Set([...keys, ...tableKeys, ...(Projection.NonKeyAttributes ?? [])]);
  return Object.fromEntries(Object.entries(item).filter(([attribute]) => projected.has(attribute)));
};

const unitsOf = (entry: Item | undefined): number => (entry ? Math.max(1, Math.ceil(itemSize(entry) / 1024)) : 0);

const sameItem = (one: Item, other: Item): boolean => {
  const attributes = Object.keys(one);
  if (attributes.length !== Object.keys(other).length) return false;
  return attributes.every((attribute) => JSON.stringify(one[attribute]) === JSON.stringify(other[attribute]));
};

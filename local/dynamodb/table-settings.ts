import * as z from 'zod';
import { type Database, rangeOf, type Table, tableKey } from './dynalite-engine.ts';

const settingsSchema = z.object({
  timeToLive: z.object({ attributeName: z.string(), enabled: z.boolean() }).optional(),
});

/** What dynalite cannot remember about a table. */
export type TableSettings = z.output<typeof settingsSchema>;

const settingsKey = (table: string) => `settings~${table}`;

/** The settings of all tables, kept beside them in the same database. */
export class AllTableSettings {
  readonly #database: Database;
  readonly #settings = new Map<string, TableSettings>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Throws a ZodError or a database error when what was kept cannot be read. */
  async load(): Promise<void> {
    for await (const [key, value] of this.#database.iterator(rangeOf('settings~'))) {
      this.#settings.set(key.slice('settings~'.length), settingsSchema.parse(value));
    }
  }

  get(table: string): TableSettings {
    return this.#settings.get(table) ?? {};
  }

  tablesWithTimeToLive(): { table: string; attributeName: string }[] {
    return [...this.#settings].flatMap(([table, { timeToLive }]) =>
      timeToLive?.enabled ? [{ table, attributeName: timeToLive.attributeName }] : [],
    );
  }

  async change(table: string, change: TableSettings): Promise<void> {
    const settings = { ...this.get(table), ...change };
    await this.#database.put(settingsKey(table), settings);
    this.#settings.set(table, settings);
  }

  async forget(table: string): Promise<void> {
    if (this.#settings.delete(table)) await this.#database.del(settingsKey(table));
  }
}

/**
 * Reads every table's definition, so that a damaged one is found at the start (dynalite would delete it as missing), and
 * finishes the creation of a table that a crash interrupted. Gives the tables whose deletion was interrupted.
 */
export const settleTables = async (database: Database): Promise<string[]> => {
  const interruptedDeletions: string[] = [];
  for await (const [key, value] of database.iterator(rangeOf(tableKey('')))) {
    if (!isTable(value)) throw new Error(`The definition kept under ${key} is not a table's`);
    if (value.TableStatus === 'DELETING') interruptedDeletions.push(value.TableName);
    if (value.TableStatus !== 'ACTIVE') await database.put(key, activated(value));
  }
  return interruptedDeletions;
};

const tableSchema = z.looseObject({ TableName: z.string(), TableStatus: z.string(), KeySchema: z.array(z.unknown()) });
const isTable = (value: unknown): value is Table => tableSchema.safeParse(value).success;

const activated = (table: Table): Table => ({
  ...table,
  TableStatus: 'ACTIVE',
  ...(table.GlobalSecondaryIndexes
    ? { GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map((index) => ({ ...index, IndexStatus: 'ACTIVE' })) }
    : {}),
});

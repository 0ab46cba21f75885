// Reads of single items that are asked for in the same moment go to the table as one request: a step that begins with its campaign and all
// of its inputs asks once. Costs the same units.
import type { Key } from './keys.ts';

type Item = Record<string, unknown>;

export interface Reads {
  /** One item, or undefined. */
  readonly one: (key: Key, consistent: boolean) => Promise<Item | undefined>;
  /** Those of the items that are there, and the keys that the table had no capacity for. Each key is named once. */
  readonly many: (
    keys: readonly Key[],
    consistent: boolean,
  ) => Promise<{ readonly items: readonly Item[]; readonly unprocessed: readonly Key[] }>;
}

/** The most that BatchGetItem takes. */
const mostKeys = 100;

interface Asked {
  readonly key: Key;
  readonly answer: PromiseWithResolvers<Item | undefined>;
}

/** Reads one item. What is asked for before the caller waits for any of it is gathered; each failure is told to all whose request it was. */
export function gatherReads(reads: Reads): Reads['one'] {
  const waiting = { strong: new Map<string, Asked>(), eventual: new Map<string, Asked>() };

  function send(kind: keyof typeof waiting): void {
    const asked = [...waiting[kind].values()];
    waiting[kind].clear();
    for (let from = 0; from < asked.length; from += mostKeys)
      void readAll(asked.slice(from, from + mostKeys), kind === 'strong');
  }

  async function readAll(asked: readonly Asked[], consistent: boolean): Promise<void> {
    try {
      const items = await itemsOf(reads, asked.map(({ key }) => key), consistent); // biome-ignore format: one call
      for (const { key, answer } of asked) answer.resolve(items.get(nameOf(key)));
    } catch (error) {
      for (const { answer } of asked) answer.reject(error);
    }
  }

  return (key, consistent) => {
    const kind = consistent ? 'strong' : 'eventual';
    const before = waiting[kind].get(nameOf(key));
    if (before) return before.answer.promise;
    if (waiting[kind].size === 0) queueMicrotask(() => send(kind));
    const answer = Promise.withResolvers<Item | undefined>();
    waiting[kind].set(nameOf(key), { key, answer });
    return answer.promise;
  };
}

/** By name. What a batch leaves is read one by one: those requests are tried again as the client tries any. */
async function itemsOf(
  { one, many }: Reads,
  keys: readonly Key[],
  consistent: boolean,
): Promise<ReadonlyMap<string, Item | undefined>> {
  const [only] = keys;
  if (only && keys.length === 1) return new Map([[nameOf(only), await one(only, consistent)]]);
  const { items, unprocessed } = await many(keys, consistent);
  const left = await Promise.all(unprocessed.map(async (key) => [nameOf(key), await one(key, consistent)] as const));
  return new Map([...items.map((item) => [nameOf(item), item] as const), ...left]);
}

const nameOf = ({ pk, sk }: Partial<Key> | Item): string => `${String(pk)} ${String(sk)}`;

// What agents made, one item per attempt. A person's edited version is an item of its own beside the agent's: the difference is
// provenance. Which one counts is written on the phase, in the same write as the approval.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { Bucket } from './bucket.ts';
import type { Item } from './expressions.ts';
import { type Key, keys } from './keys.ts';
import { objectNames } from './object-names.ts';
import { packedJsonSchema, packJson, unpackJson } from './packed-json.ts';
import type { Table } from './table.ts';

/** Up to here an output lies in the table, where it is cheaper and faster; above, in the bucket (an item holds 400 KB at most). */
const largestInlineBytes = 64 * 1024;

const valueSchema = z.record(z.string(), z.unknown());
const outputItemSchema = z.union([...packedJsonSchema.options, z.object({ objectName: z.string() })]);
const parse = (json: string): OutputValue => valueSchema.parse(JSON.parse(json));

/** A small output as it is stored, for writes that must go together. Throws for one that belongs into the bucket. */
export function outputItem(reference: PhaseReference, attempt: number, value: OutputValue): Item & Key {
  const json = JSON.stringify(value);
  if (Buffer.byteLength(json) > largestInlineBytes)
    throw new Error(`The output of ${reference.phaseId} is too large to be written together with others`);
  return { ...keys.output(reference, attempt), ...packJson(json) };
}

export type OutputValue = Record<string, unknown>;
export type Outputs = ReturnType<typeof createOutputs>;

export function createOutputs(table: Table, bucket: Bucket) {
  /** What the table keeps of an output: itself, or the name of its object, which is stored here. */
  async function kept(reference: PhaseReference, attempt: number, value: OutputValue, version?: string) {
    const json = JSON.stringify(value);
    if (Buffer.byteLength(json) <= largestInlineBytes) return packJson(json);
    const objectName = objectNames.output(reference, attempt, version);
    await bucket.put({ name: objectName, bytes: Buffer.from(json), mediaType: 'application/json' });
    return { objectName };
  }

  async function store(reference: PhaseReference, attempt: number, value: OutputValue, version?: string) {
    const item = await kept(reference, attempt, value, version);
    await table.put(keys.output(reference, attempt, version), item);
    return !('objectName' in item);
  }

  return {
    /** Stores what an attempt made. Answers whether it lies in the table: then events show it. */
    put: (reference: PhaseReference, attempt: number, value: OutputValue): Promise<boolean> =>
      store(reference, attempt, value),

    /** The same output as an item, for writes that are sent together: it counts once that is written. */
    prepare: async (reference: PhaseReference, attempt: number, value: OutputValue): Promise<Item & Key> => ({
      ...keys.output(reference, attempt),
      ...(await kept(reference, attempt, value)),
    }),

    /** Deletes what an attempt made, wherever it lies. Safe to repeat. */
    async delete(reference: PhaseReference, attempt: number): Promise<void> {
      await bucket.delete(objectNames.output(reference, attempt));
      await table.delete(keys.output(reference, attempt));
    },

    /** Stores a person's version and answers with its name, derived from its content. */
    async putEdited(reference: PhaseReference, attempt: number, value: OutputValue): Promise<string> {
      const version = createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
      await store(reference, attempt, value, version);
      return version;
    },

    /** Access pattern 6: what an attempt made, or a person's version of it. */
    async get(reference: PhaseReference, attempt: number, version?: string): Promise<OutputValue | undefined> {
      const item = await table.get(keys.output(reference, attempt, version), outputItemSchema);
      if (!item) return undefined;
      if (!('objectName' in item)) return parse(unpackJson(item));
      const bytes = await bucket.get(item.objectName);
      if (!bytes) throw new Error(`Output ${item.objectName} is missing from the bucket`);
      return parse(Buffer.from(bytes).toString('utf8'));
    },
  };
}

export type InlineOutputs = ReturnType<typeof createInlineOutputs>;

/** The outputs that lie in the table, for functions that announce them and have no bucket. */
export const createInlineOutputs = (table: Table) => ({
  /** What an attempt made; undefined when it is large and lies in the bucket. */
  async get(reference: PhaseReference, attempt: number): Promise<OutputValue | undefined> {
    const item = await table.get(keys.output(reference, attempt), outputItemSchema);
    return item && !('objectName' in item) ? parse(unpackJson(item)) : undefined;
  },
});

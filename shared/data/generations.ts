// What was generated outside of a campaign, and the pointers by which the cache finds it again. Expiry is checked when read: the
// table forgets late.
import * as z from 'zod';
import { type Generation, generatedMediaSchema, generationSchema } from '../contracts/generation.ts';
import { generationIdSchema, isoDateTimeSchema, microUsdSchema } from '../contracts/identifiers.ts';
import { generationDays } from '../contracts/limits.ts';
import { whenUsed } from '../contracts/when-used.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';
import { addition, type Usage } from './usage.ts';

/** A long job of a provider: what must be known to ask after it. The prompt is not kept. */
const jobSchema = z.object({
  jobId: z.string(),
  askAgainAt: isoDateTimeSchema,
  /** The request of the cache, when its answer may be kept there. */
  cacheRequest: z.string(),
  style: z.enum(['narrative', 'dynamic']),
  durationSeconds: z.number(),
});
export type GenerationJob = z.infer<typeof jobSchema>;

const recordSchema = whenUsed(() =>
  z.object({
    ...generationSchema.unwrap().shape,
    /** JSON text of a text model's answer: DynamoDB's numbers are narrower than JSON's. */
    outputJson: z.string().optional(),
    /** Whether a schema was given, so that the answer is a value rather than a text. */
    hasSchema: z.boolean(),
    media: generatedMediaSchema.optional(),
    /** The generation whose bytes these are; another than its own when the cache answered. */
    mediaOf: generationIdSchema.optional(),
    job: jobSchema.optional(),
    /** What it may cost at most; absent where the cache answered. */
    reservedMicroUsd: microUsdSchema.optional(),
    expiresAt: z.int(),
  }),
);
export type GenerationRecord = z.infer<typeof recordSchema>;

const entrySchema = z.object({ generationId: generationIdSchema, expiresAt: z.int() });

export type Generations = ReturnType<typeof createGenerations>;

export function createGenerations(table: Table, clock: () => Date) {
  const nowSeconds = () => Math.floor(clock().getTime() / 1000);
  const live = <Row extends { expiresAt: number }>(row: Row | undefined): Row | undefined =>
    row && row.expiresAt > nowSeconds() ? row : undefined;

  const generations = {
    /** Access pattern 24. */
    get: async (workspaceId: string, generationId: string): Promise<GenerationRecord | undefined> =>
      live(await table.get(keys.generation(workspaceId, generationId), recordSchema)),

    put: (workspaceId: string, record: GenerationRecord) =>
      table.put(keys.generation(workspaceId, record.id), { ...record }),

    /** Ends a generation and adds what was used, in one write; answers false when it has ended before. */
    end: (
      workspaceId: string,
      record: GenerationRecord,
      { userId, usage }: { readonly userId: string; readonly usage: Usage },
    ): Promise<boolean> => {
      const { key, change } = addition(userId, usage);
      return table.together([
        {
          put: { ...record, ...keys.generation(workspaceId, record.id) },
          condition: {
            expression: 'attribute_not_exists(pk) OR #status = :pending',
            names: { '#status': 'status' },
            values: { ':pending': 'PENDING' satisfies Generation['status'] },
          },
        },
        { update: key, change },
      ]);
    },

    /** Notes when a long job may be asked after again. Does nothing once it has ended. */
    async postpone(workspaceId: string, { id }: Pick<Generation, 'id'>, askAgainAt: string): Promise<void> {
      await table.update(
        keys.generation(workspaceId, id),
        { expression: 'SET job.askAgainAt = :at', condition: 'attribute_exists(job)', values: { ':at': askAgainAt } },
        recordSchema,
      );
    },

    /** Access pattern 23: what the same request was answered with lately, in this workspace. */
    async cached(workspaceId: string, request: string): Promise<GenerationRecord | undefined> {
      const entry = live(await table.get(keys.cacheEntry(workspaceId, request), entrySchema));
      const found = entry && (await generations.get(workspaceId, entry.generationId));
      return found?.status === 'DONE' ? found : undefined;
    },

    /** Lets the same request be answered with a generation for some time. The newest wins. */
    async remember(workspaceId: string, request: string, generationId: string, seconds: number): Promise<void> {
      await table.put(keys.cacheEntry(workspaceId, request), { generationId, expiresAt: nowSeconds() + seconds });
    },
  };
  return generations;
}

/** When a generation made at an instant is forgotten, in epoch seconds. */
export const generationExpiry = (createdAt: Date): number =>
  Math.floor(createdAt.getTime() / 1000) + generationDays * 24 * 60 * 60;

// One call to a model and what it cost: the unit of provenance and of every cost figure.
import * as z from 'zod';
import { agentIdSchema } from './agents.ts';
import { campaignIdSchema, isoDateTimeSchema, microUsdSchema, phaseIdSchema } from './identifiers.ts';
import { choiceReasonSchema } from './reasons.ts';
import { whenUsed } from './when-used.ts';

export const modelCallSchema = whenUsed(() =>
  z.strictObject({
    id: z.string().max(80).describe('phase, attempt and number of the call, such as visuals.1.2'),
    phaseId: phaseIdSchema,
    agent: agentIdSchema,
    attempt: z.int().min(1),
    kind: z.enum(['text', 'image', 'video']),
    provider: z.string().max(60).describe('offline-studio for work done without any AI provider'),
    model: z.string().max(120),
    status: z
      .enum(['RESERVED', 'SETTLED', 'FAILED', 'LOST', 'CACHED'])
      .describe(
        'CACHED: no call was made, another had answered the same. LOST: a crash hid the result, so the whole reservation counts as spent',
      ),
    inputTokens: z.int().min(0),
    outputTokens: z.int().min(0),
    costMicroUsd: microUsdSchema,
    reservedMicroUsd: microUsdSchema,
    savedMicroUsd: microUsdSchema.optional().describe('What an answer from the cache would have cost'),
    cachedInputTokens: z
      .int()
      .min(0)
      .optional()
      .describe('Part of the input that the provider read from its own cache'),
    cacheWriteTokens: z.int().min(0).optional().describe('Part of the input that the provider wrote to its own cache'),
    reasoningTokens: z.int().min(0).optional().describe('Part of the output that nobody sees'),
    costSource: z
      .enum(['provider', 'price', 'estimated', 'reserved', 'cache'])
      .optional()
      .describe('Who says what it cost: the provider, its price list, an estimate, the reservation, or our cache'),
    adjustedMicroUsd: z
      .int()
      .optional()
      .describe('Of a LOST call: by how much its cost was corrected when the provider told it, mostly below 0'),
    servedModel: z.string().max(120).optional().describe('The model that answered, as its provider calls it'),
    requestId: z.string().max(120).optional().describe('The provider’s own name for the call'),
    promptVersion: z.string().max(40).optional().describe('Version of the agent’s prompt'),
    cachedFrom: z.string().max(120).optional().describe('The call whose answer was taken from the cache'),
    chosenBecause: choiceReasonSchema.optional(),
    answered: z
      .enum(['as-is', 'fixed', 'repaired', 'invalid'])
      .optional()
      .describe(
        'Whether a text fitted its schema as it came, after fixes by code, as the repair of an answer before it, or not at all',
      ),
    fixes: z
      .array(z.string().max(60))
      .max(20)
      .optional()
      .describe('What was put right in the answer without asking again, by rule'),
    promptSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Fingerprint of the prompt; the prompt itself is not kept'),
    startedAt: isoDateTimeSchema,
    latencyMilliseconds: z.int().min(0),
    warnings: z.array(z.string().max(300)).max(10),
  }),
);
export type ModelCall = z.infer<typeof modelCallSchema>;

/** How much was used; money in micro-dollars. A hit of the cache is no call. */
export const usageCountersSchema = z.strictObject({
  calls: z.int().min(0),
  cacheHits: z.int().min(0),
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  costMicroUsd: microUsdSchema,
  savedMicroUsd: microUsdSchema.describe('What the hits of the cache would have cost'),
});
export type UsageCounters = z.infer<typeof usageCountersSchema>;

export const usageGroupings = ['day', 'provider', 'model', 'campaign', 'agent'] as const;
export type UsageGrouping = (typeof usageGroupings)[number];

export const usageReportSchema = whenUsed(() =>
  z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    groupBy: z.enum(usageGroupings),
    total: usageCountersSchema,
    groups: z
      .array(
        usageCountersSchema.extend({
          key: z.string(),
          name: z.string().optional().describe('Of the campaign, where it is still there'),
        }),
      )
      .describe('Days in order; all others by cost, then by calls, the largest first'),
  }),
);

/** A call with the campaign it was made for. */
export const listedCallSchema = whenUsed(() =>
  modelCallSchema.unwrap().extend({
    campaignId: campaignIdSchema,
    campaignName: z.string().optional().describe('Missing where the campaign was deleted meanwhile'),
  }),
);
export type ListedCall = z.infer<typeof listedCallSchema>;

export const quotaSchema = whenUsed(() =>
  z.strictObject({
    month: z.string().describe('Calendar month in UTC, such as 2026-11'),
    limit: z.int().min(0).describe('AI calls this person may make in the month: their share, or all of the workspace'),
    used: z.int().min(0).describe('By this person'),
    remaining: z.int().min(0).describe('The least of what is left of the share and of what the workspace has left'),
    resetsAt: isoDateTimeSchema.describe('The first instant of the next month'),
    money: z
      .strictObject({
        limitMicroUsd: microUsdSchema.describe(
          'What this person’s AI calls may cost in the month: their share, or all of the workspace',
        ),
        usedMicroUsd: microUsdSchema.describe('Spent by this person, plus the worst case of calls under way'),
        remainingMicroUsd: microUsdSchema.describe(
          'The least of what is left of the share and of what the workspace has left',
        ),
      })
      .describe('In micro-dollars; beside it each campaign has a cap of its own'),
  }),
);
export type QuotaState = z.infer<typeof quotaSchema>;

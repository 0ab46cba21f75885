// One call to a model and what it cost: the unit of provenance and of every cost figure.
import * as z from 'zod';
import { agentIdSchema } from './agents.ts';
import { isoDateTimeSchema, microUsdSchema, phaseIdSchema } from './identifiers.ts';

export const modelCallSchema = z.strictObject({
  id: z.string().max(80).describe('phase, attempt and number of the call, such as visuals.1.2'),
  phaseId: phaseIdSchema,
  agent: agentIdSchema,
  attempt: z.int().min(1),
  kind: z.enum(['text', 'image', 'video']),
  provider: z.string().max(60).describe('offline-studio for work done without any AI provider'),
  model: z.string().max(120),
  status: z
    .enum(['RESERVED', 'SETTLED', 'FAILED', 'LOST'])
    .describe('LOST: a crash hid the result, so the whole reservation counts as spent'),
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  costMicroUsd: microUsdSchema,
  reservedMicroUsd: microUsdSchema,
  savedMicroUsd: microUsdSchema.optional().describe('What an answer from the cache would have cost'),
  promptSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Fingerprint of the prompt; the prompt itself is not kept'),
  startedAt: isoDateTimeSchema,
  latencyMilliseconds: z.int().min(0),
  warnings: z.array(z.string().max(300)).max(10),
});
export type ModelCall = z.infer<typeof modelCallSchema>;

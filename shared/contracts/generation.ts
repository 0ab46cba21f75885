// One text, image or video that somebody asked for outside of a campaign: what it cost and where it came from, and how to get it.
import * as z from 'zod';
import { agentIdSchema } from './agents.ts';
import { generatedAssetSchema } from './asset.ts';
import { generationIdSchema, isoDateTimeSchema } from './identifiers.ts';
import { modelCallSchema } from './usage.ts';
import { whenUsed } from './when-used.ts';

export const generationSchema = whenUsed(() => {
  const {
    kind,
    provider,
    model,
    inputTokens,
    outputTokens,
    costMicroUsd,
    promptSha256,
    latencyMilliseconds,
    warnings,
    ...call
  } = modelCallSchema.unwrap().shape;
  /** What a provider told of the call, where it did. */
  const { cachedInputTokens, cacheWriteTokens, reasoningTokens, costSource, servedModel, requestId } = call;
  return z.strictObject({
    id: generationIdSchema,
    kind,
    status: z
      .enum(['PENDING', 'DONE', 'FAILED'])
      .describe('PENDING: a long job is still running; read the generation again. FAILED: the reason says why'),
    reason: z.string().max(1000).optional(),
    agent: agentIdSchema.optional().describe('For whom it was asked, as the client said'),
    provider,
    model,
    inputTokens,
    outputTokens,
    costMicroUsd: costMicroUsd.describe('Integer micro-dollars; 0 when the cache answered'),
    savedMicroUsd: costMicroUsd.describe('What the cache saved: the cost of the call it stands for'),
    cached: z.boolean().describe('Answered from the cache, without calling a model'),
    cachedInputTokens,
    cacheWriteTokens,
    reasoningTokens,
    costSource,
    servedModel,
    requestId,
    warnings,
    latencyMilliseconds,
    createdAt: isoDateTimeSchema,
    promptSha256,
    aiGenerated: generatedAssetSchema.unwrap().shape.aiGenerated,
  });
});
export type Generation = z.infer<typeof generationSchema>;

export const generatedMediaSchema = whenUsed(() => {
  const { mediaType, fileName, byteLength, sha256, widthPixels, heightPixels, durationSeconds } =
    generatedAssetSchema.unwrap().shape;
  return z.strictObject({
    mediaType,
    fileName,
    widthPixels,
    heightPixels,
    durationSeconds,
    byteLength,
    sha256,
  });
});
export type GeneratedMedia = z.infer<typeof generatedMediaSchema>;

export const generatedFileSchema = whenUsed(() =>
  generatedMediaSchema.unwrap().extend({
    url: z.url().describe('Works for a few minutes; reading the generation again gives another'),
    expiresAt: isoDateTimeSchema,
  }),
);

/** What was generated: a text, the value it holds where a schema was given, or a file. */
const generated = {
  text: z.string().optional(),
  output: z.unknown().optional().describe('The answer in the shape of the schema that was given'),
  file: generatedFileSchema.optional(),
  askAgainSeconds: z.int().min(1).optional().describe('While PENDING: reading it sooner tells nothing new'),
};
export const generationAnswerSchema = z.strictObject({ generation: generationSchema, ...generated });
export type GenerationAnswer = z.infer<typeof generationAnswerSchema>;

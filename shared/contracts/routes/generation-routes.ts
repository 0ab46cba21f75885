// Single texts, images and videos, as v2.0's web application asked for them, and reading them again.
import * as z from 'zod';
import { agentIdSchema } from '../agents.ts';
import { generationAnswerSchema } from '../generation.ts';
import { assetIdSchema, generationIdSchema } from '../identifiers.ts';
import { languageSchema } from '../language.ts';
import { lineText, promptText } from '../text.ts';
import type { Route } from './route.ts';

/** What every request may say beside its prompt. */
const terms = {
  language: languageSchema.default('fr'),
  agent: agentIdSchema.optional().describe('For whom it is: usage is counted under this name'),
  model: lineText(120).optional().describe('Model to use; without it the first of those configured'),
  maximumCostUsd: z
    .number()
    .min(0)
    .max(100)
    .default(1)
    .describe('The call is not made when it could cost more than this, in US dollars'),
  cache: z.boolean().default(true).describe('false: the answer is made anew, whatever was answered before'),
};

const shared = {
  method: 'POST',
  access: 'user',
  permission: 'generations:write',
  lambda: 'generation',
  needs: 'account',
  response: generationAnswerSchema,
  rateLimit: 'generation',
  idempotent: true,
  problems: ['validation-failed', 'quota-exceeded', 'cost-limit', 'model-refused', 'unavailable'],
} as const;

/** H.264 stores colour for pairs of pixels; 1280 × 720 for 8 seconds is what one function encodes in its time. */
const videoSide = (largest: number) => z.int().min(160).max(largest).multipleOf(2);

export const generationRoutes = {
  generateText: {
    ...shared,
    path: '/internal/llm',
    summary: 'Writes a text, or fills a schema',
    body: z.strictObject({
      prompt: promptText(20_000),
      system: promptText(8_000).optional(),
      schema: z
        .record(z.string(), z.unknown())
        .optional()
        .describe('JSON Schema of an object; see the guide for the keywords that may be used'),
      maximumOutputTokens: z.int().min(1).max(8_000).default(1_000),
      ...terms,
    }),
    status: 201,
  },
  generateImage: {
    ...shared,
    path: '/internal/image',
    summary: 'Makes an image',
    body: z.strictObject({
      prompt: promptText(4_000),
      style: z.enum(['artistic', 'realistic']).default('artistic'),
      widthPixels: z.int().min(240).max(2048).default(1200),
      heightPixels: z.int().min(240).max(2048).default(628),
      brandName: promptText(80).optional(),
      ...terms,
    }),
    status: 201,
  },
  generateVideo: {
    ...shared,
    path: '/internal/video',
    summary: 'Makes a short video, or begins to',
    body: z
      .strictObject({
        prompt: promptText(4_000),
        style: z.enum(['narrative', 'dynamic']).default('narrative'),
        imageGenerationId: generationIdSchema.optional().describe('Image that the video begins with'),
        assetId: assetIdSchema.optional().describe('The same, from a campaign. Without either, an image is made first'),
        widthPixels: videoSide(1280).default(640),
        heightPixels: videoSide(720).default(360),
        durationSeconds: z.int().min(2).max(8).default(6),
        brandName: promptText(80).optional(),
        ...terms,
      })
      .refine(({ imageGenerationId, assetId }) => !(imageGenerationId && assetId), {
        path: ['assetId'],
        message: 'cannot be given beside imageGenerationId: a video begins with one image',
      }),
    status: 202,
  },
  getGeneration: {
    method: 'GET',
    path: '/internal/generations/{generationId}',
    access: 'user',
    permission: 'generations:write',
    lambda: 'generation',
    summary: 'Reads what was generated again, with a fresh link; asks after a video that is still being made',
    params: z.strictObject({ generationId: generationIdSchema }),
    response: generationAnswerSchema,
    status: 200,
    problems: ['not-found', 'unavailable'],
  },
} as const satisfies Record<string, Route>;

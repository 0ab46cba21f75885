// A generated file: its metadata here, its bytes in the bucket.
import * as z from 'zod';
import { variantSchema } from './agent-outputs.ts';
import { assetIdSchema, campaignIdSchema, isoDateTimeSchema, phaseIdSchema } from './identifiers.ts';

export const assetKindSchema = z.enum(['image', 'video']);
export const assetStatusSchema = z.enum(['draft', 'approved', 'rejected', 'archived']);

export const assetSchema = z.strictObject({
  id: assetIdSchema,
  campaignId: campaignIdSchema,
  phaseId: phaseIdSchema,
  attempt: z.int().min(1),
  variant: variantSchema,
  kind: assetKindSchema,
  style: z.string().max(40),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp', 'video/mp4']),
  fileName: z.string().max(160),
  byteLength: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  widthPixels: z.int().min(1),
  heightPixels: z.int().min(1),
  durationSeconds: z.number().positive().optional(),
  status: assetStatusSchema,
  createdAt: isoDateTimeSchema,
  aiGenerated: z.literal(true).describe('Shown to the public as required by the EU AI Act, article 50'),
  provider: z.string().max(60),
  model: z.string().max(120),
});
export type Asset = z.infer<typeof assetSchema>;

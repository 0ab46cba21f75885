// A file: its metadata here, its bytes in the bucket. An agent made it, or the brand uploaded it.
import * as z from 'zod';
import {
  campaignIdSchema,
  generatedAssetIdSchema,
  isoDateTimeSchema,
  phaseIdSchema,
  uploadIdSchema,
} from './identifiers.ts';
import { mediaRatioSchema } from './media-formats.ts';
import { variantSchema } from './variant.ts';
import { whenUsed } from './when-used.ts';

export const assetKindSchema = z.enum(['image', 'video']);
export const assetOriginSchema = z.enum(['AGENT', 'UPLOAD']);
/** What a person can make of a file. */
export const decidedAssetStatusSchema = z.enum(['draft', 'approved', 'rejected', 'archived']);
export const assetStatusSchema = z.enum([
  'uploading', // its bytes have not arrived, or have not been checked
  ...decidedAssetStatusSchema.options,
]);
export type AssetStatus = z.infer<typeof assetStatusSchema>;
export const assetMediaTypeSchema = z.enum(['image/png', 'image/jpeg', 'image/webp', 'video/mp4']);
export type AssetMediaType = z.infer<typeof assetMediaTypeSchema>;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const common = {
  kind: assetKindSchema,
  mediaType: assetMediaTypeSchema,
  fileName: z.string().max(160),
  byteLength: z.int().min(1),
  durationSeconds: z.number().positive().optional(),
  createdAt: isoDateTimeSchema,
};

/** The same image or video in another shape or file type; of a video, an image is its poster. */
const assetFormatSchema = whenUsed(() =>
  z.strictObject({
    ratio: mediaRatioSchema,
    mediaType: assetMediaTypeSchema,
    fileName: common.fileName,
    byteLength: common.byteLength,
    sha256: sha256Schema,
    widthPixels: z.int().min(1),
    heightPixels: z.int().min(1),
  }),
);
export type AssetFormat = z.infer<typeof assetFormatSchema>;

export const generatedAssetSchema = whenUsed(() =>
  z.strictObject({
    // Files stored before uploads existed do not say it.
    origin: z.literal('AGENT').default('AGENT'),
    id: generatedAssetIdSchema,
    campaignId: campaignIdSchema,
    phaseId: phaseIdSchema,
    attempt: z.int().min(1),
    variant: variantSchema,
    style: z.string().max(40),
    ...common,
    sha256: sha256Schema,
    widthPixels: z.int().min(1),
    heightPixels: z.int().min(1),
    formats: z.array(assetFormatSchema).max(20).default([]).describe('Further files of the same work'),
    status: decidedAssetStatusSchema,
    aiGenerated: z.literal(true).describe('Shown to the public as required by the EU AI Act, article 50'),
    provider: z.string().max(60),
    model: z.string().max(120),
    seed: z
      .int()
      .min(0)
      .optional()
      .describe('The number that its randomness was begun with, where the model takes one'),
  }),
);
export type GeneratedAsset = z.infer<typeof generatedAssetSchema>;

export const uploadedAssetSchema = whenUsed(() =>
  z.strictObject({
    origin: z.literal('UPLOAD'),
    id: uploadIdSchema,
    campaignId: campaignIdSchema.optional().describe('Of the campaign it belongs to and is deleted with'),
    ...common,
    sha256: sha256Schema.optional().describe('Present once the bytes have been checked'),
    widthPixels: z.int().min(1).optional(),
    heightPixels: z.int().min(1).optional(),
    status: assetStatusSchema,
    aiGenerated: z.literal(false),
  }),
);
export type UploadedAsset = z.infer<typeof uploadedAssetSchema>;

export const assetSchema = z.union([generatedAssetSchema, uploadedAssetSchema]);
export type Asset = z.infer<typeof assetSchema>;

export const isGenerated = (asset: Asset): asset is GeneratedAsset => asset.origin === 'AGENT';

// Files: what agents made, and what the brand uploaded.
import * as z from 'zod';
import {
  assetKindSchema,
  assetMediaTypeSchema,
  assetOriginSchema,
  assetSchema,
  assetStatusSchema,
  decidedAssetStatusSchema,
  uploadedAssetSchema,
} from '../asset.ts';
import { assetIdSchema, campaignIdSchema, isoDateTimeSchema } from '../identifiers.ts';
import { largestUploadBytes } from '../limits.ts';
import { lineText } from '../text.ts';
import { variantSchema } from '../variant.ts';
import { nextCursor, pageQuery, type Route, successSchema } from './route.ts';

const assetParams = z.strictObject({ assetId: assetIdSchema });

const largestOf = (mediaType: z.infer<typeof assetMediaTypeSchema>): number =>
  mediaType === 'video/mp4' ? largestUploadBytes.video : largestUploadBytes.image;
const uploadRequestSchema = z
  .strictObject({
    fileName: lineText(255).describe('Made safe to save under; its path is dropped'),
    mediaType: assetMediaTypeSchema,
    byteLength: z.int().min(1).describe('Exact size: storage refuses any other'),
    campaignId: campaignIdSchema.optional().describe('Campaign the file belongs to and is deleted with'),
  })
  .superRefine(({ mediaType, byteLength }, context) => {
    const largest = largestOf(mediaType);
    if (byteLength > largest)
      context.addIssue({ code: 'custom', path: ['byteLength'], message: `may be ${largest} at most for ${mediaType}` });
  });

export const assetsRoutes = {
  listAssets: {
    method: 'GET',
    path: '/assets',
    access: 'both',
    permission: 'assets:read',
    lambda: 'assets',
    summary: 'Lists files: generated ones, then uploads; archived ones only when asked for by status',
    query: z.strictObject({
      ...pageQuery,
      campaignId: campaignIdSchema.optional(),
      kind: assetKindSchema.optional(),
      status: assetStatusSchema.optional(),
      origin: assetOriginSchema.optional(),
      variant: variantSchema.optional(),
    }),
    response: z.strictObject({ assets: z.array(assetSchema), nextCursor }),
    status: 200,
    problems: ['validation-failed'],
  },
  getAsset: {
    method: 'GET',
    path: '/assets/{assetId}',
    access: 'both',
    permission: 'assets:read',
    lambda: 'assets',
    summary: "Reads a file's description",
    params: assetParams,
    response: assetSchema,
    status: 200,
    problems: ['not-found'],
  },
  downloadAsset: {
    method: 'GET',
    path: '/assets/{assetId}/download',
    access: 'both',
    permission: 'assets:read',
    lambda: 'assets',
    summary: 'Answers with a link to the bytes that works for a few minutes',
    params: assetParams,
    query: z.strictObject({
      file: z.string().max(160).optional().describe('Name of one of its formats; without it the asset itself'),
    }),
    response: z.strictObject({
      url: z.url(),
      expiresAt: z.iso.datetime(),
      fileName: z.string(),
      mediaType: z.string(),
      posterUrl: z.url().optional().describe('A still image of a video, where it has one'),
    }),
    status: 200,
    problems: ['not-found', 'conflict'],
  },
  changeAsset: {
    method: 'PATCH',
    path: '/assets/{assetId}',
    access: 'both',
    permission: 'assets:write',
    lambda: 'assets',
    summary: 'Approves, rejects or archives a file, or makes it a draft again; to choose between A and B use choose',
    params: assetParams,
    body: z.strictObject({ status: decidedAssetStatusSchema }),
    response: assetSchema,
    status: 200,
    problems: ['not-found', 'conflict'],
  },
  deleteAsset: {
    method: 'DELETE',
    path: '/assets/{assetId}',
    access: 'both',
    permission: 'assets:write',
    lambda: 'assets',
    needs: 'session',
    summary: 'Deletes a file; a generated one only when its campaign has ended or has not begun',
    params: assetParams,
    response: successSchema,
    status: 200,
    problems: ['not-found', 'conflict'],
  },
  createUpload: {
    method: 'POST',
    path: '/assets/uploads',
    access: 'both',
    permission: 'assets:write',
    lambda: 'assets',
    needs: 'account',
    summary: 'Announces a file and answers with the link to send its bytes to',
    body: uploadRequestSchema,
    response: z.strictObject({
      asset: uploadedAssetSchema,
      upload: z.strictObject({
        url: z.url(),
        method: z.literal('PUT'),
        headers: z
          .record(z.string(), z.string())
          .describe('To send exactly so: they are signed. Browsers set content-length themselves'),
        expiresAt: isoDateTimeSchema,
      }),
    }),
    status: 201,
    idempotent: true,
    problems: ['not-found'],
  },
  completeUpload: {
    method: 'POST',
    path: '/assets/{assetId}/uploaded',
    access: 'both',
    permission: 'assets:write',
    lambda: 'assets',
    summary: 'Checks the bytes that were sent and makes the file a draft; safe to repeat',
    params: assetParams,
    response: assetSchema,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
} as const satisfies Record<string, Route>;

// Files: what agents made.
import * as z from 'zod';
import { assetKindSchema, assetSchema } from '../asset.ts';
import { assetIdSchema, campaignIdSchema } from '../identifiers.ts';
import { nextCursor, pageQuery, type Route } from './route.ts';

const assetParams = z.strictObject({ assetId: assetIdSchema });

export const assetsRoutes = {
  listAssets: {
    method: 'GET',
    path: '/assets',
    access: 'both',
    scope: 'assets:read',
    lambda: 'assets',
    summary: 'Lists generated files',
    query: z.strictObject({ ...pageQuery, campaignId: campaignIdSchema.optional(), kind: assetKindSchema.optional() }),
    response: z.strictObject({ assets: z.array(assetSchema), nextCursor }),
    status: 200,
    problems: ['validation-failed'],
  },
  getAsset: {
    method: 'GET',
    path: '/assets/{assetId}',
    access: 'both',
    scope: 'assets:read',
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
    scope: 'assets:read',
    lambda: 'assets',
    summary: 'Answers with a link to the bytes that works for a few minutes',
    params: assetParams,
    response: z.strictObject({
      url: z.url(),
      expiresAt: z.iso.datetime(),
      fileName: z.string(),
      mediaType: z.string(),
    }),
    status: 200,
    problems: ['not-found'],
  },
} as const satisfies Record<string, Route>;

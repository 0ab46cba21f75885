// What leaves as one file.
import * as z from 'zod';
import { campaignIdSchema } from '../identifiers.ts';
import { websiteSchema } from '../website.ts';
import type { Route } from './route.ts';

export const exportsRoutes = {
  exportCampaign: {
    method: 'POST',
    path: '/campaigns/{campaignId}/export',
    access: 'both',
    permission: 'assets:read',
    lambda: 'exports',
    summary: 'Packs what a campaign has finished into one ZIP and answers with a link that works for a few minutes',
    params: z.strictObject({ campaignId: campaignIdSchema }),
    body: z
      .strictObject({
        mediaBaseUrl: websiteSchema
          .optional()
          .describe('Where you publish the folder assets/: the tables for publishing tools then link to its files'),
      })
      .default({}),
    response: z.strictObject({
      url: z.url(),
      expiresAt: z.iso.datetime(),
      fileName: z.string(),
      byteLength: z.int().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    status: 200,
    problems: ['not-found', 'conflict'],
  },
} as const satisfies Record<string, Route>;

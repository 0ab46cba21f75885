// A valid request for every route that names something of a user: tests walk the route table with them.
import type { OperationId, RouteRequest } from '../../shared/contracts/routes.ts';
import { sampleOutputs } from '../../shared/export/testing/sample-outputs.ts';
import { briefOf } from './campaign-driver.ts';

/** What a campaign that waits at a phase and owns an asset can be asked about. */
export interface Owned {
  readonly campaignId: string;
  readonly phaseId: string;
  readonly postId: string;
  readonly assetId: string;
  readonly generationId: string;
  readonly webhookId: string;
  readonly deliveryId: string;
  readonly keyId: string;
}

/** When the post that may be moved is planned for. */
export const plannedAt = '2096-05-01T09:00:00.000Z';

/** Ids of the right shape that name nothing. */
export const idsOfNothing: Owned = {
  campaignId: 'cmp_01JD0000000000000000000000',
  phaseId: 'nothing',
  postId: 'nothing',
  assetId: 'ast_01JD0000000000000000000000_nothing_1_A',
  generationId: 'gen_01JD0000000000000000000000',
  webhookId: 'whk_01JD0000000000000000000000',
  deliveryId: 'dlv_01JD0000000000000000000000',
  keyId: 'key_01JD0000000000000000000000',
};

type SampleBodies = { readonly [Id in OperationId]?: RouteRequest<Id>['body'] };

/** Bodies that pass validation, by operation; a route without a body needs none. */
export const sampleBodies: SampleBodies = {
  createCampaign: briefOf(),
  estimateCampaign: briefOf(),
  changeProfile: { name: 'Ann' },
  changePassword: { currentPassword: 'password123', newPassword: 'password456' },
  deleteAccount: { password: 'password123' },
  createWebhook: { url: 'http://127.0.0.1:9/', events: ['campaign:failed'] },
  changeCampaign: { name: 'Taken over' },
  approvePhase: { attempt: 1, comment: 'fine' },
  rejectPhase: { attempt: 1, feedback: 'bolder' },
  retryPhase: { attempt: 1, instructions: 'again' },
  writePhase: { attempt: 1, output: { ...sampleOutputs.MarketAnalyst } },
  skipPhase: { attempt: 1, reason: 'not needed' },
  exportCampaign: { mediaBaseUrl: 'https://cdn.example.com/launch' },
  changeAsset: { status: 'archived' },
  createUpload: { fileName: 'logo.png', mediaType: 'image/png', byteLength: 1000 },
  generateText: { prompt: 'A line about bread', maximumOutputTokens: 100 },
  generateImage: { prompt: 'Bread on a table', widthPixels: 240, heightPixels: 240 },
  generateVideo: { prompt: 'Bread that rises', widthPixels: 160, heightPixels: 160, durationSeconds: 2 },
  movePost: { from: plannedAt, scheduledAt: '2096-05-02T16:00:00.000Z' },
  snoozePhase: { until: new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString() },
  changeWebhook: { description: 'Taken over' },
  createApiKey: { name: 'Shop', expiresInDays: 30, scopes: ['campaigns:read'] },
};

/** The path of a route with the ids filled in. Throws for a parameter that no sample exists for. */
export const pathWith = (path: string, owned: Partial<Owned>): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = new Map(Object.entries(owned)).get(name);
    if (value === undefined)
      throw new Error(`${path} has a parameter "${name}": add it to Owned in tests/support/route-samples.ts`);
    return value;
  });

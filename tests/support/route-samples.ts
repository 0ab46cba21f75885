// A valid request for every route that names something of a user: tests walk the route table with them.
import type { OperationId, RouteRequest } from '../../shared/contracts/routes.ts';

/** What a campaign that waits at a phase and owns an asset can be asked about. */
export interface Owned {
  readonly campaignId: string;
  readonly phaseId: string;
  readonly assetId: string;
  readonly keyId: string;
}

type SampleBodies = { readonly [Id in OperationId]?: RouteRequest<Id>['body'] };

/** Bodies that pass validation, by operation; a route without a body needs none. */
export const sampleBodies: SampleBodies = {
  changeCampaign: { name: 'Taken over' },
  approvePhase: { comment: 'fine' },
  rejectPhase: { feedback: 'bolder' },
  retryPhase: { instructions: 'again' },
  skipPhase: { reason: 'not needed' },
  createApiKey: { name: 'Shop', expiresInDays: 30, scopes: ['campaigns:read'] },
};

/** The path of a route with the ids filled in. Throws for a parameter that no sample exists for. */
export const pathWith = (path: string, owned: Owned): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = new Map(Object.entries(owned)).get(name);
    if (value === undefined)
      throw new Error(`${path} has a parameter "${name}": add it to Owned in tests/support/route-samples.ts`);
    return value;
  });

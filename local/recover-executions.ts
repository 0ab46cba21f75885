// Begins the executions that the table knows of and the embedded Step Functions does not: their journal was lost, or a part of it. The
// table is the truth; a repeated execution finds there how far its campaign has come.
import { SFNClient } from '@aws-sdk/client-sfn';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { createExecutions, executionName } from '../shared/campaigns/executions.ts';
import { campaignSchema } from '../shared/contracts/campaign.ts';
import { createCampaigns } from '../shared/data/campaigns.ts';
import { createPhases } from '../shared/data/phases.ts';
import { createTable } from '../shared/data/table.ts';
import { workingPhases } from '../shared/domain/plan-campaign.ts';
import { createDocumentClient } from '../shared/runtime/clients/document-client.ts';

const headerSchema = campaignSchema.pick({ id: true, workspaceId: true });
const rowsSchema = z.array(headerSchema);

/** Gives the number of campaigns whose execution was begun again. `isKnown` says whether an execution of this name ever was. */
export async function recoverExecutions(
  { TABLE_NAME, STATE_MACHINE_ARN }: { readonly TABLE_NAME: string; readonly STATE_MACHINE_ARN: string },
  isKnown: (name: string) => boolean,
): Promise<number> {
  const client = createDocumentClient();
  const table = createTable(client, TABLE_NAME);
  const [campaigns, phases] = [createCampaigns(table), createPhases(table)];
  const executions = createExecutions(new SFNClient({}), STATE_MACHINE_ARN);
  let recovered = 0;
  const pages = paginateScan(
    { client, pageSize: 500 },
    {
      TableName: TABLE_NAME,
      FilterExpression: 'begins_with(sk, :campaign) AND #status IN (:running, :paused)',
      ProjectionExpression: 'id, workspaceId',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':campaign': 'CAMPAIGN#', ':running': 'RUNNING', ':paused': 'PAUSED' },
    },
  );
  for await (const { Items = [] } of pages) {
    for (const { id, workspaceId } of rowsSchema.parse(Items)) {
      const reference = { workspaceId, campaignId: id };
      const campaign = await campaigns.get(reference); // it may have ended since
      const runs = campaign?.status === 'RUNNING' || campaign?.status === 'PAUSED';
      if (!runs || isKnown(executionName(id, campaign.run))) continue;
      await executions.start(reference, campaign.run, workingPhases(await phases.list(reference)));
      recovered += 1;
    }
  }
  return recovered;
}

// Runs campaigns on the embedded platform, agents of the offline studio included, and counts what each asks of AWS.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { readBriefFile } from '../../cli/brief-file.ts';
import { type RunningPlatform, startPlatform } from '../../local/start-platform.ts';
import type { GovernanceMode } from '../../shared/contracts/brief.ts';
import { countedFunctions } from './counters/count-invocations.ts';
import { countLogs } from './counters/count-logs.ts';
import { countRequests } from './counters/count-requests.ts';
import { startUnitCounter } from './counters/count-units.ts';
import { emptyTally, functionTally, type Tally } from './counters/tally.ts';
import { driveCampaign } from './drive-campaign.ts';

export interface CampaignCounts extends Tally {
  readonly governanceMode: GovernanceMode;
  readonly stateTransitions: number;
  readonly tableBytes: number;
  readonly downloads: number;
  readonly downloadedBytes: number;
}

const briefFile = fileURLToPath(new URL('../../test-campaign.json', import.meta.url));

/** Runs the example campaign once in each mode, one after the other, and answers with what was counted. */
export async function countCampaigns(modes: readonly GovernanceMode[]): Promise<CampaignCounts[]> {
  // Logs and metrics as on AWS (service-function.ts); they are counted, not shown.
  Object.assign(process.env, { LOG_LEVEL: 'INFO', POWERTOOLS_METRICS_NAMESPACE: 'astromedia' });
  let tally = emptyTally();
  const current = () => tally;
  let units: Awaited<ReturnType<typeof startUnitCounter>> | undefined;
  const prepare = async () => {
    units = await startUnitCounter(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '', current);
    process.env.AWS_ENDPOINT_URL_DYNAMODB = units.endpoint;
  };
  const directory = await mkdtemp(join(tmpdir(), 'astromedia-costs-'));
  const restoreOutput = countLogs(current);
  countRequests(current);
  const transitions = new Map<string, number>();
  const platform = await startPlatform({
    directory,
    functions: countedFunctions(current, prepare),
    onTransition: (execution) => void transitions.set(execution, (transitions.get(execution) ?? 1) + 1),
    onError: (error) => console.error(error),
  });
  try {
    const beginTally = () => {
      tally = emptyTally();
      return tally;
    };
    // Once for nothing: what a process does only the first time is in the cold starts.
    await countOne(platform, 'AUTO', beginTally, transitions);
    const counts: CampaignCounts[] = [];
    for (const governanceMode of modes) counts.push(await countOne(platform, governanceMode, beginTally, transitions));
    return counts;
  } finally {
    restoreOutput();
    await platform.stop();
    units?.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function countOne(
  platform: RunningPlatform,
  governanceMode: GovernanceMode,
  beginTally: () => Tally,
  /** States entered by execution, those of every retry included, and one for its start. */
  transitions: ReadonlyMap<string, number>,
): Promise<CampaignCounts> {
  const bytesBefore = await tableBytes();
  const brief = await readBriefFile(briefFile, { mode: governanceMode });
  let tally = emptyTally();
  const { campaignId, downloads, downloadedBytes } = await driveCampaign(platform, brief, () => {
    tally = beginTally();
  });
  await untilEnded(campaignId);
  while (functionTally(tally, 'live-disconnect').invocations === 0) await wait(10);
  beginTally();
  return {
    ...tally,
    governanceMode,
    stateTransitions: transitions.get(campaignId) ?? 0,
    tableBytes: (await tableBytes()) - bytesBefore,
    downloads,
    downloadedBytes,
  };
}

async function untilEnded(campaignId: string): Promise<void> {
  const client = new SFNClient({});
  const executionArn = `${process.env.STATE_MACHINE_ARN?.replace(':stateMachine:', ':execution:')}:${campaignId}`;
  while ((await client.send(new DescribeExecutionCommand({ executionArn }))).status === 'RUNNING') await wait(10);
}

/** Size of all items, to a few KB: a consistent scan consumes one unit for each 4 KB. */
async function tableBytes(): Promise<number> {
  const client = new DynamoDBClient({});
  const pages = paginateScan(
    { client },
    { TableName: process.env.TABLE_NAME, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' },
  );
  let units = 0;
  for await (const { ConsumedCapacity } of pages) units += ConsumedCapacity?.CapacityUnits ?? 0;
  return units * 4096;
}

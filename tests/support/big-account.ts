// Campaigns for an account that has had thousands of them: headers written straight into the table of this process's platform, as each would be
// after it has ended. What belongs to a campaign is not there: lists read headers.
import { createCampaigns } from '../../shared/data/campaigns.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { storedKeys } from '../../shared/data/testing/stored-keys.ts';
import { newCampaignId } from '../../shared/runtime/ids.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';

interface Owner {
  readonly workspaceId: string;
  readonly userId: string;
}

const statuses = ['COMPLETED', 'COMPLETED', 'COMPLETED', 'CANCELLED'] as const;
const hour = 60 * 60 * 1000;

/** One campaign an hour, the newest first, named `Campaign 1` and so on. */
export async function giveCampaigns({ workspaceId, userId }: Owner, count: number): Promise<void> {
  const table = openTable(readEnvironment(['TABLE_NAME']));
  const campaigns = createCampaigns(table);
  // An account that keeps its lists for longer than it takes until they are relied on.
  await table.put(storedKeys.underWayMark(workspaceId), { since: new Date(Date.now() - hour).toISOString() });
  const phases = Array.from({ length: 11 }, (_, position) => `phase-${position}`);
  const one = (place: number) => {
    const time = Date.now() - place * hour;
    const at = new Date(time).toISOString();
    return campaigns.create(
      {
        ...{ id: newCampaignId(new Date(time)), workspaceId, createdBy: userId, name: `Campaign ${place}` },
        ...{ language: 'en', playbookId: 'full-campaign', governanceMode: 'SEMI_AUTO' },
        status: statuses[place % statuses.length] ?? 'COMPLETED',
        ...{ createdAt: at, updatedAt: at, finishedAt: at, phaseCount: phases.length, finishedPhaseCount: 0 },
        ...{ aiCapMicroUsd: 5_000_000, committedMicroUsd: 420_000, spentMicroUsd: 420_000, run: 1, lastEvent: 120 },
      },
      phases,
    );
  };
  const atOnce = 50;
  for (let place = 1; place <= count; place += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, count - place + 1) }, (_, index) => one(place + index)));
}

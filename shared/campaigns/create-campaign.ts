// Creates a campaign from a brief, and starts it unless it is to stay a draft.

import type { Brief } from '../contracts/brief.ts';
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Outputs } from '../data/outputs.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import { type Phases, phaseItems } from '../data/phases.ts';
import type { Users } from '../data/users.ts';
import type { Member } from '../domain/accounts/membership.ts';
import { draftHeader, plannedPhases } from '../domain/campaigns/plan-campaign.ts';
import { playbookOf } from '../playbook/find-playbook.ts';
import { type NamedRequest, newCampaignId } from '../runtime/ids.ts';
import { accountGone } from '../runtime/problem-error.ts';
import type { BriefCheck } from './check-brief.ts';
import { type DeleteCampaignDataParts, deleteCampaignData } from './delete-campaign-data.ts';
import { type StartCampaignParts, startCampaign } from './start-campaign.ts';

export interface CreateCampaignParts extends StartCampaignParts, DeleteCampaignDataParts {
  readonly campaigns: Campaigns;
  readonly phases: Pick<Phases, 'list'>;
  readonly outputs: Pick<Outputs, 'prepare'>;
  readonly executions: StartCampaignParts['executions'];
  readonly check: BriefCheck;
  readonly users: Pick<Users, 'isOpen'>;
}

export interface CreatedCampaign {
  readonly campaign: Campaign;
  readonly phases: PhaseRecord[];
}

/**
 * The header is written after its phases and before the execution starts, so a campaign that can be seen is whole; should the start fail it
 * stays a DRAFT and `unavailable` is thrown. The repetition of a named request goes on where the one before was cut off.
 */
export const createCampaign =
  (parts: CreateCampaignParts) =>
  async (
    author: Member,
    brief: Brief,
    { launch, named }: { readonly launch: boolean; readonly named?: NamedRequest | undefined } = { launch: true },
  ): Promise<CreatedCampaign> => {
    const playbook = playbookOf(brief);
    const created = named?.firstTriedAt ?? parts.clock();
    const createdAt = created.toISOString();
    const reference = { workspaceId: author.workspaceId, campaignId: newCampaignId(created, named) };
    const earlier = named?.isRepetition ? await resume(parts, reference, launch) : undefined;
    if (earlier) return earlier;
    await parts.check.models(brief);
    if (launch) await parts.check.quota(author);
    const phases = plannedPhases(playbook, brief, createdAt);
    const { briefOutput } = await import('../domain/campaigns/brief-output.ts'); // read only where a brief is written
    const header = { ...draftHeader(reference, author.userId, brief, phases, createdAt), run: launch ? 1 : 0 };
    const idsWhere = (test: (phase: PhaseRecord) => boolean) => phases.filter(test).map(({ id }) => id);
    const outputs = await Promise.all(
      idsWhere(({ agent }) => agent === 'Human').map((phaseId) =>
        parts.outputs.prepare({ ...reference, phaseId }, 1, briefOutput(brief, createdAt)),
      ),
    );
    await parts.campaigns.putContents(reference, brief, [...phaseItems(reference, phases), ...outputs]);
    await parts.campaigns.create(
      header,
      idsWhere(({ status }) => status === 'COMPLETED'),
    );
    // Asked after the header is written: a deletion of the account that has not found it is seen here.
    if (!(await parts.users.isOpen(author.userId))) {
      await deleteCampaignData(parts)(header);
      throw accountGone();
    }
    return { campaign: launch ? await startCampaign(parts, reference, phases) : header, phases };
  };

/** What an earlier try of the same request has created, launched if it was to be; undefined when it did not get that far. */
async function resume(
  parts: CreateCampaignParts,
  reference: CampaignReference,
  launch: boolean,
): Promise<CreatedCampaign | undefined> {
  const [campaign, phases] = await Promise.all([parts.campaigns.get(reference), parts.phases.list(reference)]);
  if (!campaign) return undefined;
  const isToLaunch = launch && campaign.status === 'DRAFT';
  return { campaign: isToLaunch ? await startCampaign(parts, reference, phases) : campaign, phases };
}

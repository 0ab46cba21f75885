import type { Brief } from '../contracts/brief.ts';
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import { outputItem } from '../data/outputs.ts';
import { phaseItems } from '../data/phases.ts';
import { whatToDo } from '../domain/campaigns/campaign-status.ts';
import { plannedPhases } from '../domain/campaigns/plan-campaign.ts';
import { playbookOf } from '../playbook/find-playbook.ts';
import { noSuchCampaign, ProblemError } from '../runtime/problem-error.ts';
import type { BriefCheck } from './check-brief.ts';

export interface ChangeDraftParts {
  readonly campaigns: Pick<Campaigns, 'get' | 'getBrief' | 'redraft'>;
  readonly check: Pick<BriefCheck, 'models'>;
  readonly clock: () => Date;
}

/** What may change in a draft, beside its cap. */
export interface DraftChanges {
  readonly name?: string | undefined;
  readonly governanceMode?: Brief['governanceMode'] | undefined;
  readonly language?: Brief['language'] | undefined;
  readonly briefData?: Brief['briefData'] | undefined;
}

/**
 * Changes what a draft, as it was read, says, together with its header: what phases get of the brief is made anew and the
 * phases are made anew. Throws not-found, and conflict for a campaign that is no draft or is being launched.
 */
export const changeDraft =
  ({ campaigns, check, clock }: ChangeDraftParts) =>
  async (before: Campaign, changes: DraftChanges): Promise<Campaign> => {
    const reference: CampaignReference = { workspaceId: before.workspaceId, campaignId: before.id };
    const brief = await campaigns.getBrief(reference);
    if (!brief) throw noSuchCampaign();
    const redrafted: Brief = {
      ...brief,
      name: changes.name ?? before.name,
      governanceMode: changes.governanceMode ?? brief.governanceMode,
      language: changes.language ?? brief.language,
      briefData: changes.briefData ?? brief.briefData,
    };
    await check.models(redrafted);
    const { name, governanceMode, language } = redrafted;
    const header = { name, governanceMode, language, updatedAt: clock().toISOString() };
    const phases = plannedPhases(playbookOf(redrafted), redrafted, before.createdAt);
    const { briefOutput } = await import('../domain/campaigns/brief-output.ts'); // read only where a brief is written
    const outputs = phases
      .filter(({ agent }) => agent === 'Human')
      .map(({ id }) => outputItem({ ...reference, phaseId: id }, 1, briefOutput(redrafted, before.createdAt)));
    if (
      await campaigns.redraft(reference, redrafted, header, [
        // Always: a change at the same moment may have planned them for another mode.
        ...phaseItems(reference, phases),
        ...outputs,
      ])
    )
      return { ...before, ...header };
    const { status } = (await campaigns.get(reference)) ?? before;
    throw new ProblemError(
      'conflict',
      status === 'DRAFT'
        ? 'This draft is being launched. If that was cut off, launch it again.'
        : `Only a draft can change its brief, its mode or its language, and this campaign is ${status}. ${whatToDo[status]}`,
    );
  };

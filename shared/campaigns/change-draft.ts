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

/** Who changes a draft at the same moment as others begins again, so often at most. */
const mostTries = 3;

/**
 * Changes what a draft, as it was read, says, together with its header: what phases get of the brief is made anew, and so are the phases where what they
 * are planned by was changed. A change by somebody else meanwhile is kept, and this one made on top of it. Throws not-found, and conflict for a campaign
 * that is no draft, is being launched, or is changed by others all the time.
 */
export const changeDraft =
  (parts: ChangeDraftParts) =>
  async (before: Campaign, changes: DraftChanges): Promise<Campaign> => {
    const reference: CampaignReference = { workspaceId: before.workspaceId, campaignId: before.id };
    let seen = before;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const changed = await changeAsSeen(parts, reference, seen, changes);
      if (changed) return changed;
      const current = (await parts.campaigns.get(reference)) ?? seen;
      if (current.status !== 'DRAFT')
        throw conflict(
          `Only a draft can change its brief, its mode or its language, and this campaign is ${current.status}. ${whatToDo[current.status]}`,
        );
      if (current.updatedAt === seen.updatedAt)
        throw conflict('This draft is being launched. If that was cut off, launch it again.');
      seen = current;
    }
    throw conflict('Others are changing this draft at this moment. Read it again, then change it.');
  };

const conflict = (reason: string) => new ProblemError('conflict', reason);

/** Undefined where the draft is no more as it was seen. */
async function changeAsSeen(
  { campaigns, check, clock }: ChangeDraftParts,
  reference: CampaignReference,
  seen: Campaign,
  changes: DraftChanges,
): Promise<Campaign | undefined> {
  const brief = await campaigns.getBrief(reference);
  if (!brief) throw noSuchCampaign();
  const redrafted: Brief = {
    ...brief,
    name: changes.name ?? seen.name,
    governanceMode: changes.governanceMode ?? brief.governanceMode,
    language: changes.language ?? brief.language,
    briefData: changes.briefData ?? brief.briefData,
  };
  await check.models(redrafted);
  const { name, governanceMode, language } = redrafted;
  const header = { name, governanceMode, language, updatedAt: laterThan(seen.updatedAt, clock()) };
  const phases = plannedPhases(playbookOf(redrafted), redrafted, seen.createdAt);
  const { briefOutput } = await import('../domain/campaigns/brief-output.ts'); // read only where a brief is written
  const isPlannedAnew = changes.governanceMode !== undefined || changes.briefData !== undefined;
  const outputs = phases
    .filter(({ agent }) => agent === 'Human')
    .map(({ id }) => outputItem({ ...reference, phaseId: id }, 1, briefOutput(redrafted, seen.createdAt)));
  const contents = [...(isPlannedAnew ? phaseItems(reference, phases) : []), ...outputs];
  const isWritten = await campaigns.redraft(reference, redrafted, header, contents, seen.updatedAt);
  return isWritten ? { ...seen, ...header } : undefined;
}

/** Two changes in one millisecond are two. */
const laterThan = (before: string, now: Date): string =>
  new Date(Math.max(now.getTime(), Date.parse(before) + 1)).toISOString();

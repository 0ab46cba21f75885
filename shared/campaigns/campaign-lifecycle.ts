// A campaign from brief to end, as people steer it: create, launch, redraft, pause, resume, cancel, relaunch, delete.

import type { AgentOutput } from '../contracts/agent-outputs.ts';
import type { Brief } from '../contracts/brief.ts';
import { type Campaign, isTerminalCampaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Playbook, PlaybookPhase } from '../contracts/playbook.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Deletions } from '../data/deletions.ts';
import { type Outputs, outputItem } from '../data/outputs.ts';
import { type PhaseRecord, type Phases, phaseItems } from '../data/phases.ts';
import type { Users } from '../data/users.ts';
import { readBrief } from '../domain/brief-reading/read-brief.ts';
import { type CampaignAction, transitionFor, whatToDo } from '../domain/campaign-status.ts';
import { needsApproval } from '../domain/governance.ts';
import { microUsd } from '../domain/money.ts';
import { dependentsOf, inputName, isOptionalInput, producersOf } from '../domain/playbook-graph.ts';
import type { Publish, TakeNumbersBy } from '../events/publisher.ts';
import type { CloseCallsOf } from '../generation/call-quota.ts';
import { playbookOf } from '../playbook/find-playbook.ts';
import { openHeldGates } from '../playbook/gates.ts';
import type { TaskTokens } from '../playbook/task-tokens.ts';
import { type NamedRequest, newCampaignId } from '../runtime/ids.ts';
import { logger } from '../runtime/logger.ts';
import { accountGone, noSuchCampaign, ProblemError } from '../runtime/problem-error.ts';
import { beginCampaign } from './begin-campaign.ts';
import type { BriefCheck } from './check-brief.ts';
import type { Executions } from './executions.ts';
import { relaunchCampaign, workingPhases } from './relaunch-campaign.ts';
import { removeCampaign } from './remove-campaign.ts';

export interface LifecycleParts {
  readonly campaigns: Campaigns;
  readonly phases: Phases;
  readonly outputs: Outputs;
  readonly assets: Assets;
  readonly bucket: Bucket;
  readonly executions: Executions;
  readonly publish: Publish;
  readonly takeNumbersBy: TakeNumbersBy;
  readonly tokens: TaskTokens;
  readonly check: BriefCheck;
  readonly deletions: Pick<Deletions, 'note'>;
  readonly closeCallsOf: CloseCallsOf;
  readonly users: Pick<Users, 'isOpen'>;
  readonly clock: () => Date;
}

export type Lifecycle = ReturnType<typeof createLifecycle>;

/** What may change in a draft, beside its cap. */
export interface DraftChanges {
  readonly name?: string | undefined;
  readonly governanceMode?: Brief['governanceMode'] | undefined;
  readonly language?: Brief['language'] | undefined;
  readonly briefData?: Brief['briefData'] | undefined;
}

/** Who creates a campaign, and in which workspace. */
export interface Author {
  readonly userId: string;
  readonly workspaceId: string;
}

export function createLifecycle(parts: LifecycleParts) {
  const now = () => parts.clock().toISOString();

  return {
    /**
     * Creates a campaign and, unless told otherwise, starts it. The header is written after its phases and before the execution
     * starts, so a campaign that can be seen is whole; should the start fail it stays a DRAFT and `unavailable` is thrown. The repetition of
     * a named request goes on where the one before was cut off.
     */
    async create(
      author: Author,
      brief: Brief,
      { launch, named }: { readonly launch: boolean; readonly named?: NamedRequest | undefined } = { launch: true },
    ): Promise<{ campaign: Campaign; phases: PhaseRecord[] }> {
      const playbook = playbookOf(brief);
      const createdAt = named?.firstTriedAt ?? parts.clock();
      const reference = { workspaceId: author.workspaceId, campaignId: newCampaignId(createdAt, named) };
      const earlier = named?.isRepetition ? await resume(reference, launch) : undefined;
      if (earlier) return earlier;
      parts.check.models(brief);
      if (launch) await parts.check.quota(author.userId);
      const phases = firstPhases(playbook, brief, createdAt.toISOString());
      const header: Campaign = {
        ...firstHeader(reference, author.userId, brief, phases, createdAt.toISOString()),
        run: launch ? 1 : 0,
      };
      await Promise.all([
        parts.campaigns.putBrief(reference, brief),
        parts.phases.createAll(reference, phases),
        ...phases
          .filter(({ agent }) => agent === 'Human')
          .map(({ id }) =>
            parts.outputs.put({ ...reference, phaseId: id }, 1, briefOutput(brief, createdAt.toISOString())),
          ),
      ]);
      await parts.campaigns.create(
        header,
        phases.filter(({ status }) => status === 'COMPLETED').map(({ id }) => id),
      );
      // Asked after the header is written: a deletion of the account that has not found it is seen here.
      if (!(await parts.users.isOpen(author.userId))) {
        await removeCampaign(parts)(header);
        throw accountGone();
      }
      return { campaign: launch ? await start(reference, phases) : header, phases };
    },

    /**
     * Starts a draft. Safe to repeat: one that was cut off, or whose execution could not start, is started by the next try. Throws
     * not-found, conflict for a campaign that is no draft, unavailable.
     */
    async launch(reference: CampaignReference, named?: NamedRequest): Promise<Campaign> {
      const draft = await parts.campaigns.get(reference);
      if (named?.isRepetition && draft && draft.run > 0 && draft.status !== 'DRAFT') return draft; // by the try that was cut off
      if (draft?.status === 'DRAFT') await parts.check.quota(draft.createdBy);
      if (!(await parts.campaigns.beginFirstRun(reference, now()))) await refuse(reference, 'be launched');
      return start(reference, await parts.phases.list(reference));
    },

    /**
     * Changes what a draft says; its phases and what they get of the brief are made anew, together with the header. Throws not-found,
     * and conflict for a campaign that is no draft or is being launched.
     */
    async redraft(reference: CampaignReference, changes: DraftChanges): Promise<Campaign> {
      const [before, brief] = await Promise.all([parts.campaigns.get(reference), parts.campaigns.getBrief(reference)]);
      if (!before || !brief) throw noSuchCampaign();
      const { name, governanceMode, language, briefData } = changes;
      const redrafted: Brief = {
        ...brief,
        name: name ?? before.name,
        governanceMode: governanceMode ?? brief.governanceMode,
        language: language ?? brief.language,
        briefData: briefData ?? brief.briefData,
      };
      parts.check.models(redrafted);
      const phases = firstPhases(playbookOf(redrafted), redrafted, before.createdAt);
      const header = {
        name: redrafted.name,
        governanceMode: redrafted.governanceMode,
        language: redrafted.language,
        updatedAt: now(),
      };
      const outputs = phases
        .filter(({ agent }) => agent === 'Human')
        .map(({ id }) => outputItem({ ...reference, phaseId: id }, 1, briefOutput(redrafted, before.createdAt)));
      if (await parts.campaigns.redraft(reference, redrafted, header, [...phaseItems(reference, phases), ...outputs]))
        return { ...before, ...header };
      const { status } = (await parts.campaigns.get(reference)) ?? before;
      throw new ProblemError(
        'conflict',
        status === 'DRAFT'
          ? 'This draft is being launched. If that was cut off, launch it again.'
          : `Only a draft can change its brief, its mode or its language, and this campaign is ${status}. ${whatToDo[status]}`,
      );
    },

    /** Pauses, resumes or cancels. Throws conflict when the campaign's status does not allow it. */
    async change(reference: CampaignReference, action: CampaignAction): Promise<Campaign> {
      const { from, to } = transitionFor(action);
      const changed = await parts.campaigns.changeStatus(reference, from, to, now(), isTerminalCampaign(to));
      if (!changed) return refuse(reference, action);
      if (action === 'cancel') await parts.executions.stop(reference.campaignId, changed.run);
      const finishedPhases = action === 'cancel' ? await closeOpenPhases(reference) : [];
      const announced = await parts.publish(reference, {
        events: [{ type: 'campaign:status', data: { status: to } }],
        finishedPhases,
      });
      if (action === 'resume') await openHeldGates(parts, reference);
      return announced ?? changed;
    },

    /** See relaunch-campaign.ts. */
    relaunch: relaunchCampaign(parts),

    /** Stops a campaign and deletes what it made. Throws not-found. */
    async delete(reference: CampaignReference): Promise<void> {
      const campaign = await parts.campaigns.get(reference);
      if (!campaign) throw noSuchCampaign();
      await removeCampaign(parts)(campaign);
    },
  };

  /** Throws what keeps the campaign from it: it is gone, or in another status. */
  async function refuse(reference: CampaignReference, action: string): Promise<never> {
    const campaign = await parts.campaigns.get(reference);
    if (!campaign) throw noSuchCampaign();
    throw new ProblemError(
      'conflict',
      `A campaign that is ${campaign.status} cannot ${action}. ${whatToDo[campaign.status]}`,
    );
  }

  async function start(reference: CampaignReference, phases: readonly PhaseRecord[]): Promise<Campaign> {
    await startExecution(reference, workingPhases(phases));
    return (await beginCampaign(parts)(reference)) ?? giveWay(reference);
  }

  /** What became of the draft while its execution was started: it runs by its first gate or another launch, or was cancelled or deleted. */
  async function giveWay(reference: CampaignReference): Promise<Campaign> {
    const campaign = await parts.campaigns.get(reference);
    if (campaign && campaign.status !== 'DRAFT' && campaign.status !== 'CANCELLED') return campaign;
    await parts.executions.stop(reference.campaignId, 1);
    return refuse(reference, 'be launched');
  }

  /** What an earlier try of the same request has created, launched if it was to be; undefined when it did not get that far. */
  async function resume(
    reference: CampaignReference,
    launch: boolean,
  ): Promise<{ campaign: Campaign; phases: PhaseRecord[] } | undefined> {
    const [campaign, phases] = await Promise.all([parts.campaigns.get(reference), parts.phases.list(reference)]);
    if (!campaign) return undefined;
    return { campaign: launch && campaign.status === 'DRAFT' ? await start(reference, phases) : campaign, phases };
  }

  async function startExecution(reference: CampaignReference, phaseIds: readonly string[]): Promise<void> {
    try {
      await parts.executions.start(reference, 1, phaseIds);
    } catch (error) {
      logger.error('An execution could not be started', error instanceof Error ? error : new Error(String(error)));
      throw new ProblemError(
        'unavailable',
        `The campaign is kept as the draft ${reference.campaignId}, but it could not be started. Launch it in a moment.`,
      );
    }
  }

  /** Nothing of a cancelled campaign may look as if it were still to come. */
  async function closeOpenPhases(reference: CampaignReference): Promise<string[]> {
    const open = (await parts.phases.list(reference)).filter(
      ({ status }) => status !== 'COMPLETED' && status !== 'SKIPPED',
    );
    await Promise.all(
      open.map(({ id }) =>
        parts.phases.change(
          { ...reference, phaseId: id },
          {
            from: ['IDLE', 'READY', 'RUNNING', 'WAITING_VALIDATION', 'BUDGET_HOLD', 'FAILED'],
            set: { status: 'SKIPPED', skippedBecause: 'the campaign was cancelled', finishedAt: now() },
            remove: ['decisionToken', 'gateToken'],
          },
        ),
      ),
    );
    return open.map(({ id }) => id);
  }
}

function firstHeader(
  reference: CampaignReference,
  createdBy: string,
  brief: Brief,
  phases: readonly PhaseRecord[],
  createdAt: string,
): Campaign {
  return {
    id: reference.campaignId,
    workspaceId: reference.workspaceId,
    createdBy,
    name: brief.name,
    governanceMode: brief.governanceMode,
    language: brief.language,
    playbookId: brief.playbookId,
    status: 'DRAFT',
    createdAt,
    updatedAt: createdAt,
    phaseCount: phases.length,
    finishedPhaseCount: phases.filter(({ status }) => status === 'COMPLETED').length,
    aiCapMicroUsd: microUsd(brief.aiBudgetUsd),
    committedMicroUsd: 0,
    spentMicroUsd: 0,
    run: 0,
    lastEvent: 0,
  };
}

/** The phases as they stand at the start: those of a person are done, and nobody waits for them. */
export function firstPhases(
  playbook: Playbook,
  brief: Pick<Brief, 'governanceMode' | 'briefData'>,
  createdAt: string,
): PhaseRecord[] {
  const producers = producersOf(playbook.phases);
  const done = new Set(playbook.phases.filter(({ agent }) => agent === 'Human').map(({ id }) => id));
  return playbook.phases.map((phase, position): PhaseRecord => {
    const pending = phase.dependsOn.filter((dependency) => !done.has(dependency));
    return {
      id: phase.id,
      position,
      name: phase.name,
      agent: phase.agent,
      dependsOn: phase.dependsOn,
      dependents: dependentsOf(playbook.phases, phase.id),
      validation: phase.validation,
      needsApproval: phase.agent !== 'Human' && needsApproval(phase.validation, brief.governanceMode),
      outputs: phase.outputs,
      sources: sourcesOf(phase, producers),
      attempt: 1,
      revisions: 0,
      decisions: [],
      videoJobs: {},
      ...brief.briefData.agentConfiguration?.[phase.agent],
      ...(pending.length > 0 ? { pendingDependencies: new Set(pending) } : {}),
      ...(done.has(phase.id) ? { status: 'COMPLETED', outputAttempt: 1, finishedAt: createdAt } : { status: 'IDLE' }),
    };
  });
}

const sourcesOf = (phase: PlaybookPhase, producers: ReadonlyMap<string, string>) =>
  phase.inputs.map((input) => {
    const name = inputName(input);
    const phaseId = producers.get(name);
    if (!phaseId) throw new Error(`No phase makes ${name}: the playbook was not checked`);
    return { name, optional: isOptionalInput(input), phaseId };
  });

/** What the briefing phase hands on. The brief is read as of the day the campaign was created, so that reading it again agrees. */
function briefOutput(brief: Brief, createdAt: string): AgentOutput<'Human'> {
  const { name, language, briefData } = brief;
  const { agentConfiguration: _agentConfiguration, reading: _correction, ...shared } = briefData;
  const reading = readBrief(brief, createdAt.slice(0, 10));
  return {
    briefContext: { campaignName: name, language, ...shared, reading },
    analysisDepth: briefData.analysisDepth,
    goals: briefData.campaignGoals,
  };
}

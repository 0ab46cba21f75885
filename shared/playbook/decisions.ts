// What people decide about a phase. The status change is the decision and holds its record: conditional, so that of two deciders one
// wins and the other hears of a conflict. Only then the waiting task is answered.
import { agentOutputSchemas, type Variant } from '../contracts/agent-outputs.ts';
import { isGenerated } from '../contracts/asset.ts';
import { isTerminalCampaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { NewLiveEvent } from '../contracts/live-events.ts';
import type { DecisionKind, PhaseStatus } from '../contracts/phase.ts';
import { type FieldError, fieldErrors } from '../contracts/problems.ts';
import type { Assets } from '../data/assets.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Outputs, OutputValue } from '../data/outputs.ts';
import type { PhaseChange, PhaseRecord, Phases } from '../data/phases.ts';
import { pairOf } from '../domain/ab-pair.ts';
import { editedPaths } from '../domain/edited-paths.ts';
import { maximumRetries, maximumRevisions } from '../domain/governance.ts';
import { pastPosts } from '../domain/past-posts.ts';
import type { Publish } from '../events/publisher.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { decisionOf } from './steps/request-approval.ts';
import type { TaskTokens } from './task-tokens.ts';

export interface DecisionParts {
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly phases: Phases;
  readonly outputs: Outputs;
  readonly assets: Assets;
  readonly publish: Publish;
  readonly tokens: TaskTokens;
  /** Throws validation-failed for a model there is not. */
  readonly check: { readonly model: (model: string | undefined) => void };
  readonly clock: () => Date;
}

export type Decisions = ReturnType<typeof createDecisions>;

/** Which attempt a decision is about: one that the phase has left is not decided on any more. */
interface OfAttempt {
  readonly attempt?: number | undefined;
}

interface Verdict {
  readonly kind: DecisionKind;
  readonly allowedIn: readonly PhaseStatus[];
  readonly change: Pick<PhaseChange, 'set'>;
  readonly feedback?: string | undefined;
  readonly editedPaths?: readonly string[];
  /** What only the decision that won may change; answers with the events of it. */
  readonly afterwards?: () => Promise<readonly NewLiveEvent[]>;
}

const parked = ['FAILED', 'BUDGET_HOLD'] as const satisfies readonly PhaseStatus[];
const waiting = ['WAITING_VALIDATION'] as const satisfies readonly PhaseStatus[];

/** Decisions of one person. Each throws ProblemError: not-found, conflict, validation-failed or revision-limit. */
export function createDecisions(parts: DecisionParts) {
  async function load(
    reference: PhaseReference,
    allowedIn: readonly PhaseStatus[],
    attempt: number | undefined,
  ): Promise<PhaseRecord> {
    const phase = await parts.phases.get(reference);
    if (!phase) throw new ProblemError('not-found', `This campaign has no phase "${reference.phaseId}".`);
    if (attempt !== undefined && attempt !== phase.attempt)
      return refuse(
        phase,
        `You decided about attempt ${attempt} of phase "${phase.id}", and its current one is attempt ${phase.attempt} (${phase.status}). Read the phase again, then decide about that.`,
      );
    if (!allowedIn.includes(phase.status))
      return refuse(
        phase,
        `Phase "${phase.id}" is ${phase.status}; this decision needs it to be ${allowedIn.join(' or ')}. ${whatToDo[phase.status]}`,
      );
    return phase;
  }

  /** The phase does not wait for this decision. If one was taken but its task was never answered (a crash), it is answered now. */
  async function refuse(phase: PhaseRecord, why: string): Promise<never> {
    if (phase.decisionToken && !isWaitingForPerson(phase.status))
      await parts.tokens.succeed(phase.decisionToken, decisionOf(phase));
    throw new ProblemError('conflict', why);
  }

  /** Most decisions leave nothing to announce here, and then nothing is written. */
  const announce = async (reference: PhaseReference, events: readonly NewLiveEvent[]) => {
    if (events.length > 0) await parts.publish(reference, { events });
  };

  /** Nothing runs any more that could try again. */
  async function refuseWhenOver(reference: PhaseReference): Promise<void> {
    const campaign = await parts.campaigns.get(reference);
    if (campaign && isTerminalCampaign(campaign.status))
      throw new ProblemError(
        'conflict',
        `The campaign has ended and is ${campaign.status}. Relaunch it: its failed phases run again then.`,
      );
  }

  async function decide(
    reference: PhaseReference,
    before: PhaseRecord,
    decidedBy: string,
    verdict: Verdict,
  ): Promise<PhaseRecord> {
    const phase = await parts.phases.change(reference, {
      ...verdict.change,
      from: verdict.allowedIn,
      attempt: before.attempt,
      decision: {
        attempt: before.attempt,
        decision: verdict.kind,
        decidedBy,
        decidedAt: parts.clock().toISOString(),
        ...(verdict.feedback ? { feedback: verdict.feedback } : {}),
        editedPaths: [...(verdict.editedPaths ?? [])],
      },
    });
    if (!phase)
      throw new ProblemError(
        'conflict',
        `Somebody else has just decided about phase "${reference.phaseId}". Read it again to see how.`,
      );
    const events = (await verdict.afterwards?.()) ?? [];
    await Promise.all([
      phase.decisionToken && parts.tokens.succeed(phase.decisionToken, decisionOf(phase)),
      announce(reference, [
        ...events,
        // The end of a phase is announced by the step that completes it; a new attempt is announced here.
        ...(phase.status === 'READY' ? [readyEvent(phase)] : []),
      ]),
    ]);
    return phase;
  }

  return {
    /** Approves the output as it is, as edited (checked against the agent's schema), or with the chosen variant. */
    async approve(
      reference: PhaseReference,
      decidedBy: string,
      {
        editedData,
        choice,
        comment,
        attempt,
      }: OfAttempt & {
        editedData?: OutputValue | undefined;
        choice?: Variant | undefined;
        comment?: string | undefined;
      },
    ): Promise<PhaseRecord> {
      const before = await load(reference, waiting, attempt);
      const original = await parts.outputs.get(reference, before.attempt);
      if (!original) throw new Error(`Phase ${reference.phaseId} waits for approval but has no output`);
      const edited = choose(before, checkEdited(before, original, editedData, parts.clock()) ?? original, choice);
      const paths = editedPaths(original, edited);
      const editedVersion =
        paths.length > 0 ? await parts.outputs.putEdited(reference, before.attempt, edited) : undefined;
      return decide(reference, before, decidedBy, {
        kind: 'APPROVED',
        allowedIn: waiting,
        change: {
          set: {
            status: 'COMPLETED',
            finishedAt: parts.clock().toISOString(),
            approvedBy: decidedBy,
            ...(editedVersion ? { editedVersion } : {}),
          },
        },
        feedback: comment,
        editedPaths: paths,
        afterwards: () => markChosenAssets(reference, before, edited),
      });
    },

    /** Sends the output back: the next attempt gets the feedback. */
    async reject(
      reference: PhaseReference,
      decidedBy: string,
      { feedback, attempt }: OfAttempt & { feedback: string },
    ): Promise<PhaseRecord> {
      const before = await load(reference, waiting, attempt);
      if (before.revisions >= maximumRevisions)
        throw new ProblemError(
          'revision-limit',
          `Phase "${before.id}" was revised ${maximumRevisions} times. Approve it, edit it, or skip it.`,
        );
      return decide(reference, before, decidedBy, {
        kind: 'REJECTED',
        allowedIn: waiting,
        change: {
          set: { status: 'READY', attempt: before.attempt + 1, revisions: before.revisions + 1, videoJobs: {} },
        },
        feedback,
      });
    },

    /** Runs a parked phase again, with extra instructions or another model if given. */
    async retry(
      reference: PhaseReference,
      decidedBy: string,
      { instructions, model, attempt }: OfAttempt & { instructions?: string | undefined; model?: string | undefined },
    ): Promise<PhaseRecord> {
      parts.check.model(model);
      const before = await load(reference, parked, attempt);
      await refuseWhenOver(reference);
      if (before.attempt - before.revisions > maximumRetries)
        throw new ProblemError(
          'revision-limit',
          `Phase "${before.id}" was tried again ${maximumRetries} times. Skip it, or relaunch the campaign once it has ended.`,
        );
      return decide(reference, before, decidedBy, {
        kind: 'RETRIED',
        allowedIn: parked,
        change: {
          set: { status: 'READY', attempt: before.attempt + 1, videoJobs: {}, ...(model ? { model } : {}) },
        },
        feedback: instructions,
      });
    },

    /** Goes on without the phase. Dependants that need what it makes are skipped too. */
    async skip(
      reference: PhaseReference,
      decidedBy: string,
      { reason, attempt }: OfAttempt & { reason?: string | undefined },
    ): Promise<PhaseRecord> {
      const allowedIn = [...waiting, ...parked];
      const before = await load(reference, allowedIn, attempt);
      return decide(reference, before, decidedBy, {
        kind: 'SKIPPED',
        allowedIn,
        change: {
          set: {
            status: 'SKIPPED',
            skippedBecause: reason ?? 'a person chose to go on without it',
            finishedAt: parts.clock().toISOString(),
          },
        },
        feedback: reason,
      });
    },
  };

  /** The variant that goes on is approved, the other is rejected. */
  async function markChosenAssets(
    reference: PhaseReference,
    phase: PhaseRecord,
    output: OutputValue,
  ): Promise<NewLiveEvent[]> {
    const pair = pairOf(phase.agent);
    if (!pair) return [];
    const parsed = agentOutputSchemas[phase.agent].parse(output);
    const chosen =
      'validatedVisual' in parsed
        ? parsed.validatedVisual
        : 'validatedVideo' in parsed
          ? parsed.validatedVideo
          : undefined;
    const candidates = 'visuals' in parsed ? parsed.visuals : 'videos' in parsed ? parsed.videos : [];
    const changed = await Promise.all(
      candidates.map(({ assetId }) =>
        parts.assets.changeStatus(
          reference.workspaceId,
          assetId,
          assetId === chosen?.assetId ? 'approved' : 'rejected',
        ),
      ),
    );
    return changed.flatMap((asset): NewLiveEvent[] =>
      asset && isGenerated(asset) ? [{ type: 'asset:updated', data: { asset } }] : [],
    );
  }
}

const readyEvent = ({ id, status, attempt }: PhaseRecord): NewLiveEvent => ({
  type: 'phase:status',
  data: { phaseId: id, status, attempt },
});

/** What a person can do about a phase that does not wait for their decision. */
const whatToDo: Record<PhaseStatus, string> = {
  IDLE: 'Wait until it asks.',
  READY: 'Wait until it asks.',
  RUNNING: 'Wait until it asks.',
  WAITING_VALIDATION: 'Approve it, reject it or skip it.',
  FAILED: 'Retry it or skip it.',
  BUDGET_HOLD: 'Raise the cap and retry it, or skip it.',
  COMPLETED: 'Nothing is left to decide.',
  SKIPPED: 'Nothing is left to decide.',
};

const isWaitingForPerson = (status: PhaseStatus): boolean =>
  status === 'WAITING_VALIDATION' || status === 'FAILED' || status === 'BUDGET_HOLD';

/** The person's version, in the shape its readers rely on; undefined when nothing was sent. */
function checkEdited(
  phase: PhaseRecord,
  original: OutputValue,
  editedData: OutputValue | undefined,
  now: Date,
): OutputValue | undefined {
  if (editedData === undefined) return undefined;
  const parsed = agentOutputSchemas[phase.agent].safeParse(editedData);
  const past = parsed.success ? pastPosts(original, parsed.data, now) : [];
  if (parsed.success && past.length === 0) return parsed.data;
  const inBody = (error: FieldError): FieldError => ({
    ...error,
    pointer: error.pointer.replace(/^#/, '#/editedData'),
  });
  throw new ProblemError(
    'validation-failed',
    'The edited output does not have the shape that later phases need.',
    (parsed.success ? past : fieldErrors(parsed.error)).map(inBody),
  );
}

/** Puts the person's choice of variant into the output of an A/B phase. Without one the agent's own choice stands. */
function choose(phase: PhaseRecord, output: OutputValue, choice: Variant | undefined): OutputValue {
  if (choice === undefined) return output;
  const pair = pairOf(phase.agent);
  const candidates = pair ? output[pair.list] : undefined;
  const chosen = Array.isArray(candidates)
    ? candidates.find((candidate: { variant?: unknown }) => candidate.variant === choice)
    : undefined;
  if (!pair || !chosen)
    throw new ProblemError('validation-failed', `Phase "${phase.id}" has no variants to choose from.`, [
      { pointer: '#/choice', detail: 'only A/B phases take a choice' },
    ]);
  const { assetId, ratios } = chosen;
  return { ...output, [pair.chosen]: { variant: choice, assetId, ratios, chosenBy: 'person' } };
}

// Step 3, where governance asks for it: show the output to a person and wait.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { SaidOfPhase } from '../../data/campaign-counters.ts';
import type { Campaigns } from '../../data/campaigns.ts';
import type { ModelCalls } from '../../data/model-calls.ts';
import type { InlineOutputs } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import type { Phases } from '../../data/phases.ts';
import { daysWaited, isRunTooOld } from '../../domain/playbook/approval-deadlines.ts';
import { outputEvent } from '../../events/output-event.ts';
import type { Publish, Publisher } from '../../events/publisher.ts';
import { CampaignGone } from '../../generation/call-failures.ts';
import { unsettledCalls } from '../../generation/deferred-settlements.ts';
import { nextStepOf } from '../decisions/next-step.ts';
import { RunTooOld } from '../failures.ts';
import type { TaskTokens } from '../task-tokens.ts';

export interface WaitingStepParts {
  readonly phases: Phases;
  readonly publish: Publish;
  readonly tokens: TaskTokens;
  readonly clock: () => Date;
}

export interface RequestApprovalParts extends WaitingStepParts {
  readonly campaigns: Campaigns;
  readonly prepareAnnouncement: Publisher['prepareAnnouncement'];
  readonly calls: Pick<ModelCalls, 'ofAttempt'>;
  readonly outputs: InlineOutputs;
}

/** A phase that waits for a person, and when its execution began. */
export interface WaitingPhase extends PhaseReference {
  readonly taskToken: string;
  readonly executionStartedAt: string;
}

/**
 * Stores the waiting task's token together with the status, in one write: whoever sees the phase wait can also answer it.
 * A phase that was decided while no task waited (the platform restarted) goes on at once. Throws RunTooOld when nobody is asked any more.
 */
export const requestApproval =
  (parts: RequestApprovalParts) =>
  async ({ taskToken, executionStartedAt, ...reference }: WaitingPhase): Promise<void> => {
    const now = parts.clock();
    if (isRunTooOld(executionStartedAt, now)) throw new RunTooOld('This run of the campaign asks nobody any more.');
    const asked = await parts.phases.change(reference, {
      from: ['RUNNING'],
      set: { status: 'WAITING_VALIDATION', decisionToken: taskToken, waitingSince: now.toISOString() },
    });
    // Asked before (the platform restarted, or nobody answered for a week): only the token is new.
    const waiting =
      asked ??
      (await parts.phases.change(reference, { from: ['WAITING_VALIDATION'], set: { decisionToken: taskToken } }));
    if (waiting) {
      const { id, attempt } = waiting;
      const [output, settlements, announcement] = await Promise.all([
        outputEvent(parts.outputs, reference, waiting),
        unsettledCalls(parts, reference, id, attempt),
        parts.prepareAnnouncement(reference),
      ]);
      await parts.publish(reference, {
        events: [
          output,
          {
            type: 'phase:status',
            data: { phaseId: id, status: 'WAITING_VALIDATION', attempt, ...reminder(waiting, now) },
          },
        ],
        withCost: true,
        settlements,
        prepared: { announcement },
        once: questionOf(waiting, now),
      });
      return;
    }
    const phase = await parts.phases.get(reference);
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    await parts.tokens.succeed(taskToken, nextStepOf(phase));
  };

const reminder = ({ waitingSince }: PhaseRecord, now: Date): { waitedDays?: number } => {
  const waitedDays = daysWaited(waitingSince, now);
  return waitedDays < 7 ? {} : { waitedDays };
};

/** The name under which a question is put once: a repeated step asks nothing new, and every full week is a reminder. */
export const questionOf = ({ id, attempt, status, waitingSince }: PhaseRecord, now: Date): SaidOfPhase => {
  const weeks = Math.floor(daysWaited(waitingSince, now) / 7);
  return { phaseId: id, name: `${attempt} ${status}${weeks > 0 ? ` week ${weeks}` : ''}` };
};

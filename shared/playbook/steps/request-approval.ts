// Step 3, where governance asks for it: wait for the person who was shown the output.
import type * as z from 'zod';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { Campaigns } from '../../data/campaigns.ts';
import type { ModelCalls } from '../../data/model-calls.ts';
import type { InlineOutputs } from '../../data/outputs.ts';
import type { Phases } from '../../data/phases.ts';
import { daysWaited, isRunTooOld } from '../../domain/playbook/approval-deadlines.ts';
import { readOutputEvent } from '../../events/output-event.ts';
import type { Publish, Publisher } from '../../events/publisher.ts';
import { CampaignGone } from '../../generation/call-failures.ts';
import { unsettledCalls } from '../../generation/deferred-settlements.ts';
import { nextStepOf } from '../decisions/next-step.ts';
import { RunTooOld } from '../failures.ts';
import type { TaskTokens } from '../task-tokens.ts';
import { announceQuestion } from './announce-question.ts';
import type { needsApprovalSchema } from './run-outcome.ts';

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

/** What the run of its agent answered. */
export type PhaseToApprove = WaitingPhase & { readonly run: z.infer<typeof needsApprovalSchema> };

/**
 * Stores the token of the waiting task. A phase that was decided about before there was one goes on at once. The question itself is put by the run
 * of the agent; here only where that died before, and as a reminder after a week. Throws RunTooOld when nobody is asked any more.
 */
export const requestApproval =
  (parts: RequestApprovalParts) =>
  async ({ taskToken, executionStartedAt, run, ...reference }: PhaseToApprove): Promise<void> => {
    const now = parts.clock();
    if (isRunTooOld(executionStartedAt, now)) throw new RunTooOld('This run of the campaign asks nobody any more.');
    const waiting = await parts.phases.change(reference, {
      from: ['WAITING_VALIDATION'],
      set: { decisionToken: taskToken },
    });
    if (waiting) {
      if (run.isAsked && daysWaited(waiting.waitingSince, now) < 7) return;
      const { id, attempt } = waiting;
      const [output, settlements, announcement] = await Promise.all([
        readOutputEvent(parts.outputs, reference, waiting),
        unsettledCalls(parts, reference, id, attempt),
        parts.prepareAnnouncement(reference),
      ]);
      await announceQuestion(parts, reference, waiting, { output, settlements, announcement });
      return;
    }
    const phase = await parts.phases.get(reference);
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    await parts.tokens.succeed(taskToken, nextStepOf(phase));
  };

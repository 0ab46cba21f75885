// Step 3, where governance asks for it: show the output to a person and wait.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { InlineOutputs } from '../../data/outputs.ts';
import type { PhaseRecord, Phases } from '../../data/phases.ts';
import { CampaignGone } from '../failures.ts';
import { outputEvent } from '../output-event.ts';
import type { Publish } from '../publisher.ts';
import type { TaskTokens } from '../task-tokens.ts';

export interface WaitingStepParts {
  readonly phases: Phases;
  readonly publish: Publish;
  readonly tokens: TaskTokens;
  readonly clock: () => Date;
}

/**
 * Stores the waiting task's token together with the status, in one write: whoever sees the phase wait can also answer it.
 * A phase that was decided while no task waited (the platform restarted) goes on at once.
 */
export const requestApproval =
  (parts: WaitingStepParts & { outputs: InlineOutputs }) =>
  async ({ taskToken, ...reference }: PhaseReference & { taskToken: string }): Promise<void> => {
    const now = parts.clock().toISOString();
    const asked = await parts.phases.change(reference, {
      from: ['RUNNING'],
      set: { status: 'WAITING_VALIDATION', decisionToken: taskToken, waitingSince: now },
    });
    // Asked before (the platform restarted): only the token is new.
    const waiting =
      asked ??
      (await parts.phases.change(reference, { from: ['WAITING_VALIDATION'], set: { decisionToken: taskToken } }));
    if (waiting) {
      const { id, attempt } = waiting;
      await parts.publish(reference, {
        events: [
          await outputEvent(parts.outputs, reference, waiting),
          { type: 'phase:status', data: { phaseId: id, status: 'WAITING_VALIDATION', attempt } },
        ],
        withCost: true,
        once: { phaseId: id, name: `${attempt} WAITING_VALIDATION` },
      });
      return;
    }
    const phase = await parts.phases.get(reference);
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    await parts.tokens.succeed(taskToken, decisionOf(phase));
  };

/** Where a decided phase goes on: READY means it must run again. */
export const decisionOf = (phase: PhaseRecord): { decision: 'RUN_AGAIN' | 'COMPLETE' } => ({
  decision: phase.status === 'READY' || phase.status === 'RUNNING' ? 'RUN_AGAIN' : 'COMPLETE',
});

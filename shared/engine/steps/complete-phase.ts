// Last step of a phase: finish it and open the gates of its dependants.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { InlineOutputs } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phases.ts';
import { recordMetric } from '../../runtime/metrics.ts';
import { outputEvents } from '../announce-output.ts';
import { CampaignGone } from '../failures.ts';
import { type GateParts, openDependants } from '../gates.ts';
import type { Publish } from '../publisher.ts';

export interface CompletePhaseParts extends GateParts {
  readonly outputs: InlineOutputs;
  readonly publish: Publish;
}

/**
 * Says that a phase is finished, whoever finished it (its agent, or a person who approved or skipped it), and lets its dependants
 * go on. A phase that nobody decided on in time stays FAILED; its dependants go on too, and those that miss an input skip
 * themselves. This is the only place that announces the end of a phase, and it does so once, however often it is repeated.
 */
export const completePhase =
  (parts: CompletePhaseParts) =>
  async (reference: PhaseReference): Promise<void> => {
    const [phase, header] = await Promise.all([
      parts.phases.get(reference),
      parts.campaigns.getWithFinished(reference),
    ]);
    if (!phase || !header)
      throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    await openDependants(parts, reference, phase, header.campaign); // first: others wait for it
    if (isFinished(phase) && !header.finishedPhases.has(phase.id)) await announce(parts, reference, phase);
    recordMetric('phasesFinished', 1, { agent: phase.agent, status: phase.status });
  };

const isFinished = ({ status }: PhaseRecord) => status === 'COMPLETED' || status === 'SKIPPED';

/** An output that a person approved was shown when she was asked. */
async function announce(parts: CompletePhaseParts, reference: PhaseReference, phase: PhaseRecord): Promise<void> {
  const { id, attempt, status, skippedBecause, needsApproval } = phase;
  const shown = needsApproval || status === 'SKIPPED' ? [] : await outputEvents(parts.outputs, reference, phase);
  const reason = skippedBecause ? { reason: skippedBecause } : {};
  await parts.publish(reference, {
    events: [...shown, { type: 'phase:status', data: { phaseId: id, status, attempt, ...reason } }],
    withCost: shown.length > 0,
    finishedPhases: [id],
  });
}

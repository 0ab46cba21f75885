import type { EstimateData } from '../../../shared/campaigns/estimate.ts';
import { modelChoices } from '../../../shared/campaigns/model-choices.ts';
import type { PhaseReference } from '../../../shared/contracts/identifiers.ts';
import type { RouteOutput } from '../../../shared/contracts/routes.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import type { InvalidAnswers } from '../../../shared/data/invalid-answers.ts';
import type { ModelCalls } from '../../../shared/data/model-calls.ts';
import type { Outputs } from '../../../shared/data/outputs.ts';
import { approvalsOf, type PhaseRecord, publicPhase } from '../../../shared/data/phase-records.ts';
import type { Phases } from '../../../shared/data/phases.ts';
import { logger } from '../../../shared/runtime/logger.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

interface Parts extends Pick<EstimateData, 'work'> {
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly phases: Pick<Phases, 'get'>;
  readonly outputs: Pick<Outputs, 'get'>;
  readonly calls: Pick<ModelCalls, 'ofAttempt'>;
  readonly invalidAnswers: Pick<InvalidAnswers, 'get'>;
  /** Those of the configured providers. */
  readonly models: () => Promise<EstimateData['models']>;
}

/** A phase with what it made, or could not make, and what people decided about it; of a stopped one also who could do it instead. */
export const getPhase =
  (parts: Parts) =>
  async ({ params, principal }: Input<'getPhase'>): Promise<RouteOutput<'getPhase'>> => {
    const reference = { ...params, workspaceId: principal.workspaceId };
    const phase = await parts.phases.get(reference);
    if (!phase) throw new ProblemError('not-found', 'There is no such phase.');
    const [output, stop] = await Promise.all([
      phase.outputAttempt && parts.outputs.get(reference, phase.outputAttempt, phase.editedVersion),
      isParked(phase) ? readStop(parts, reference, phase) : {},
    ]);
    // The response schema of the route checks the output against the shapes agents may make.
    return {
      phase: publicPhase(phase),
      output: output as RouteOutput<'getPhase'>['output'],
      approvals: approvalsOf(phase),
      moves: phase.moves ?? [],
      ...stop,
    };
  };

const isParked = ({ status }: PhaseRecord): boolean => status === 'FAILED' || status === 'BUDGET_HOLD';

type Stop = Pick<RouteOutput<'getPhase'>, 'lastAnswer' | 'models'>;

/** What a person decides by about a phase that stopped. */
async function readStop(parts: Parts, reference: PhaseReference, phase: PhaseRecord): Promise<Stop> {
  const [invalid, calls, campaign, cards] = await Promise.all([
    parts.invalidAnswers.get(reference, phase.attempt),
    parts.calls.ofAttempt(reference, phase.id, phase.attempt),
    parts.campaigns.get(reference),
    readCards(parts),
  ]);
  return {
    ...(invalid
      ? { lastAnswer: { model: invalid.calls.at(-1)?.model, value: invalid.value, faults: invalid.faults } }
      : {}),
    ...(campaign && cards ? { models: modelChoices(parts.work[phase.agent], { campaign, calls, cards }) } : {}),
  };
}

/** Settings that cannot be read may be why the phase stopped: it can be looked at all the same. */
const readCards = ({ models }: Pick<Parts, 'models'>) =>
  models().catch((error: unknown) => {
    logger.error('The models to choose from could not be read', error instanceof Error ? error : String(error));
    return undefined;
  });

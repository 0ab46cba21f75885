// The models of one attempt of a phase: in the order that was drawn for it, watched while they work, and learnt from once it is over.

import type { Campaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import { armOf, type BanditStatistics, type Told } from '../data/bandit-statistics.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import { agentWorkload } from '../domain/costs/agent-workload.ts';
import { callName, decisionOf } from '../domain/costs/call-name.ts';
import type { ModelFor } from '../generation/candidates.ts';
import type { Ledger } from '../generation/ledger.ts';
import { partsOf } from '../generation/router/arms.ts';
import type { Need } from '../generation/router/eligible-models.ts';
import type { Choice, Router, Routing } from '../generation/router/router.ts';
import {
  type HeardCall,
  lastAnswer,
  type NamedCall,
  outcomesOf,
  watchLedger,
} from '../generation/router/watch-ledger.ts';
import type { Capability } from '../models/model-card.ts';
import { logger } from '../runtime/logger.ts';

export interface RoutingParts {
  readonly router: Router;
  /** Without it nothing is learnt. */
  readonly arms?: Pick<BanditStatistics, 'tell'> | undefined;
  readonly calls: Pick<ModelCalls, 'triesOf'>;
  readonly clock: () => Date;
}

interface Attempt {
  readonly isNewAttempt: boolean;
  readonly reference: PhaseReference;
  readonly phase: PhaseRecord;
  readonly campaign: Campaign;
}

/** The order of its models. A run that repeats the step begins with the model that the one before it asked last. */
async function routingOf({ router, calls }: RoutingParts, attempt: Attempt): Promise<Routing | undefined> {
  const { isNewAttempt, reference, phase, campaign } = attempt;
  const { agent, criterion = 'balanced' } = phase;
  const { kind } = agentWorkload[agent];
  if (kind === 'none') return undefined;
  const routing = await router.draw(kind, {
    ...{ workspaceId: reference.workspaceId, agent, language: campaign.language, criterion, named: phase.model },
    decision: decisionOf(reference, phase.attempt),
  });
  if (!routing || isNewAttempt) return routing;
  const first = callName(phase.id, phase.attempt, kind === 'text' ? 'text-1' : `${kind}-A`);
  const asked = (await calls.triesOf(reference, first)).at(-1);
  if (!asked) return routing;
  const arm = armOf({ provider: asked.provider, id: asked.model });
  return {
    arms: [arm, ...routing.arms.filter((other) => other !== arm)],
    because: asked.chosenBecause ?? routing.because,
  };
}

export type RoutedAttempt = Awaited<ReturnType<typeof routeAttempt>>;

export async function routeAttempt(parts: RoutingParts, attempt: Attempt, heard: (call: HeardCall) => void) {
  const { router, clock } = parts;
  const { phase, campaign } = attempt;
  const routing = await routingOf(parts, attempt);
  const leftMicroUsd = Math.max(0, campaign.aiCapMicroUsd - campaign.committedMicroUsd);
  let because: Choice<never>['because'] = () => ({ kind: 'only-one' });
  return {
    /** The models to ask for a request that uses so much at most. Throws ModelRefused and ModelUnavailable. */
    async choose<Kind extends Capability>(kind: Kind, most: Need['most']): Promise<readonly ModelFor<Kind>[]> {
      const named = phase.model;
      const capMicroUsd = named === undefined ? campaign.aiCapMicroUsd : undefined;
      const choice = await router.choose(kind, { named, routing, most, leftMicroUsd, capMicroUsd });
      because = choice.because;
      return choice.models;
    },

    /** The model that has a job, whatever is thought of it by now. */
    ofJob: <Kind extends Capability>(kind: Kind, model: string): readonly ModelFor<Kind>[] =>
      router.candidates(kind, model),

    watch: <Call extends NamedCall, Answer, Result, Waiting>(
      ledger: Ledger<Call, Answer, Result, Waiting>,
    ): Ledger<Call, Answer, Result, Waiting> =>
      watchLedger(ledger, {
        circuits: router.circuits,
        because: (card) => because(card),
        heard: routing && heard,
        clock,
      }),
  };
}

/** An attempt whose calls have ended, as far as it teaches something of its models. */
type Taught = Omit<Attempt, 'isNewAttempt'>;

/** What the calls of an attempt taught, by model. Of a program there is nothing to learn, nor of a model that a person has named. */
const taughtBy = ({ phase }: Pick<Taught, 'phase'>, calls: readonly HeardCall[]): Told['arms'] =>
  phase.model === undefined
    ? Object.fromEntries(
        outcomesOf(calls.filter(({ isTrained }) => isTrained)).map((outcome) => [armOf(outcome), partsOf(outcome)]),
      )
    : {};

/**
 * The model whose answer became the output, for a verdict on it to find it. Where people must see the output, what the attempt taught waits
 * for what they decide: both are told in one write.
 */
export function answererOf(attempt: Taught, calls: readonly HeardCall[]): PhaseRecord['answeredBy'] {
  const { phase, campaign } = attempt;
  const last = lastAnswer(calls);
  if (!last?.isTrained || phase.model !== undefined || phase.agent === 'Human') return undefined;
  return {
    ...{ attempt: phase.attempt, arm: armOf(last), language: campaign.language },
    ...(phase.needsApproval ? { untold: taughtBy(attempt, calls) } : {}),
  };
}

/** Learns from how an attempt's calls ended. Statistics are a help: where they cannot be written, the work counts all the same. */
export async function learnFrom(
  { arms }: Pick<RoutingParts, 'arms'>,
  attempt: Taught,
  calls: readonly HeardCall[],
): Promise<void> {
  const { reference, phase, campaign } = attempt;
  const taught = taughtBy(attempt, calls);
  if (!arms || Object.keys(taught).length === 0) return;
  try {
    await arms.tell(
      { workspaceId: reference.workspaceId, agent: phase.agent, language: campaign.language },
      { decision: decisionOf(reference, phase.attempt), arms: taught, isOutcome: true },
    );
  } catch (error) {
    logger.warn('What an attempt taught about its models could not be noted', error as Error);
  }
}

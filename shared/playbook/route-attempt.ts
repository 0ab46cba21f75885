// The models of one attempt of a phase: in the order that was drawn for it, watched while they work, and learnt from once it is over.
import type { Campaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import { type ArmStatistics, armOf } from '../data/arm-statistics.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import type { PhaseRecord } from '../data/phases.ts';
import { agentWork } from '../domain/agent-work.ts';
import { callName, decisionOf } from '../domain/call-name.ts';
import type { ModelFor } from '../generation/candidates.ts';
import type { Ledger } from '../generation/ledger.ts';
import { partsOf } from '../generation/router/arms.ts';
import type { Need } from '../generation/router/eligible.ts';
import type { Choice, Router, Routing } from '../generation/router/router.ts';
import {
  type HeardCall,
  lastAnswer,
  type NamedCall,
  outcomesOf,
  watchLedger,
} from '../generation/router/watch-ledger.ts';
import type { Capability } from '../models/registry.ts';
import { logger } from '../runtime/logger.ts';

export interface RoutingParts {
  readonly router: Router;
  /** Without it nothing is learnt. */
  readonly arms?: Pick<ArmStatistics, 'tell'> | undefined;
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
  const { kind } = agentWork[agent];
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
  let because: Choice<never>['because'] = () => 'the only one there is';
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

/** The model whose answer became the output, for a verdict on it to find it. Of a program there is nothing to learn. */
export function answererOf(
  { attempt, agent, model }: PhaseRecord,
  { language }: Campaign,
  calls: readonly HeardCall[],
): PhaseRecord['answeredBy'] {
  const last = lastAnswer(calls);
  const isLearnt = last?.isTrained && model === undefined && agent !== 'Human';
  return isLearnt ? { attempt, arm: armOf(last), language } : undefined;
}

/** Learns from how an attempt's calls ended. Statistics are a help: where they cannot be written, the work counts all the same. */
export async function learnFrom(
  { arms }: Pick<RoutingParts, 'arms'>,
  { reference, phase, campaign }: Omit<Attempt, 'isNewAttempt'>,
  calls: readonly HeardCall[],
): Promise<void> {
  const { agent, attempt, model } = phase;
  const outcomes = outcomesOf(calls.filter(({ isTrained }) => isTrained));
  if (!arms || model !== undefined || outcomes.length === 0) return;
  try {
    await arms.tell(
      { workspaceId: reference.workspaceId, agent, language: campaign.language },
      {
        decision: decisionOf(reference, attempt),
        arms: Object.fromEntries(outcomes.map((outcome) => [armOf(outcome), partsOf(outcome)])),
        isOutcome: true,
      },
    );
  } catch (error) {
    logger.warn('What an attempt taught about its models could not be noted', error as Error);
  }
}

// The handler of the step that runs agents, given the agents and the models they may use.
import type { AgentRegistry } from '../../shared/agents/agent.ts';
import { wireCampaign } from '../../shared/campaigns/wire-campaign.ts';
import { phaseReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import type { Candidates } from '../../shared/generation/candidates.ts';
import { wireRouter } from '../../shared/generation/router/wire-router.ts';
import type { SignMedia } from '../../shared/media/disclose-media.ts';
import type { AskBill } from '../../shared/models/bill-of-call.ts';
import { gateAnswerSchema } from '../../shared/playbook/gate-lookahead.ts';
import { prepareEnd } from '../../shared/playbook/steps/complete-phase.ts';
import { runAgent } from '../../shared/playbook/steps/run-agent.ts';
import { openTaskTokens } from '../../shared/playbook/task-tokens.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { taskFunction } from '../kit/task-function.ts';

const openedPhaseSchema = phaseReferenceSchema.extend({ gate: gateAnswerSchema.optional() });

/**
 * `mark` changes with the settings of providers; `sign` signs pictures and videos, where they say so; `askBill` asks providers what a lost call
 * cost.
 */
export function runAgentFunction(
  agents: AgentRegistry,
  candidates: () => Promise<Candidates>,
  mark?: () => Promise<string>,
  sign?: () => Promise<SignMedia | undefined>,
  askBill?: AskBill,
) {
  const wired = wireCampaign(readEnvironment(lambdas['run-agent'].environment));
  const tokens = openTaskTokens();
  const { arms, routerOf } = wireRouter(wired.table, wired.clock, mark);
  const ends = prepareEnd({ ...wired, outputs: wired.inlineOutputs, tokens });
  return taskFunction(openedPhaseSchema, async (opened) =>
    runAgent({
      ...{ ...wired, agents, arms, askBill, router: routerOf(await candidates()) },
      ...{ sign: await sign?.(), prepareEnd: ends },
    })(opened),
  );
}

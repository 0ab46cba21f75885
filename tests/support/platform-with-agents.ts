// The embedded platform with the real state machine, the real functions and simulated agents.
import { generationFunction } from '../../functions/api/generation/generation-function.ts';
import { taskFunction } from '../../functions/kit/task-function.ts';
import type { HandlerModules } from '../../local/lambda/lambda-runtime.ts';
import { startPlatform } from '../../local/start-platform.ts';
import type { AgentRegistry } from '../../shared/agents/agent.ts';
import { wireCampaign } from '../../shared/campaigns/wire-campaign.ts';
import { phaseReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import type { Models } from '../../shared/models/model.ts';
import { runAgent } from '../../shared/playbook/steps/run-agent.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { noteUnexpectedError } from './unexpected-errors.ts';

/** Models for agents that call none. */
const noModels: Models = {
  get text(): never {
    throw new Error('These agents call no text model');
  },
  get image(): never {
    throw new Error('These agents call no image model');
  },
  get video(): never {
    throw new Error('These agents call no video model');
  },
};

export interface PlatformWithAgents {
  readonly directory: string;
  readonly agents: AgentRegistry;
  readonly models?: Models;
  /** The time of the functions below /internal. */
  readonly clock?: () => Date;
  /** Wraps the functions, such as to count what they consume. */
  readonly around?: (functions: HandlerModules) => HandlerModules;
}

/** Starts it on free ports. Errors that nobody is told about fail the suite: a test must not pass over them. */
export function startPlatformWithAgents({
  directory,
  agents,
  models = noModels,
  clock = () => new Date(),
  around = (functions) => functions,
}: PlatformWithAgents) {
  return startPlatform({
    directory,
    functions: around({
      generation: async () => ({
        handler: generationFunction(readEnvironment(lambdas.generation.environment), candidatesFrom([models]), clock),
      }),
      'run-agent': async () => ({
        handler: taskFunction(
          phaseReferenceSchema,
          runAgent({
            ...wireCampaign(readEnvironment(lambdas['run-agent'].environment)),
            agents,
            candidates: candidatesFrom([models]),
          }),
        ),
      }),
    }),
    onError: noteUnexpectedError,
  });
}

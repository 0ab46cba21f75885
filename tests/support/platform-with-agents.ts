// The embedded platform with the real state machine, the real functions and simulated agents.
import { generationFunction } from '../../functions/api/generation/generation-function.ts';
import { runAgentFunction } from '../../functions/playbook/run-agent-function.ts';
import type { HandlerModules } from '../../local/lambda/lambda-runtime.ts';
import { startPlatform } from '../../local/start-platform.ts';
import type { AgentRegistry } from '../../shared/agents/agent.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import type { Models } from '../../shared/models/model.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { noteUnexpectedError } from './unexpected-errors.ts';

export interface PlatformWithAgents {
  readonly directory: string;
  readonly agents: AgentRegistry;
  /** What the provider offers, or each of several; asked for anew by each step. */
  readonly models?: Models | readonly Models[];
  /** The time of the functions below /internal. */
  readonly clock?: () => Date;
  /** Port of the application; without one it is not served. */
  readonly pagePort?: number;
  /** Wraps the functions, such as to count what they consume. */
  readonly around?: (functions: HandlerModules) => HandlerModules;
}

/** Starts it on free ports. Errors that nobody is told about fail the suite: a test must not pass over them. */
export function startPlatformWithAgents({
  directory,
  agents,
  models = {},
  clock = () => new Date(),
  pagePort,
  around = (functions) => functions,
}: PlatformWithAgents) {
  const candidates = async () => candidatesFrom([models].flat());
  return startPlatform({
    directory,
    pagePort,
    functions: around({
      generation: async () => ({
        handler: generationFunction(readEnvironment(lambdas.generation.environment), { candidates }, clock),
      }),
      'run-agent': async () => ({
        handler: runAgentFunction(agents, candidates),
      }),
    }),
    onError: noteUnexpectedError,
  });
}

// Agents that take a given time and answer with a fixed, valid output: for benchmarks and for tests of the engine.
import type { Agent, AgentInput, AgentRegistry, AgentTools } from '../../shared/agents/agent.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { AgentId } from '../../shared/contracts/agents.ts';
import { defaultPlaybook } from '../../shared/domain/playbook/default-playbook.ts';
import { sampleOutputs } from '../../shared/export/testing/sample-outputs.ts';

export type WorkingAgentId = Exclude<AgentId, 'Human'>;

export interface SimulatedRun {
  readonly agent: WorkingAgentId;
  readonly phaseId: string;
  readonly input: AgentInput;
  readonly tools: AgentTools;
}

/** The phase each agent has in the default playbook. */
export const phaseOfAgent = (agent: AgentId): string => {
  const phase = defaultPlaybook.phases.find((candidate) => candidate.agent === agent);
  if (!phase) throw new Error(`${agent} has no phase in the default playbook`);
  return phase.id;
};

/** A registry whose agents call `work` and then answer with the sample output of their kind, unless `work` answers otherwise. */
export function simulatedAgents(work: (run: SimulatedRun) => Promise<unknown>): AgentRegistry {
  const agentOf = <Id extends WorkingAgentId>(id: Id): Agent<Id> => ({
    id,
    async run(input, tools) {
      const output = (await work({ agent: id, phaseId: phaseOfAgent(id), input, tools })) ?? sampleOutputs[id];
      return { status: 'done', output: output as AgentOutput<Id> };
    },
  });
  return {
    MarketAnalyst: agentOf('MarketAnalyst'),
    CMO: agentOf('CMO'),
    Scriptwriter: agentOf('Scriptwriter'),
    SEO: agentOf('SEO'),
    Copywriter: agentOf('Copywriter'),
    ContentWriter: agentOf('ContentWriter'),
    designer: agentOf('designer'),
    'video-producer': agentOf('video-producer'),
    Social: agentOf('Social'),
    Analytics: agentOf('Analytics'),
  };
}

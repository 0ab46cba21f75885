// What the pairs of A/B agents are called in their outputs. Pure.
import type { AgentId } from '../../contracts/agents.ts';

const pairs = {
  designer: { list: 'visuals', chosen: 'validatedVisual' },
  'video-producer': { list: 'videos', chosen: 'validatedVideo' },
} as const;

/** The names an A/B agent uses for its pair, or undefined for an agent that makes no pair. */
export const pairOf = (agent: AgentId): (typeof pairs)[keyof typeof pairs] | undefined =>
  agent === 'designer' || agent === 'video-producer' ? pairs[agent] : undefined;

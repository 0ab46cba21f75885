// Which of two variants goes on: the person's choice, or the higher score when nobody is asked. Pure.

import type { Variant } from '../contracts/agent-outputs.ts';
import type { AgentId } from '../contracts/agents.ts';

interface Scored {
  readonly variant: Variant;
  readonly assetId: string;
  readonly score: number;
}

/** The variant with the higher score; A wins a draw, so that repeating gives the same answer. */
export const bestVariant = <Candidate extends Scored>(candidates: readonly [Candidate, ...Candidate[]]): Candidate =>
  candidates.reduce((best, candidate) => (candidate.score > best.score ? candidate : best));

const pairs = {
  designer: { list: 'visuals', chosen: 'validatedVisual' },
  'video-producer': { list: 'videos', chosen: 'validatedVideo' },
} as const;

/** The names an A/B agent uses for its pair, or undefined for an agent that makes no pair. */
export const pairOf = (agent: AgentId): (typeof pairs)[keyof typeof pairs] | undefined =>
  agent === 'designer' || agent === 'video-producer' ? pairs[agent] : undefined;

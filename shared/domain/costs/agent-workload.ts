// What each agent asks of models in one attempt, as data: for estimates, which must not load the agents themselves. A test compares
// it with what they really ask (shared/agents/agent-workload.test.ts).
import type { AgentId } from '../../contracts/agents.ts';

export interface TokenRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** Text: one call, and one more where the answer does not fit. Media: calls that are made at the same time. */
export type AgentWorkload =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly inputTokens: TokenRange; readonly outputTokens: TokenRange }
  | { readonly kind: 'image'; readonly calls: number }
  | { readonly kind: 'video'; readonly calls: number; readonly videoSeconds: number };

/** Prompts grow with the brief, from a short one to a long one; the most an answer may have is what the agent allows. */
const text = (input: readonly [number, number], output: readonly [number, number]): AgentWorkload => ({
  kind: 'text',
  inputTokens: { minimum: input[0], maximum: input[1] },
  outputTokens: { minimum: output[0], maximum: output[1] },
});

export const agentWorkload: Readonly<Record<AgentId, AgentWorkload>> = {
  Human: { kind: 'none' },
  MarketAnalyst: text([400, 4000], [400, 6000]),
  CMO: text([1000, 8000], [500, 5000]),
  Scriptwriter: text([1000, 10_000], [150, 5000]),
  SEO: text([1000, 10_000], [300, 3000]),
  Copywriter: text([1000, 12_000], [60, 9000]),
  ContentWriter: text([1000, 14_000], [800, 5000]),
  designer: { kind: 'image', calls: 2 },
  'video-producer': { kind: 'video', calls: 2, videoSeconds: 7 },
  Social: text([1000, 16_000], [100, 8000]),
  Analytics: text([800, 12_000], [150, 2000]),
};

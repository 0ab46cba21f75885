// What an agent made, in its real shape: a grid, a table, a storyboard, posts as their networks show them. Pages and the report draw it with this.
import { createElement as h, type ReactNode } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import type { AgentId } from '../contracts/agents.ts';
import { Article } from './article.ts';
import { Brief } from './brief.ts';
import { Copy } from './copy.ts';
import { Forecast } from './forecast.ts';
import { Keywords } from './keywords.ts';
import { Images, Videos } from './pair.ts';
import { PostPlan } from './post-plan.ts';
import { Research } from './research.ts';
import { Scripts } from './scripts.ts';
import { Strategy } from './strategy.ts';

const drawings: { readonly [Id in AgentId]: (props: { readonly output: AgentOutput<Id> }) => ReactNode } = {
  Human: Brief,
  MarketAnalyst: Research,
  CMO: Strategy,
  Scriptwriter: Scripts,
  SEO: Keywords,
  Copywriter: Copy,
  ContentWriter: Article,
  designer: Images,
  'video-producer': Videos,
  Social: PostPlan,
  Analytics: Forecast,
};

interface OutputProps {
  readonly agent: AgentId;
  /** Checked by the agent's schema: which one that is, the agent tells. */
  readonly output: unknown;
}

export const Output = ({ agent, output }: OutputProps) =>
  h(
    'div',
    { className: 'output' },
    h(drawings[agent] as (props: { readonly output: unknown }) => ReactNode, { output }),
  );

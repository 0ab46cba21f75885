// What an agent made, in its real shape: a grid, a table, a storyboard, posts as their networks show them.
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { AgentId } from '../../shared/contracts/agents.ts';
import { Article } from './article.tsx';
import { Brief } from './brief.tsx';
import { Copy } from './copy.tsx';
import { Forecast } from './forecast.tsx';
import { Keywords } from './keywords.tsx';
import { Films, Pictures } from './media.tsx';
import './outputs.css';
import { PostPlan } from './post-plan.tsx';
import { Research } from './research.tsx';
import { Scripts } from './scripts.tsx';
import { Strategy } from './strategy.tsx';

interface OutputProps {
  readonly agent: AgentId;
  readonly output: unknown;
  /** Media budget of the brief, for the money of the channel mix. */
  readonly budget?: { readonly amount: number; readonly currency: string } | undefined;
}

/** The API has checked the output by the agent's schema; which one that is, the agent tells. */
const as = <Id extends AgentId>(output: unknown) => output as AgentOutput<Id>;

export function Output({ agent, output, budget }: OutputProps) {
  return <div className="output">{draw(agent, output, budget)}</div>;
}

function draw(agent: AgentId, output: unknown, budget: OutputProps['budget']) {
  switch (agent) {
    case 'Human':
      return <Brief output={as<'Human'>(output)} />;
    case 'MarketAnalyst':
      return <Research output={as<'MarketAnalyst'>(output)} />;
    case 'CMO':
      return <Strategy output={as<'CMO'>(output)} budget={budget} />;
    case 'Scriptwriter':
      return <Scripts output={as<'Scriptwriter'>(output)} />;
    case 'SEO':
      return <Keywords output={as<'SEO'>(output)} />;
    case 'Copywriter':
      return <Copy output={as<'Copywriter'>(output)} />;
    case 'ContentWriter':
      return <Article output={as<'ContentWriter'>(output)} />;
    case 'designer':
      return <Pictures output={as<'designer'>(output)} />;
    case 'video-producer':
      return <Films output={as<'video-producer'>(output)} />;
    case 'Social':
      return <PostPlan output={as<'Social'>(output)} />;
    case 'Analytics':
      return <Forecast output={as<'Analytics'>(output)} />;
  }
}

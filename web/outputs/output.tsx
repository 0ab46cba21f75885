// The output of a phase as its readers in the application see it.
import { useSuspenseQuery } from '@tanstack/react-query';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { AgentId } from '../../shared/contracts/agents.ts';
import { drawingQuery } from './drawings.ts';
import { PlayBoth } from './play-both.tsx';

interface OutputProps {
  readonly agent: AgentId;
  /** Checked by the agent's schema: which one that is, the agent tells. */
  readonly output: unknown;
}

/** Suspends until what draws it is there. */
export function Output({ agent, output }: OutputProps) {
  const { data: Drawing } = useSuspenseQuery(drawingQuery(agent));
  const drawing = (
    <div className="output">
      <Drawing output={output as AgentOutput<AgentId>} />
    </div>
  );
  return agent === 'video-producer' ? <PlayBoth>{drawing}</PlayBoth> : drawing;
}

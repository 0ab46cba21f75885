// The output of a phase as its readers in the application see it.
import type { AgentId } from '../../shared/contracts/agents.ts';
import { Output as Drawing } from '../../shared/outputs/output.ts';
import { PlayBoth } from './play-both.tsx';

interface OutputProps {
  readonly agent: AgentId;
  readonly output: unknown;
}

export function Output({ agent, output }: OutputProps) {
  const drawing = <Drawing agent={agent} output={output} />;
  return agent === 'video-producer' ? <PlayBoth>{drawing}</PlayBoth> : drawing;
}

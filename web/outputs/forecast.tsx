import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { number } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { Points, Section, Table } from './parts.tsx';
import { outputWords } from './words.ts';

export function Forecast({ output }: { readonly output: AgentOutput<'Analytics'> }) {
  const say = useWords(outputWords);
  return (
    <>
      <Table
        head={[say('indicator'), say('value'), say('basis')]}
        rows={output.kpiTable.map(({ kpi, value, low, high, unit, basis, status }) => [
          kpi,
          kpi,
          <span key="value" className="kpi number">
            <strong>
              {low !== undefined && high !== undefined
                ? say('between', { low: number(low, 1), high: number(high, 1) })
                : number(value, 1)}
            </strong>{' '}
            {unit} <span className="tag">{say(status)}</span>
          </span>,
          basis,
        ])}
      />
      <Section title={say('insights')}>
        <Points points={output.insights} />
      </Section>
      <Section title={say('recommendations')}>
        <Points points={output.recommendations} />
      </Section>
      {output.forecastNotes.length > 0 && (
        <Section title={say('notes')}>
          <Points points={output.forecastNotes} />
        </Section>
      )}
    </>
  );
}

import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { number } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { Points, Section, Table } from './parts.tsx';
import { outputWords } from './words.ts';

export function Keywords({ output }: { readonly output: AgentOutput<'SEO'> }) {
  const say = useWords(outputWords);
  return (
    <>
      <Table
        head={[say('keyword'), say('intent'), say('difficulty')]}
        rows={output.keywordsList.map(({ keyword, intent, difficulty }) => [
          keyword,
          keyword,
          <span key="intent" className="tag">
            {say(intent)}
          </span>,
          <span key="difficulty" className="difficulty number">
            <span className="bar" aria-hidden="true">
              <span className="bar-spent" style={{ inlineSize: `${difficulty}%` }} />
            </span>
            {number(difficulty)}
          </span>,
        ])}
      />
      <Section title={say('clusters')}>
        <ul className="cards">
          {output.clusters.map(({ name, keywords }) => (
            <li key={name} className="card">
              <h4>{name}</h4>
              <p className="tags">
                {keywords.map((keyword) => (
                  <span key={keyword} className="tag">
                    {keyword}
                  </span>
                ))}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say('searchOpportunities')}>
        <Points points={output.seoOpportunities} />
      </Section>
    </>
  );
}

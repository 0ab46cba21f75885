import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { useWords } from '../words/words.ts';
import { Points, Section, Table } from './parts.tsx';
import { outputWords } from './words.ts';

type Slide = AgentOutput<'MarketAnalyst'>['marketAnalysisReport']['slides'][number];

export function Research({ output: { marketAnalysisReport } }: { readonly output: AgentOutput<'MarketAnalyst'> }) {
  return (
    <>
      <p className="output-lead">{marketAnalysisReport.title}</p>
      {marketAnalysisReport.slides.map((slide) => (
        <Section key={`${slide.kind} ${slide.title}`} title={slide.title}>
          <SlideBody slide={slide} />
        </Section>
      ))}
    </>
  );
}

const quarters = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;

function SlideBody({ slide }: { readonly slide: Slide }) {
  const say = useWords(outputWords);
  if (slide.kind === 'insight') return <Points points={slide.points} />;
  if (slide.kind === 'benchmark')
    return (
      <Table
        head={[say('competitor'), say('positioning'), say('strength'), say('gap')]}
        rows={slide.competitors.map(({ name, positioning, strength, gap }) => [name, name, positioning, strength, gap])}
      />
    );
  return (
    <div className="swot">
      {quarters.map((quarter) => (
        <div key={quarter} className="swot-quarter" data-quarter={quarter}>
          <h4>{say(quarter)}</h4>
          <Points points={slide[quarter]} />
        </div>
      ))}
    </div>
  );
}

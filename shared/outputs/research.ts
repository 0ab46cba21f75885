// The market as slides: SWOT grid, competitors, findings.
import { createElement as h } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import { useOutput } from './output-context.ts';
import { Points, Section, Table, written } from './parts.ts';

type Slide = AgentOutput<'MarketAnalyst'>['marketAnalysisReport']['slides'][number];

export const Research = ({ output: { marketAnalysisReport } }: { readonly output: AgentOutput<'MarketAnalyst'> }) => [
  h('p', { ...written, key: 'title', className: 'output-lead' }, marketAnalysisReport.title),
  ...marketAnalysisReport.slides.map((slide) =>
    h(Section, { key: `${slide.kind} ${slide.title}`, title: slide.title, isWritten: true }, h(SlideBody, { slide })),
  ),
];

const quarters = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;

function SlideBody({ slide }: { readonly slide: Slide }) {
  const { say } = useOutput();
  if (slide.kind === 'insight') return h(Points, { points: slide.points });
  if (slide.kind === 'benchmark')
    return h(Table, {
      head: [say('competitor'), say('positioning'), say('strength'), say('gap')],
      rows: slide.competitors.map(({ name, positioning, strength, gap }) => [name, name, positioning, strength, gap]),
    });
  return h(
    'div',
    { className: 'swot' },
    ...quarters.map((quarter) =>
      h('div', { 'data-quarter': quarter }, h('h4', null, say(quarter)), h(Points, { points: slide[quarter] })),
    ),
  );
}

// What people search for: clusters, then every keyword with its intent and how hard it is to be found by.
import { createElement as h } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import { useOutput } from './output-context.ts';
import { Meter, Points, Section, Table, Tags, written } from './parts.ts';

export function Keywords({ output }: { readonly output: AgentOutput<'SEO'> }) {
  const { say, number } = useOutput();
  return [
    h(
      Section,
      { key: 'clusters', title: say('clusters') },
      h(
        'ul',
        { className: 'cards' },
        ...output.clusters.map(({ name, keywords }) =>
          h('li', { className: 'card' }, h('h4', written, name), h(Tags, { tags: keywords })),
        ),
      ),
    ),
    h(
      Section,
      { key: 'keywordsList', title: say('keywordsList') },
      h(Table, {
        head: [say('keyword'), say('intent'), say('difficulty')],
        rows: output.keywordsList.map(({ keyword, intent, difficulty }) => [
          keyword,
          keyword,
          h('span', { className: 'tag', 'data-intent': intent }, say(intent)),
          h('span', { className: 'difficulty' }, h(Meter, { share: difficulty / 100 }), ' ', number(difficulty)),
        ]),
      }),
    ),
    h(Section, { key: 'seo', title: say('seoOpportunities') }, h(Points, { points: output.seoOpportunities })),
  ];
}

// The article as it will be read, as a search engine lists it, and what goes with it.
import { createElement as h } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import { Count, hostOf, SearchResult } from './copy.ts';
import { Markdown } from './markdown.ts';
import { useOutput } from './output-context.ts';
import { Points, Section, Table, written } from './parts.ts';

const longestDescription = 160;

export function Article({ output }: { readonly output: AgentOutput<'ContentWriter'> }) {
  const { say, website, brand } = useOutput();
  const { articleTitle, articleMarkdown, metaDescription, altTexts, ABVariants } = output;
  const count = articleMarkdown.split(/\s+/).filter(Boolean).length;
  return [
    h(
      Section,
      { key: 'preview', title: say('searchPreview') },
      h(
        'div',
        { className: 'card' },
        h(SearchResult, { place: website ? hostOf(website) : brand, title: articleTitle }, metaDescription),
        h('p', { className: 'post-foot' }, say('metaDescription'), ' ', h(Count, { text: metaDescription, most: longestDescription })), // biome-ignore format: as it is read
      ),
    ),
    h(
      'article',
      { ...written, key: 'article', className: 'article' },
      h('h3', { ...written, className: 'article-title' }, articleTitle),
      h('p', { className: 'count' }, say('length', { count })),
      h(Markdown, { source: withoutRepeatedTitle(articleMarkdown, articleTitle) }),
    ),
    h(
      Section,
      { key: 'variants', title: say('ABVariants') },
      h(Table, {
        head: [say('element'), say('variant', { variant: 'A' }), say('variant', { variant: 'B' })],
        rows: ABVariants.map(({ element, a, b }) => [element, element, a, b]),
      }),
    ),
    h(Section, { key: 'altTexts', title: say('altTexts') }, h(Points, { points: altTexts })),
  ];
}

/** Many articles open with their own title, which stands above already. */
function withoutRepeatedTitle(text: string, title: string): string {
  const [first = '', ...rest] = text.trimStart().split('\n');
  return first.replace(/^#\s+/, '').trim() === title.trim() ? rest.join('\n') : text;
}

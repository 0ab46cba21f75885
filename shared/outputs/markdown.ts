// Markdown from a model as elements. Nothing the model wrote may act: HTML is shown as text, pictures become their words, and only web and mail
// links are links.
import { marked, type Token, type Tokens } from 'marked';
import { Fragment, createElement as h, type ReactNode } from 'react';
import { written } from './parts.ts';

export const Markdown = ({ source }: { readonly source: string }) =>
  h('div', { className: 'markdown' }, ...drawAll(marked.lexer(source)));

const drawAll = (tokens: readonly Token[] = []): ReactNode[] => tokens.map((token) => draw(token as Tokens.Generic));

const allowedLink = /^(https?:\/\/|mailto:)/i;

function draw(token: Tokens.Generic): ReactNode {
  const inside = (): ReactNode[] => (token.tokens ? drawAll(token.tokens) : [token['text'] ?? token.raw]);
  switch (token.type) {
    case 'heading':
      // Below the title of the article, which is an h3.
      return h(`h${Math.min(token['depth'] + 2, 6)}`, written, ...inside());
    case 'paragraph':
      return h('p', written, ...inside());
    case 'strong':
      return h('strong', null, ...inside());
    case 'em':
      return h('em', null, ...inside());
    case 'del':
      return h('del', null, ...inside());
    case 'codespan':
      return h('code', null, token['text']);
    case 'code':
      return h('pre', null, h('code', null, token['text']));
    case 'blockquote':
      return h('blockquote', null, ...inside());
    case 'br':
      return h('br');
    case 'hr':
      return h('hr');
    case 'list':
      return h(
        token['ordered'] ? 'ol' : 'ul',
        null,
        ...(token['items'] as Tokens.ListItem[]).map((item) => h('li', written, ...drawAll(item.tokens))),
      );
    case 'table':
      return drawTable(token as Tokens.Table);
    case 'link':
      if (!allowedLink.test(token['href'])) return h(Fragment, null, ...inside());
      return h('a', { href: token['href'], rel: 'noopener noreferrer', target: '_blank' }, ...inside());
    case 'image':
      return token['text'];
    case 'space':
    case 'checkbox':
      return null;
    default:
      return h(Fragment, null, ...inside());
  }
}

const drawTable = ({ header, rows }: Tokens.Table): ReactNode =>
  h(
    'table',
    { className: 'data-table' },
    h('thead', null, h('tr', null, ...header.map(({ tokens }) => h('th', { ...written, scope: 'col' }, ...drawAll(tokens))))), // biome-ignore format: a row
    h(
      'tbody',
      null,
      ...rows.map((row) => h('tr', null, ...row.map(({ tokens }) => h('td', written, ...drawAll(tokens))))),
    ),
  );

import { marked, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { useWords } from '../words/words.ts';
import { Section, Table } from './parts.tsx';
import { outputWords } from './words.ts';

export function Article({ output }: { readonly output: AgentOutput<'ContentWriter'> }) {
  const say = useWords(outputWords);
  const { articleTitle, articleMarkdown, metaDescription, ABVariants } = output;
  const count = articleMarkdown.split(/\s+/).filter(Boolean).length;
  return (
    <>
      <Section title={say('searchPreview')}>
        <div className="card">
          <p className="search-title">{articleTitle}</p>
          <p>{metaDescription}</p>
          <p className="small soft number">{say('characters', { count: metaDescription.length, most: 160 })}</p>
        </div>
      </Section>
      <article className="article">
        <h3 className="article-title">{articleTitle}</h3>
        <p className="small soft number">{say('words', { count })}</p>
        <Markdown source={articleMarkdown} />
      </article>
      <Section title={say('variants')}>
        <Table
          head={[say('element'), say('variant', { variant: 'A' }), say('variant', { variant: 'B' })]}
          rows={ABVariants.map(({ element, a, b }) => [element, element, a, b])}
        />
      </Section>
    </>
  );
}

/** Markdown as elements: what an agent writes never becomes HTML of the page. */
export const Markdown = ({ source }: { readonly source: string }) => <>{drawAll(marked.lexer(source))}</>;

const drawAll = (tokens: readonly Token[] = []): ReactNode =>
  tokens.map((token, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
    <Fragment key={place}>{drawToken(token as Tokens.Generic)}</Fragment>
  ));

function drawToken(token: Tokens.Generic): ReactNode {
  const inside = () => (token.tokens ? drawAll(token.tokens) : (token['text'] as string | undefined));
  switch (token.type) {
    case 'heading':
      return token['depth'] <= 2 ? <h4 className="article-heading">{inside()}</h4> : <h5>{inside()}</h5>;
    case 'paragraph':
      return <p>{inside()}</p>;
    case 'strong':
      return <strong>{inside()}</strong>;
    case 'em':
      return <em>{inside()}</em>;
    case 'codespan':
      return <code>{token['text']}</code>;
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>;
    case 'br':
      return <br />;
    case 'hr':
      return <hr />;
    case 'list': {
      const items = (token['items'] as Tokens.ListItem[]).map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
        <li key={place}>{drawAll(item.tokens)}</li>
      ));
      return token['ordered'] ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'link':
      return /^https?:/.test(token['href']) ? (
        <a href={token['href']} rel="noreferrer" target="_blank">
          {inside()}
        </a>
      ) : (
        inside()
      );
    case 'space':
      return null;
    default:
      return inside() ?? token.raw;
  }
}

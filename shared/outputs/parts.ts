// What several outputs are made of. `createElement` by a short name: servers run these files as they are, and know no JSX.
import { createElement as h, type ReactNode } from 'react';

/** What a person or a model wrote: it runs in its own direction, and away from what stands beside it. */
export const written = { dir: 'auto' } as const;

interface SectionProps {
  readonly title: string;
  /** The title is of the output itself. */
  readonly isWritten?: boolean;
  readonly children?: ReactNode;
}

export const Section = ({ title, isWritten, children }: SectionProps) =>
  h('section', { className: 'output-section' }, h('h3', isWritten ? written : undefined, title), children);

export const Points = ({ points }: { readonly points: readonly string[] }) =>
  h('ul', { className: 'output-points' }, ...points.map((point) => h('li', written, point)));

/** Short texts in a row. */
export const Tags = ({ tags, kind = 'tag' }: { readonly tags: readonly string[]; readonly kind?: 'tag' | 'cta' }) =>
  h('ul', { className: 'tags' }, ...tags.map((tag) => h('li', { ...written, className: kind }, tag)));

/** Short sentences that deserve a card each, in their order. */
export const Statements = ({ statements }: { readonly statements: readonly string[] }) =>
  h('ol', { className: 'statements' }, ...statements.map((text) => h('li', written, text)));

/** Text as its author broke it: a blank line makes a paragraph, a line end a line. */
export const Paragraphs = ({ text, className = 'prose' }: { readonly text: string; readonly className?: string }) =>
  h(
    'div',
    { className },
    ...text
      .split(/\n{2,}/)
      .filter((block) => block.trim() !== '')
      .map((block) => h('p', written, block)),
  );

/** A bar drawn by attributes: a page that allows no inline style draws it as well. What it says stands beside it as a figure. */
export const Meter = ({ share, isOver = false }: { readonly share: number; readonly isOver?: boolean }) =>
  h(
    'svg',
    {
      className: 'meter',
      'data-over': isOver || undefined,
      viewBox: '0 0 100 1',
      preserveAspectRatio: 'none',
      'aria-hidden': true,
    },
    h('rect', { width: Math.min(100, Math.max(0, share * 100)), height: 1 }),
  );

export interface TableProps {
  readonly head: readonly string[];
  /** Each begins with its key. */
  readonly rows: readonly (readonly ReactNode[])[];
}

/** The first cell of a row names it. It scrolls inside of itself where the page is narrow. */
export const Table = ({ head, rows }: TableProps) =>
  h(
    'div',
    { className: 'table-frame', role: 'group', tabIndex: 0, 'aria-label': head[0] },
    h(
      'table',
      { className: 'data-table' },
      h('thead', null, h('tr', null, ...head.map((title) => h('th', { scope: 'col' }, title)))),
      h(
        'tbody',
        null,
        ...rows.map(([key, first, ...cells]) =>
          h(
            'tr',
            { key: String(key) },
            h('th', { ...written, scope: 'row' }, first),
            ...cells.map((cell) => h('td', written, cell)),
          ),
        ),
      ),
    ),
  );

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and what they stand for; a fact without a value is left out. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) =>
  h(
    'dl',
    { className: 'output-facts' },
    ...facts.flatMap(({ label, value }) =>
      value ? [h('div', null, h('dt', null, label), h('dd', written, value))] : [],
    ),
  );

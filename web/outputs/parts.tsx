// What several outputs are made of.
import type { ReactNode } from 'react';
import './outputs.css';

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="output-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export const Points = ({ points }: { readonly points: readonly string[] }) => (
  <ul className="output-points">
    {points.map((point) => (
      <li key={point}>{point}</li>
    ))}
  </ul>
);

interface TableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly [key: string, ...cells: ReactNode[]])[];
}

/** The first cell of a row names it. It scrolls inside of itself where the page is narrow. */
export function Table({ head, rows }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by the keys
    <section className="table-frame" tabIndex={0} aria-label={head[0]}>
      <table className="data-table">
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, first, ...cells]) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

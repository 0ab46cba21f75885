// What stands where something is still to come, or where there is nothing yet.
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { designWords } from './words.ts';

/** Lines of the height that the content will have, so that nothing jumps. */
export function Skeleton({ lines = 3, height = '1rem' }: { readonly lines?: number; readonly height?: string }) {
  const say = useWords(designWords);
  return (
    <div className="skeletons" role="status" aria-label={say('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <span key={line} className="skeleton" style={{ blockSize: height, inlineSize: `${100 - (line % 3) * 12}%` }} />
      ))}
    </div>
  );
}

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className="button-row">{action}</div>}
    </div>
  );
}

// What stands where something is still to come, or where there is nothing yet.
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n/messages.ts';
import { designWords } from './messages.ts';

/** After this, whoever waits is told that it is not stuck. */
const slowMilliseconds = 8_000;

/** Lines of the height that the content will have, so that nothing jumps. */
export function Skeleton({ lines = 3, height = '1rem' }: { readonly lines?: number; readonly height?: string }) {
  const say = useWords(designWords);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeletons" role="status" aria-label={say('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <span key={line} className="skeleton" style={{ blockSize: height, inlineSize: `${100 - (line % 3) * 12}%` }} />
      ))}
      {isSlow && <p className="small soft">{say('slow')}</p>}
    </div>
  );
}

/** Stands for a whole page, which has a heading even while nobody knows which. */
export function PageSkeleton() {
  const say = useWords(designWords);
  return (
    <>
      <h1 className="visually-hidden">{say('loading')}</h1>
      <Skeleton lines={8} height="2rem" />
    </>
  );
}

interface EmptyStateProps {
  readonly title: string;
  /** 1 where it is the whole page. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, level = 2, children, action }: EmptyStateProps) {
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <div className="empty">
      <Title>{title}</Title>
      {children && <p>{children}</p>}
      {action && <div className="button-row">{action}</div>}
    </div>
  );
}

// One group of settings: what it is about on the left, what can be set on the right.
import type { ReactNode } from 'react';

interface SettingProps {
  readonly title: string;
  readonly text: string;
  readonly danger?: boolean;
  readonly children: ReactNode;
}

export function Setting({ title, text, danger = false, children }: SettingProps) {
  return (
    <section className="setting" data-danger={danger || undefined} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p className="soft">{text}</p>
      </header>
      <div className="setting-body">{children}</div>
    </section>
  );
}

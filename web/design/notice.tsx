// What went well or wrong, in a sentence, where it happened.
import { CircleAlert, CircleCheck, Info, Star } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ApiProblem, ApiUnreachable } from '../../shared/client/api-errors.ts';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import type { Tone } from './status.tsx';
import { designWords } from './words.ts';

const icons = { fail: CircleAlert, done: CircleCheck, star: Star, run: Info, retry: CircleAlert, neutral: Info };

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function Notice({ tone, title, children, action }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className="notice" data-tone={tone} role={tone === 'fail' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" />
      <div className="notice-body">
        {title && <strong>{title}</strong>}
        {children}
        {action && <div className="button-row">{action}</div>}
      </div>
    </div>
  );
}

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** A failed request in the words of the server, with the number to ask about it by. */
export function ProblemNotice({ error, retry, children }: ProblemNoticeProps) {
  const say = useWords(designWords);
  const action = retry && <Button onClick={retry}>{say('tryAgain')}</Button>;
  if (error instanceof ApiProblem)
    return (
      <Notice tone="fail" title={error.title} action={action}>
        {error.detail && <p>{error.detail}</p>}
        {error.fields.map((field) => (
          <p key={field.pointer}>{field.detail}</p>
        ))}
        {children}
        <p className="small soft">{say('requestId', { id: error.requestId })}</p>
      </Notice>
    );
  if (error instanceof ApiUnreachable)
    return (
      <Notice tone="fail" title={say('unreachable')} action={action}>
        <p>{say('unreachableDetail')}</p>
      </Notice>
    );
  return (
    <Notice tone="fail" title={say('broken')} action={action}>
      <p>{say('brokenDetail')}</p>
      <p className="small soft">{error instanceof Error ? error.message : String(error)}</p>
    </Notice>
  );
}

/** Keeps a fault to the part that has it. A new `resetKey` tries again. */
export class Boundary extends Component<
  { readonly children: ReactNode; readonly resetKey?: string },
  { readonly error: unknown }
> {
  override state: { readonly error: unknown } = { error: undefined };
  static getDerivedStateFromError = (error: unknown) => ({ error });
  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }
  override componentDidUpdate(before: { readonly resetKey?: string }) {
    if (before.resetKey !== this.props.resetKey && this.state.error !== undefined) this.setState({ error: undefined });
  }
  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ProblemNotice error={this.state.error} retry={() => this.setState({ error: undefined })} />;
  }
}

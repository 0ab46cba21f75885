// What went well or wrong, in a sentence, where it happened.

import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Info, Star } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode, useEffect } from 'react';
import { ApiProblem, ApiUnreachable, mayPass } from '../../shared/client/api-errors.ts';
import { currentLanguage, useWords } from '../i18n/messages.ts';
import { onRetry } from '../retry/retry-signal.ts';
import { Button } from './button.tsx';
import { designWords } from './messages.ts';
import { problemWords } from './problem-messages.ts';
import type { Tone } from './status.tsx';

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

/** How browsers say that a file of the application did not come. */
const isPartMissing = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script failed|preload css/i.test(error.message);

/** A failed request in the words of the server, with the number to ask about it by. With `retry`, it is also tried again by itself. */
export function ProblemNotice({ error, retry, children }: ProblemNoticeProps) {
  const say = useWords(designWords);
  useEffect(() => (retry && mayPass(error) ? onRetry(retry) : undefined), [retry, error]);
  const sayProblem = useWords(problemWords);
  const action = retry && <Button onClick={retry}>{say('tryAgain')}</Button>;
  // A browser does not ask twice for a part that did not come: only the page as a whole gets it.
  if (isPartMissing(error))
    return (
      <Notice
        tone="retry"
        title={say('partMissing')}
        action={<Button onClick={() => location.reload()}>{say('loadAgain')}</Button>}
      >
        <p>{say('partMissingDetail')}</p>
      </Notice>
    );
  if (error instanceof ApiProblem)
    return (
      <Notice tone="fail" title={sayProblem(`problem_${error.code}`)} action={action}>
        <ProblemDetail error={error} />
        {children}
        <p className="small soft">{say('requestId', { id: error.requestId })}</p>
      </Notice>
    );
  if (error instanceof ApiUnreachable)
    return (
      <Notice tone="fail" title={say('unreachable')} action={action}>
        <p>{say(retry ? 'unreachableAsked' : 'unreachableKept')}</p>
      </Notice>
    );
  return (
    <Notice tone="fail" title={say('broken')} action={action}>
      <p>{say('brokenDetail')}</p>
      <p className="small soft">{error instanceof Error ? error.message : String(error)}</p>
    </Notice>
  );
}

/** What the server adds for this one request. It speaks English: in another language that is folded away beneath our own title. */
function ProblemDetail({ error }: { readonly error: ApiProblem }) {
  const say = useWords(problemWords);
  const lines = [error.detail, ...error.fields.map(({ detail }) => detail)].filter(Boolean);
  const detail = lines.map((line) => (
    <p key={line} lang="en">
      {line}
    </p>
  ));
  if (currentLanguage() === 'en' || lines.length === 0) return detail;
  return (
    <details>
      <summary>{say('detail')}</summary>
      {detail}
    </details>
  );
}

interface BoundaryProps {
  readonly children: ReactNode;
  readonly resetKey?: string;
}

/** Keeps a fault to the part that has it. A new `resetKey` tries again. */
export function Boundary(props: BoundaryProps) {
  // A read that failed is only made again when the library that keeps it is told so.
  const { reset } = useQueryErrorResetBoundary();
  return <FaultBoundary {...props} onRetry={reset} />;
}

class FaultBoundary extends Component<BoundaryProps & { readonly onRetry: () => void }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };
  static getDerivedStateFromError = (error: unknown) => ({ error });
  private readonly tryAgain = () => {
    this.props.onRetry();
    this.setState({ error: undefined });
  };
  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }
  override componentDidUpdate(before: BoundaryProps) {
    if (before.resetKey !== this.props.resetKey && this.state.error !== undefined) this.tryAgain();
  }
  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ProblemNotice error={this.state.error} retry={this.tryAgain} />;
  }
}

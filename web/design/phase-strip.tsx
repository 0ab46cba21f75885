// The steps of a campaign in one line: done, under way, waiting for the viewer. The same strip in a row, a header and the wizard.
import type { PhaseStatus } from '../../shared/contracts/phase.ts';
import { useWords } from '../i18n/messages.ts';
import { designWords } from './messages.ts';

const states: Readonly<Record<PhaseStatus, string>> = {
  IDLE: 'idle',
  READY: 'idle',
  RUNNING: 'running',
  WAITING_VALIDATION: 'waiting',
  BUDGET_HOLD: 'failed',
  FAILED: 'failed',
  COMPLETED: 'done',
  SKIPPED: 'skipped',
};

export function PhaseStrip({ statuses }: { readonly statuses: readonly PhaseStatus[] }) {
  const say = useWords(designWords);
  const done = statuses.filter((status) => status === 'COMPLETED' || status === 'SKIPPED').length;
  const waiting = statuses.filter((status) => status === 'WAITING_VALIDATION').length;
  const label = say(waiting ? 'rulerWaiting' : 'ruler', { done, all: statuses.length, waiting });
  return (
    <div className="ruler" role="img" aria-label={label}>
      {statuses.map((status, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place
        <span key={position} data-state={states[status]} />
      ))}
    </div>
  );
}

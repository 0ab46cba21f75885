// Who has decided what about a phase, and moved which of its posts.
import type { Approval, PostMove } from '../../../shared/contracts/phase.ts';
import { moment } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { usePointerTitle } from './field-names.ts';
import { historyWords } from './history-messages.ts';
import { useDecider } from './use-decider.ts';

interface HistoryProps {
  readonly approvals: readonly Approval[];
  readonly moves: readonly PostMove[];
}

export function PhaseHistory({ approvals, moves }: HistoryProps) {
  const say = useWords(historyWords);
  const who = useDecider();
  const titleOf = usePointerTitle();
  if (approvals.length + moves.length === 0) return <p className="soft">{say('noHistory')}</p>;
  return (
    <ol className="history">
      {approvals.map((approval) => (
        <li key={`${approval.attempt} ${approval.decidedAt}`}>
          <p>
            <strong>
              {say(`decided_${approval.decision}`, { who: who(approval.decidedBy), attempt: approval.attempt })}
            </strong>{' '}
            <time className="soft small" dateTime={approval.decidedAt}>
              {moment(approval.decidedAt)}
            </time>
          </p>
          {approval.feedback && <blockquote>{approval.feedback}</blockquote>}
          {approval.choice && <p className="small soft">{say('chose', { variant: approval.choice })}</p>}
          {approval.editedPaths.length > 0 && (
            <p className="small soft">{say('edited', { paths: approval.editedPaths.map(titleOf).join(', ') })}</p>
          )}
        </li>
      ))}
      {moves.map((move) => (
        <li key={`${move.postId} ${move.movedAt}`}>
          <p>
            <strong>
              {say('movedPost', { who: who(move.movedBy), from: moment(move.from), to: moment(move.to) })}
            </strong>{' '}
            <time className="soft small" dateTime={move.movedAt}>
              {moment(move.movedAt)}
            </time>
          </p>
        </li>
      ))}
    </ol>
  );
}

// What can be decided of the two, and what the choice tells about their scores.
import { Check } from 'lucide-react';
import type { Variant } from '../../../shared/contracts/variant.ts';
import { Button } from '../../design/button.tsx';
import { percent } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { compareWords } from './messages.ts';
import type { Pair } from './pair.ts';

interface CompareDecisionProps {
  readonly pair: Pair;
  readonly chosen: Variant | undefined;
  readonly isWaiting: boolean;
  readonly onApprove: (variant: Variant) => void;
  readonly onAgain: () => void;
}

export function CompareDecision({ pair, chosen, isWaiting, onApprove, onAgain }: CompareDecisionProps) {
  const say = useWords(compareWords);
  return (
    <section className="compare-decision" aria-live="polite">
      {!isWaiting && <p className="soft">{say('notWaiting')}</p>}
      {isWaiting && chosen === undefined && <p className="soft">{say('pick')}</p>}
      {isWaiting && chosen !== undefined && (
        <>
          <Revealed pair={pair} chosen={chosen} />
          <div className="button-row">
            <Button kind="star" icon={<Check aria-hidden="true" />} onClick={() => onApprove(chosen)}>
              {say('approve', { variant: chosen })}
            </Button>
            <Button kind="quiet" onClick={onAgain}>
              {say('again')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Revealed({ pair, chosen }: { readonly pair: Pair; readonly chosen: Variant }) {
  const say = useWords(compareWords);
  const own = pair.candidates.find(({ variant }) => variant === chosen);
  const other = pair.candidates.find(({ variant }) => variant !== chosen);
  if (!own || !other) return null;
  return (
    <p>
      <strong>{say('revealed', { variant: chosen })}</strong>{' '}
      {own.score >= other.score
        ? say('revealedSame')
        : say('revealedOther', { own: percent(own.score), other: percent(other.score) })}
    </p>
  );
}

// Why a variant is ahead of the other or not, as far as it was predicted.
import { percent } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { compareWords } from './messages.ts';
import type { Candidate, Pair } from './pair.ts';

export const isAhead = ({ candidates }: Pair, { score }: Candidate): boolean =>
  candidates.every((other) => other.score <= score) && candidates.some((other) => other.score < score);

export function Why({ candidate, isAhead: leads }: { readonly candidate: Candidate; readonly isAhead: boolean }) {
  const say = useWords(compareWords);
  return (
    <dl className="compare-why">
      <div>
        <dt>{say('score')}</dt>
        <dd>
          {percent(candidate.score)}
          {leads && (
            <span className="status" data-tone="neutral">
              {say('ahead')}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{say('style')}</dt>
        <dd>{say(`style_${candidate.style}`)}</dd>
      </div>
    </dl>
  );
}

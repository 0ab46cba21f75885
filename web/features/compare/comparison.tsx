// Two variants side by side or one over the other, with names or blind, and the choice between them.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, EyeOff } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Variant } from '../../../shared/contracts/variant.ts';
import { useCommands } from '../../commands/registry.ts';
import { Button } from '../../design/button.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { percent } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { approvalsKey, forgetApproval } from '../../live/approvals-data.ts';
import { campaignKeys } from '../../live/campaign-keys.ts';
import './compare.css';
import { compareWords } from './messages.ts';
import { Overlay } from './overlay.tsx';
import { type Candidate, ordered, type Pair, tossed } from './pair.ts';
import { Film, Picture } from './side-by-side.tsx';
import { type Heard, useVideos, VideoBar } from './video-bar.tsx';

export interface CompareChoice {
  readonly mode: 'side' | 'overlay';
  readonly blind: boolean;
}

interface ComparisonProps {
  readonly campaignId: string;
  readonly phaseId: string;
  readonly choice: CompareChoice;
  readonly onChoice: (choice: CompareChoice) => void;
  readonly onApproved: () => void;
  readonly pair: Pair;
  readonly attempt: number;
  readonly isWaiting: boolean;
}

export function Comparison({
  pair,
  choice,
  onChoice,
  isWaiting,
  attempt,
  campaignId,
  phaseId,
  onApproved,
}: ComparisonProps) {
  const say = useWords(compareWords);
  const [isTurned] = useState(() => choice.blind && tossed());
  const [chosen, setChosen] = useState<Variant>();
  const [heard, setHeard] = useState<Heard>();
  const refs = [useRef<HTMLVideoElement>(null), useRef<HTMLVideoElement>(null)] as const;
  const films = useVideos(refs);
  const approve = useApprove({ campaignId, phaseId, attempt }, onApproved);
  const shown = ordered(pair, isTurned);
  const isHidden = choice.blind && chosen === undefined;
  const isOverlay = choice.mode === 'overlay' && pair.kind === 'image';
  const nameOf = (place: 0 | 1) =>
    isHidden ? say(place === 0 ? 'left' : 'right') : say('variant', { variant: shown[place].variant });
  const group = say('keys');
  useCommands([
    { id: 'compare-left', group, keys: '1', label: say('keyLeft'), run: () => setChosen(shown[0].variant) },
    { id: 'compare-right', group, keys: '2', label: say('keyRight'), run: () => setChosen(shown[1].variant) },
    {
      id: 'compare-blind',
      group,
      keys: 'b',
      label: say('keyBlind'),
      run: () => onChoice({ ...choice, blind: !choice.blind }),
    },
    ...(pair.kind === 'image'
      ? [
          {
            id: 'compare-overlay',
            group,
            keys: 'o',
            label: say('keyOverlay'),
            run: () => onChoice({ ...choice, mode: isOverlay ? 'side' : 'overlay' }),
          },
        ]
      : []),
  ]);
  return (
    <>
      <div className="compare-bar">
        {pair.kind === 'image' && (
          <fieldset className="chips">
            <legend className="visually-hidden">{say('how')}</legend>
            {(['side', 'overlay'] as const).map((mode) => (
              <label key={mode} className="chip-choice">
                <input
                  type="radio"
                  name="mode"
                  checked={choice.mode === mode}
                  onChange={() => onChoice({ ...choice, mode })}
                />
                {say(mode)}
              </label>
            ))}
          </fieldset>
        )}
        <label className="chip-choice">
          <input
            type="checkbox"
            checked={choice.blind}
            onChange={(event) => onChoice({ ...choice, blind: event.target.checked })}
          />
          <EyeOff aria-hidden="true" />
          {say('blind')}
        </label>
        {choice.blind && <p className="small soft">{say('blindHint')}</p>}
      </div>
      {pair.kind === 'video' && <VideoBar films={films} heard={heard} onHeard={setHeard} nameOf={nameOf} />}
      {isOverlay && <Overlay pair={shown} nameOf={nameOf} />}
      <ul className="compare-pair" data-overlay={isOverlay || undefined}>
        {([0, 1] as const).map((place) => (
          <li key={place} className="compare-one" data-chosen={chosen === shown[place].variant || undefined}>
            {!isOverlay && pair.kind === 'image' && <Picture candidate={shown[place]} name={nameOf(place)} />}
            {pair.kind === 'video' && (
              <Film
                candidate={shown[place]}
                name={nameOf(place)}
                film={refs[place]}
                isMuted={heard !== place}
                onChange={films.look}
              />
            )}
            <div className="compare-name">
              <h2>{nameOf(place)}</h2>
              {chosen === shown[place].variant && (
                <span className="status" data-tone="star">
                  {say('chosen')}
                </span>
              )}
              {!isHidden && !isWaiting && pair.counts === shown[place].variant && (
                <span className="status" data-tone="done">
                  {say('counts')}
                </span>
              )}
              {isWaiting && (
                <Button
                  icon={<Check aria-hidden="true" />}
                  aria-pressed={chosen === shown[place].variant}
                  onClick={() => setChosen(shown[place].variant)}
                >
                  {say('choose')}
                  <span className="visually-hidden">{nameOf(place)}</span>
                </Button>
              )}
            </div>
            {!isHidden && <Why candidate={shown[place]} isAhead={isAhead(pair, shown[place])} />}
          </li>
        ))}
      </ul>
      {!isHidden && <p className="small soft">{say('scoreMeans')}</p>}
      {approve.error && <ProblemNotice error={approve.error} />}
      <section className="compare-decision" aria-live="polite">
        {!isWaiting && <p className="soft">{say('notWaiting')}</p>}
        {isWaiting && chosen === undefined && <p className="soft">{say('pick')}</p>}
        {isWaiting && chosen !== undefined && (
          <>
            <Revealed pair={pair} chosen={chosen} />
            <div className="button-row">
              <Button
                kind="star"
                icon={<Check aria-hidden="true" />}
                working={approve.isPending}
                onClick={() => approve.mutate(chosen)}
              >
                {say('approve', { variant: chosen })}
              </Button>
              <Button kind="quiet" onClick={() => setChosen(undefined)}>
                {say('again')}
              </Button>
            </div>
          </>
        )}
      </section>
    </>
  );
}

const isAhead = ({ candidates }: Pair, { score }: Candidate): boolean =>
  candidates.every((other) => other.score <= score) && candidates.some((other) => other.score < score);

function Why({ candidate, isAhead: leads }: { readonly candidate: Candidate; readonly isAhead: boolean }) {
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

interface Subject {
  readonly campaignId: string;
  readonly phaseId: string;
  readonly attempt: number;
}

function useApprove({ campaignId, phaseId, attempt }: Subject, onApproved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (choice: Variant) =>
      api.call('approvePhase', { params: { campaignId, phaseId }, body: { attempt, choice } }),
    onSuccess: () => {
      forgetApproval(queries, campaignId, phaseId);
      onApproved();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: approvalsKey });
      void queries.invalidateQueries({ queryKey: campaignKeys.phase(campaignId, phaseId) });
      return queries.invalidateQueries({ queryKey: campaignKeys.detail(campaignId) });
    },
  });
}

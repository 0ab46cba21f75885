// Two variants side by side or one over the other, with names or blind, and the choice between them.
import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Variant } from '../../../shared/contracts/variant.ts';
import { useCommands } from '../../commands/registry.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../i18n/messages.ts';
import './compare.css';
import { CompareBar } from './compare-bar.tsx';
import type { CompareChoice } from './compare-choice.ts';
import { CompareDecision } from './compare-decision.tsx';
import { compareWords } from './messages.ts';
import { Overlay } from './overlay.tsx';
import { ordered, type Pair, tossed } from './pair.ts';
import { Film, Picture } from './side-by-side.tsx';
import { type Heard, useVideos, VideoBar } from './video-bar.tsx';
import { isAhead, Why } from './why.tsx';

interface ComparisonProps {
  readonly choice: CompareChoice;
  readonly onChoice: (choice: CompareChoice) => void;
  readonly onApprove: (variant: Variant) => void;
  readonly pair: Pair;
  readonly isWaiting: boolean;
}

export function Comparison({ pair, choice, onChoice, isWaiting, onApprove }: ComparisonProps) {
  const say = useWords(compareWords);
  const [isTurned] = useState(() => choice.blind && tossed());
  const [chosen, setChosen] = useState<Variant>();
  const [heard, setHeard] = useState<Heard>();
  const refs = [useRef<HTMLVideoElement>(null), useRef<HTMLVideoElement>(null)] as const;
  const films = useVideos(refs);
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
      <CompareBar kind={pair.kind} choice={choice} onChoice={onChoice} />
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
      <CompareDecision
        pair={pair}
        chosen={chosen}
        isWaiting={isWaiting}
        onApprove={onApprove}
        onAgain={() => setChosen(undefined)}
      />
    </>
  );
}

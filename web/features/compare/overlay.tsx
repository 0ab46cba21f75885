// Two pictures, one over the other, with a divider: the browser's own slider lies over them, so that it is moved by pointer, finger and keyboard.
import { MoveHorizontal } from 'lucide-react';
import { type CSSProperties, useState } from 'react';
import { percent } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { compareWords } from './messages.ts';
import type { Candidate } from './pair.ts';
import { Picture } from './side-by-side.tsx';

interface OverlayProps {
  readonly pair: readonly [Candidate, Candidate];
  readonly nameOf: (place: 0 | 1) => string;
}

export function Overlay({ pair: [left, right], nameOf }: OverlayProps) {
  const say = useWords(compareWords);
  const [shown, setShown] = useState(50);
  return (
    <div className="overlay-pair" style={{ '--shown': `${shown}%` } as CSSProperties}>
      <Picture candidate={right} name={nameOf(1)} />
      <div className="overlay-top">
        <Picture candidate={left} name={nameOf(0)} />
      </div>
      <div className="overlay-line" aria-hidden="true">
        <span>
          <MoveHorizontal />
        </span>
      </div>
      <input
        type="range"
        min={0}
        max={100}
        value={shown}
        aria-label={say('divider')}
        aria-valuetext={say('dividerValue', { percent: percent(shown / 100) })}
        onChange={(event) => setShown(Number(event.target.value))}
      />
    </div>
  );
}

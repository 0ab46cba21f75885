// How the two are compared: side by side or one over the other, with their names or blind.
import { EyeOff } from 'lucide-react';
import { useWords } from '../../i18n/messages.ts';
import type { CompareChoice } from './compare-choice.ts';
import { compareWords } from './messages.ts';
import type { Pair } from './pair.ts';

interface CompareBarProps {
  readonly kind: Pair['kind'];
  readonly choice: CompareChoice;
  readonly onChoice: (choice: CompareChoice) => void;
}

export function CompareBar({ kind, choice, onChoice }: CompareBarProps) {
  const say = useWords(compareWords);
  return (
    <div className="compare-bar">
      {kind === 'image' && (
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
  );
}

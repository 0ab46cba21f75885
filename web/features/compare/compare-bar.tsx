// How the two are compared: side by side or one over the other, with their names or blind.
import { EyeOff } from 'lucide-react';
import { Choices } from '../../design/choices.tsx';
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
        <Choices
          legend={say('how')}
          name="mode"
          value={choice.mode}
          options={(['side', 'overlay'] as const).map((mode) => [mode, say(mode)])}
          onChange={(mode) => onChoice({ ...choice, mode })}
        />
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

// Which of two variants goes on, where a phase has made two.
import { Check } from 'lucide-react';
import type { Variant } from '../../../shared/contracts/variant.ts';
import { useWords } from '../../i18n/messages.ts';
import { decisionWords } from './decision-messages.ts';

interface VariantChoiceProps {
  readonly best: Variant;
  readonly chosen: Variant;
  readonly onChoose: (variant: Variant) => void;
}

export function VariantChoice({ best, chosen, onChoose }: VariantChoiceProps) {
  const say = useWords(decisionWords);
  return (
    <fieldset className="chips">
      <legend>{say('variants')}</legend>
      {(['A', 'B'] as const).map((variant) => (
        <label key={variant} className="chip-choice">
          <input
            type="radio"
            name="variant"
            value={variant}
            checked={chosen === variant}
            onChange={() => onChoose(variant)}
          />
          {chosen === variant && <Check aria-hidden="true" />}
          {say('variant', { variant })}
          {best === variant && <span className="small">· {say('recommended')}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** The better-scored variant where the output is an A/B pair. */
export function pairOf(output: unknown): { readonly best: Variant } | undefined {
  const { visuals, videos } = (output ?? {}) as Record<
    string,
    readonly { variant: Variant; score: number }[] | undefined
  >;
  const pair = visuals ?? videos;
  if (!pair) return undefined;
  const [best] = [...pair].sort((one, other) => other.score - one.score);
  return best && { best: best.variant };
}

// What was spent and what is reserved of what may be spent.
import { percent, spending } from '../i18n/formats.ts';

interface BudgetBarProps {
  readonly spentMicroUsd: number;
  readonly committedMicroUsd: number;
  readonly capMicroUsd: number;
  readonly label: string;
}

const nearRatio = 0.8;

export function BudgetBar({ spentMicroUsd, committedMicroUsd, capMicroUsd, label }: BudgetBarProps) {
  const share = (value: number) => (capMicroUsd > 0 ? Math.min(1, value / capMicroUsd) : 0);
  const width = (value: number) => ({ inlineSize: `${share(value) * 100}%` });
  return (
    // A <meter> takes no second value and no look of ours.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      className="bar"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share(spentMicroUsd) * 100)}
      aria-valuetext={`${spending(spentMicroUsd)} / ${spending(capMicroUsd)} (${percent(share(spentMicroUsd))})`}
    >
      <span className="bar-reserved" style={width(committedMicroUsd)} />
      <span
        className="bar-spent"
        style={width(spentMicroUsd)}
        data-near={share(committedMicroUsd) >= nearRatio || undefined}
      />
    </span>
  );
}

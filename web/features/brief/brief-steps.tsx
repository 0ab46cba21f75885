// The steps of the brief, which of them are complete, and the way to each.
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/messages.ts';
import { type BriefStep, briefSteps } from './brief-form-state.ts';
import { briefWords } from './messages.ts';

/** The link to a step; the page around knows the addresses. */
export type StepLink = (step: BriefStep, content: ReactNode, current: boolean) => ReactNode;

interface BriefStepsProps {
  readonly step: BriefStep;
  readonly isComplete: (step: BriefStep) => boolean;
  readonly stepLink: StepLink;
}

export function BriefSteps({ step, isComplete, stepLink }: BriefStepsProps) {
  const say = useWords(briefWords);
  return (
    <nav className="brief-steps" aria-label={say('steps')}>
      <ol className="brief-step-list">
        {briefSteps.map((name, index) => {
          // The last step is done when the campaign is launched.
          const complete = name !== 'review' && isComplete(name);
          return (
            <li key={name} data-current={name === step || undefined} data-complete={complete || undefined}>
              {stepLink(
                name,
                <>
                  <span className="brief-step-sign" aria-hidden="true">
                    {complete && name !== step ? <Check /> : index + 1}
                  </span>
                  <span className="brief-step-name">{say(name)}</span>
                  <span className="visually-hidden">{say(complete ? 'complete' : 'incomplete')}</span>
                </>,
                name === step,
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

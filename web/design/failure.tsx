// Why a phase stopped, in the reader's language. What the server adds for one failure alone stays in its own, which is English.
import type { Failure } from '../../shared/contracts/phase.ts';
import { spending } from '../i18n/formats.ts';
import { currentLanguage, sayFrom, useWords } from '../i18n/messages.ts';
import { failureWords } from './failure-messages.ts';

const known = [
  'OutputInvalid',
  'QuotaExceeded',
  'BudgetExceeded',
  'ModelRefused',
  'ModelUnavailable',
  'InputMissing',
  'NobodyDecided',
  'RunTooOld',
] as const;
const isKnown = (name: string): name is (typeof known)[number] => known.some((one) => one === name);
const microUsdPerCent = 10_000;

/** One sentence for a failure: what went wrong and what to do. */
export function sayFailure({ name, reason, amounts }: Failure): string {
  const say = sayFrom(failureWords);
  if (amounts) return say('atCap', moneyOf(amounts));
  if (name === 'States.Timeout') return say('timeout');
  if (isKnown(name)) return say(name);
  return currentLanguage() === 'en' ? reason : say('unexpected');
}

function moneyOf({ nextMicroUsd, committedMicroUsd, capMicroUsd }: NonNullable<Failure['amounts']>) {
  const least = Math.ceil((nextMicroUsd + committedMicroUsd) / microUsdPerCent) * microUsdPerCent;
  return {
    next: spending(nextMicroUsd),
    committed: spending(committedMicroUsd),
    cap: spending(capMicroUsd),
    least: spending(least),
  };
}

/** What happened. In another language than the server's: our sentence, and beneath it what the server knows more precisely. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  const say = useWords(failureWords);
  if (currentLanguage() === 'en') return <p>{failure.reason}</p>;
  return (
    <>
      <p>{sayFailure(failure)}</p>
      {!failure.amounts && (
        <details>
          <summary>{say('detail')}</summary>
          <p lang="en">{failure.reason}</p>
        </details>
      )}
    </>
  );
}

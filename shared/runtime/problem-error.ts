// The one error that becomes an answer to a client. Anything else thrown is a bug or an outage and is answered with a fixed text.
import { sentenceFor } from '../contracts/issue-sentences.ts';
import { type FieldError, type ProblemCode, pathOf, problems } from '../contracts/problems.ts';

/** Whatever found the error: the detail names its field. */
const asSentence = ({ pointer, detail }: FieldError): FieldError => ({
  pointer,
  detail: sentenceFor(pathOf(pointer), detail),
});

/** Whoever corrects fifty fields sees the rest next time; an answer with all of them could be larger than a function may send. */
const mostFieldErrors = 50;

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly fieldErrors: readonly FieldError[];
  /** When trying again can help, in seconds; sent as Retry-After. */
  readonly retryAfterSeconds: number | undefined;

  /** @param detail shown to the client: says what is wrong and what to do, never an internal message */
  constructor(code: ProblemCode, detail: string, fieldErrors: readonly FieldError[] = [], retryAfterSeconds?: number) {
    super(
      fieldErrors.length > mostFieldErrors
        ? `${detail} The first ${mostFieldErrors} are listed; ${fieldErrors.length - mostFieldErrors} more are not.`
        : detail,
    );
    this.code = code;
    this.fieldErrors = fieldErrors.slice(0, mostFieldErrors).map(asSentence);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** What whoever asks for a campaign hears that is gone, of another workspace, or never was. */
export const noSuchCampaign = () => new ProblemError('not-found', 'There is no such campaign.');

/** What whoever writes for an account hears that is deleted, or being deleted. */
export const accountGone = () =>
  new ProblemError('unauthenticated', 'This account was deleted: nothing new can be made for it.');

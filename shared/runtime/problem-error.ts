// The one error that becomes an answer to a client. Anything else thrown is a bug or an outage and is answered with a fixed text.
import { type FieldError, type ProblemCode, problems } from '../contracts/problems.ts';

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly fieldErrors: readonly FieldError[];
  /** When trying again can help, in seconds; sent as Retry-After. */
  readonly retryAfterSeconds: number | undefined;

  /** @param detail shown to the client: says what is wrong and what to do, never an internal message */
  constructor(code: ProblemCode, detail: string, fieldErrors: readonly FieldError[] = [], retryAfterSeconds?: number) {
    super(detail);
    this.code = code;
    this.fieldErrors = fieldErrors;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

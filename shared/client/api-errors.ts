// What can go wrong when the API is called, as errors a caller can tell apart. Knows no fetch and no screen.
import type { FieldError, Problem, ProblemCode } from '../contracts/problems.ts';

/** The API answered with a problem (RFC 9457). `message` is one sentence for a person, with the wrong fields. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string;
  readonly fields: readonly FieldError[];

  constructor(problem: Problem) {
    super(describeProblem(problem));
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.fields = problem.errors ?? [];
  }
}

const describeProblem = ({ title, detail, errors = [], requestId }: Problem): string => {
  const fields = errors.map((field) => `${field.pointer} ${field.detail}`).join('; ');
  return `${[title, detail, fields].filter(Boolean).join(': ')} (request ${requestId})`;
};

/** No answer came: the address is wrong, the network is down, or it took too long. Trying again may help. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
}

/** Something answered, but not in the shape the route table promises: another program, or another version of this one. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** Nobody is signed in for the server. The gateway's own 401 is no problem of ours but says the same. */
export const isUnauthenticated = (error: unknown): boolean =>
  (error instanceof ApiProblem && error.code === 'unauthenticated') ||
  (error instanceof UnexpectedAnswer && error.status === 401);

/** What another try by itself may mend, once the server or the session is back. */
export const mayPass = (error: unknown): boolean => error instanceof ApiUnreachable || isUnauthenticated(error);

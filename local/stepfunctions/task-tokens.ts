import { randomBytes } from 'node:crypto';
import { ServiceError } from '../endpoint/service.ts';

/** A value as JSON holds it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a holder of a task token may do to the waiting task. */
export interface WaitingTask {
  succeed(output: Json): void;
  fail(error: string, cause: string): void;
}

/** Mints task tokens and finds the task that waits on one. A token carries the name of its execution, which a later process can wake by it. */
export class TaskTokens {
  readonly #waiting = new Map<string, WaitingTask>();

  mint(executionName: string): string {
    return `${randomBytes(36).toString('base64url')}.${executionName}`;
  }

  wait(token: string, task: WaitingTask): void {
    this.#waiting.set(token, task);
  }

  forget(token: string): void {
    this.#waiting.delete(token);
  }

  /** The task waiting on the token. Throws TaskTimedOut when none does, whether or not one ever did. */
  find(token: string): WaitingTask {
    const task = this.#waiting.get(token);
    if (task) return task;
    throw new ServiceError('TaskTimedOut', 'Task Timed Out: no task waits for this token, or not any more');
  }
}

/** The execution that a token was minted for, also by a former process; undefined for what is no token. */
export const executionOfToken = (token: string): string | undefined => /^[\w-]{48}\.(.{1,80})$/.exec(token)?.[1];

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ServiceError } from '../edge/service.ts';
import type { Json } from './run-task.ts';

/** What a holder of a task token may do to the waiting task. */
export interface WaitingTask {
  succeed(output: Json): void;
  fail(error: string, cause: string): void;
}

/**
 * Mints task tokens and finds the task that waits on one. A token carries the name of its execution and a seal, so that one whose task
 * has ended (TaskTimedOut) is told from one never given out (TaskDoesNotExist) without remembering every token there ever was.
 */
export class TaskTokens {
  readonly #sealKey = randomBytes(32);
  readonly #waiting = new Map<string, WaitingTask>();

  mint(executionName: string): string {
    const identity = randomBytes(24);
    return `${Buffer.concat([identity, this.#seal(identity)]).toString('base64url')}.${executionName}`;
  }

  wait(token: string, task: WaitingTask): void {
    this.#waiting.set(token, task);
  }

  forget(token: string): void {
    this.#waiting.delete(token);
  }

  /** The task waiting on the token. Throws InvalidToken, TaskDoesNotExist or TaskTimedOut. */
  find(token: unknown): WaitingTask {
    if (typeof token !== 'string' || token === '' || token.length > 2048) {
      throw new ServiceError('InvalidToken', 'Invalid token');
    }
    const task = this.#waiting.get(token);
    if (task) return task;
    if (this.#isOurs(token)) {
      throw new ServiceError('TaskTimedOut', 'Task Timed Out: the task has ended or no longer waits for this token');
    }
    throw new ServiceError('TaskDoesNotExist', 'Task does not exist: this platform did not give out this token');
  }

  #isOurs(token: string): boolean {
    const bytes = Buffer.from(token.split('.', 1)[0] ?? '', 'base64url');
    const identity = bytes.subarray(0, 24);
    const seal = bytes.subarray(24);
    return seal.length === 12 && timingSafeEqual(seal, this.#seal(identity));
  }

  #seal(identity: Buffer): Buffer {
    return createHmac('sha256', this.#sealKey).update(identity).digest().subarray(0, 12);
  }
}

/** The execution that a token was minted for, also by a former process; undefined for what is no token. */
export const executionOfToken = (token: string): string | undefined => /^[\w-]{48}\.(.{1,80})$/.exec(token)?.[1];

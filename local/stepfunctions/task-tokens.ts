import { randomBytes } from 'node:crypto';

/** A value as JSON holds it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a holder of a task token may do to the task that waits on it. */
interface WaitingTask {
  succeed(output: Json): undefined;
  fail(error: string, cause: string): undefined;
}

/** The tasks that wait, by their tokens. */
export type WaitingTasks = Map<string, WaitingTask>;

/** A token carries the name of its execution, which a later process can wake by it. */
export const mintToken = (executionName: string): string => `${randomBytes(36).toString('base64url')}.${executionName}`;

/** The execution that a token was minted for, also by a former process; undefined for what is no token. */
export const executionOfToken = (token: string): string | undefined => /^[\w-]{48}\.(.{1,80})$/.exec(token)?.[1];

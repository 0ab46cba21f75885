import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import { TargetRefused } from '../../../shared/webhooks/resolve-target.ts';

export type CheckTarget = (url: string) => Promise<void>;

/** Throws validation-failed, with the reason at the field, for an address that events may not be sent to. */
export async function requireTarget(checkTarget: CheckTarget, url: string): Promise<void> {
  await checkTarget(url).catch((error: unknown) => {
    if (!(error instanceof TargetRefused)) throw error;
    throw new ProblemError('validation-failed', 'One field is not valid.', [
      { pointer: '#/url', detail: error.message },
    ]);
  });
}

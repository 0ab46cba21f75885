import { onFirstUse } from '../runtime/on-first-use.ts';
import type { TaskTokens } from './task-tokens.ts';

/** For functions most calls of which answer no task: the client of Step Functions is read when one does. */
export const openLazyTaskTokens = (): TaskTokens =>
  onFirstUse(async () => (await import('./task-tokens.ts')).openTaskTokens());

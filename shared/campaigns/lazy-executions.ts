import { onFirstUse } from '../runtime/on-first-use.ts';
import type { Executions } from './executions.ts';

/** For functions most calls of which start and stop nothing: the client of Step Functions is read when one does. */
export const openLazyExecutions = (stateMachineArn: string): Executions =>
  onFirstUse(async () => (await import('./executions.ts')).openExecutions(stateMachineArn));

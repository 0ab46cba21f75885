// The playbook a brief names.
import type { Brief } from '../contracts/brief.ts';
import type { Playbook } from '../contracts/playbook.ts';
import { playbooks } from '../domain/playbook/playbooks.ts';
import { ProblemError } from '../runtime/problem-error.ts';

/** Throws validation-failed that lists the playbooks there are. */
export function playbookOf({ playbookId }: Pick<Brief, 'playbookId'>): Playbook {
  const playbook = Object.hasOwn(playbooks, playbookId) ? playbooks[playbookId] : undefined;
  if (playbook) return playbook;
  throw new ProblemError('validation-failed', `There is no playbook "${playbookId}".`, [
    { pointer: '#/playbookId', detail: `must be one of ${Object.keys(playbooks).join(', ')}` },
  ]);
}

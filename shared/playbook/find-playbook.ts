// The playbook a brief names.
import type { Brief } from '../contracts/brief.ts';
import type { Playbook } from '../contracts/playbook.ts';
import { checkPlaybook } from '../domain/playbook/playbook-graph.ts';
import { playbooks } from '../domain/playbook/playbooks.ts';
import { ProblemError } from '../runtime/problem-error.ts';

/** Those that can run to their end. Each is looked at once in a process: it is data, and does not change. */
const sound = new WeakSet<Playbook>();

/** Throws validation-failed that lists the playbooks there are, or what is wrong with this one. */
export function playbookOf(
  { playbookId }: Pick<Brief, 'playbookId'>,
  known: Readonly<Record<string, Playbook>> = playbooks,
): Playbook {
  const playbook = Object.hasOwn(known, playbookId) ? known[playbookId] : undefined;
  if (!playbook)
    throw new ProblemError('validation-failed', `There is no playbook "${playbookId}".`, [
      { pointer: '#/playbookId', detail: `must be one of ${Object.keys(known).join(', ')}` },
    ]);
  if (!sound.has(playbook)) requireSound(playbook);
  return playbook;
}

function requireSound(playbook: Playbook): void {
  const { faults } = checkPlaybook(playbook);
  if (faults.length > 0)
    throw new ProblemError('validation-failed', `The playbook "${playbook.id}" cannot run to its end.`, faults);
  sound.add(playbook);
}

import { useCommands } from '../../commands/registry.ts';
import { useWords } from '../../i18n/messages.ts';
import { decisionWords } from './decision-messages.ts';

type Actions = Partial<Record<'approve' | 'edit' | 'feedback' | 'retry' | 'write', () => void>>;

/** The keys of a decision, where there is one to take. */
export function useDecisionKeys({ approve, edit, feedback, retry, write }: Actions): void {
  const say = useWords(decisionWords);
  const group = say('keysDecide');
  const command = (id: string, keys: string, label: string, run: (() => void) | undefined) =>
    run ? [{ id, group, keys, label, run }] : [];
  useCommands([
    ...command('approve', 'a', say('approve'), approve),
    ...command('edit', 'e', say('edit'), edit),
    ...command('changes', 'c', say('requestChanges'), feedback),
    ...command('retry', 'r', say('retry'), retry),
    ...command('write', 'w', say('write'), write),
  ]);
}

import type { Phase } from '../../../shared/contracts/phase.ts';
import { list } from '../../words/formats.ts';
import { currentLanguage } from '../../words/words.ts';

export const nameOf = ({ name }: Pick<Phase, 'name'>): string => name[currentLanguage()];

export const namesOf = ({ phases }: { readonly phases: readonly Phase[] }, ids: readonly string[]): string =>
  list(ids.map((id) => phases.find((phase) => phase.id === id)?.name[currentLanguage()] ?? id));

/** Whether a person is asked: for a decision, or for what to do about a failure. */
export const asksSomebody = ({ status }: Phase): boolean =>
  status === 'WAITING_VALIDATION' || status === 'FAILED' || status === 'BUDGET_HOLD';

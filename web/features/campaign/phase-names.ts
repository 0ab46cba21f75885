import type { Phase } from '../../../shared/contracts/phase.ts';
import { list } from '../../i18n/formats.ts';
import { currentLanguage } from '../../i18n/messages.ts';

export const nameOf = ({ name }: Pick<Phase, 'name'>): string => name[currentLanguage()];

export const namesOf = ({ phases }: { readonly phases: readonly Phase[] }, ids: readonly string[]): string =>
  list(ids.map((id) => phases.find((phase) => phase.id === id)?.name[currentLanguage()] ?? id));

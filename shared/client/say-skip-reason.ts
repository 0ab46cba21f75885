// Why a phase was left out, in words: the same on a page, in a terminal and in the report.
import type { Language } from '../contracts/language.ts';
import type { SkipReason } from '../contracts/reasons.ts';

const words: Readonly<Record<Language, { byPerson: string; cancelled: string; missing: (names: string) => string }>> = {
  en: {
    byPerson: 'A person chose to go on without it.',
    cancelled: 'The campaign was cancelled.',
    missing: (names) => `What it needs did not come: ${names}.`,
  },
  fr: {
    byPerson: 'Une personne a choisi de continuer sans elle.',
    cancelled: 'La campagne a été annulée.',
    missing: (names) => `Ce dont elle a besoin n’est pas venu : ${names}.`,
  },
};

/** What a person wrote stays as it is; phases are called by what `nameOf` says. */
export function saySkipReason(language: Language, reason: SkipReason, nameOf: (phaseId: string) => string): string {
  const { byPerson, cancelled, missing } = words[language];
  if (reason.kind === 'said') return reason.words;
  if (reason.kind !== 'missing') return reason.kind === 'cancelled' ? cancelled : byPerson;
  const names = [...new Set(reason.inputs.map(({ phaseId }) => nameOf(phaseId)))];
  return missing(new Intl.ListFormat(language, { type: 'conjunction' }).format(names));
}

// Words by which a reader knows what to do, for each goal and language.

import type { GoalKind } from '../../shared/contracts/brief-reading.ts';
import type { Language } from '../../shared/contracts/language.ts';

/** Looked for in text without accents and in lower case. */
export const goalVerbs: Readonly<Record<GoalKind, Readonly<Record<Language, RegExp>>>> = {
  buy: { fr: /\b(?:achet|command|choisi|procur|offr|reserv|en vente)/u, en: /\b(?:buy|order|shop|choose|get your|pick up|on sale)/u },
  subscribe: { fr: /\b(?:abonn|essa[iy]|rec(?:evez|ois|evoir)|inscri|rejoi|adher)/u, en: /\b(?:subscri|join|sign up|try|member|get (?:it|the|your))/u },
  donate: { fr: /\b(?:don(?:s|ne|nez|ner)?\b|souten|offr)/u, en: /\b(?:donat|give|giv|chip in|gift)/u },
  book: { fr: /\b(?:reserv|rendez-vous|creneau|prenez date)/u, en: /\b(?:book|reserv|schedul|appointment|slot)/u },
  call: { fr: /\b(?:appel|telephon|joign|joins|compose)/u, en: /\b(?:call|phone|ring|dial)/u },
  'request-demo': { fr: /\b(?:demo|demand|planifi|voir|voyez|teste)/u, en: /\b(?:demo|request|see|try|book)/u },
  'sign-up': { fr: /\b(?:inscri|reserv|particip|place)/u, en: /\b(?:register|sign up|join|save your|seat|place|book)/u },
  install: { fr: /\b(?:install|telecharg|ouvr|essa[iy])/u, en: /\b(?:install|download|get|try|open|play)/u },
  apply: { fr: /\b(?:postul|candidat|cv|rejoi)/u, en: /\b(?:apply|appl(?:y|ication)|cv|resume|join)/u },
  visit: { fr: /\b(?:ven(?:ez|ir)|viens|visit|pass(?:ez|e)|pouss|entr(?:ez|ee))/u, en: /\b(?:visit|come|drop in|see you|stop by)/u },
  petition: { fr: /\b(?:sign|petition)/u, en: /\b(?:sign|petition|add your name)/u },
  know: { fr: /\b(?:decouvr|connai|reten|retien|sach|regard|lire|lisez|comprend)/u, en: /\b(?:discover|know|remember|see|meet|learn|read)/u },
}; // biome-ignore format: a table

// What was read out of a brief, in five lines and the questions it leaves: shown before a campaign starts.

import type { BriefReading } from '../shared/contracts/brief-reading.ts';
import type { Language } from '../shared/contracts/language.ts';

const words = {
  fr: { offer: 'Offre', goal: 'Action', when: 'Quand', where: 'Vers', rules: 'Règles', until: 'échéance', none: 'aucune', nowhere: 'aucune adresse donnée', also: 'aussi', about: 'à peu près', ask: 'À préciser' },
  en: { offer: 'Offer', goal: 'Action', when: 'When', where: 'Where to', rules: 'Rules', until: 'deadline', none: 'none', nowhere: 'no address given', also: 'also', about: 'about', ask: 'To settle' },
} as const; // biome-ignore format: a table

const goals: Record<BriefReading['goal']['kind'], Record<Language, string>> = {
  buy: { fr: 'acheter', en: 'buy' }, subscribe: { fr: 's’abonner', en: 'subscribe' }, donate: { fr: 'donner', en: 'donate' },
  book: { fr: 'réserver', en: 'book' }, call: { fr: 'appeler', en: 'call' }, 'request-demo': { fr: 'demander une démonstration', en: 'request a demo' },
  'sign-up': { fr: 's’inscrire', en: 'sign up' }, install: { fr: 'installer', en: 'install' }, apply: { fr: 'postuler', en: 'apply' },
  visit: { fr: 'venir', en: 'visit' }, petition: { fr: 'signer', en: 'sign' }, know: { fr: 'connaître et retenir', en: 'know and remember' },
}; // biome-ignore format: a table

export function readingLines(reading: BriefReading, language: Language): string[] {
  const { offer, goal, audience, period, destination, constraints, notUnderstood } = reading;
  const say = words[language];
  const line = (label: string, ...parts: readonly (string | undefined)[]) =>
    `${label.padEnd(9)} ${parts.filter((part) => part !== undefined && part !== '').join(' · ')}`;
  const days = `${period.startsOn} → ${period.endsOn}${period.approximate ? ` (${say.about})` : ''}`;
  const places = [destination.website, destination.telephone, destination.address, destination.email];
  const rules = constraints.map(({ kind, value, replacement }) =>
    [kind, value, replacement && `→ ${replacement}`].filter(Boolean).join(' '),
  );
  const target = goal.target && `${new Intl.NumberFormat(language).format(goal.target.count)} ${goal.target.of}`;
  const also =
    goal.also.length > 0 ? `${say.also} ${goal.also.map((kind) => goals[kind][language]).join(', ')}` : undefined;
  return [
    line(say.offer, offer.thing, offer.price?.words, offer.quantity, offer.place),
    line(say.goal, goals[goal.kind][language], target, also, audience.who),
    line(say.when, days, period.deadline && `${say.until} ${period.deadline}`, period.timeZone),
    line(say.where, ...(places.some(Boolean) ? [...places, destination.hours] : [say.nowhere])),
    line(say.rules, rules.join(', ') || say.none),
    ...notUnderstood.map(({ question }) => line(`${say.ask}:`, question)),
  ];
}

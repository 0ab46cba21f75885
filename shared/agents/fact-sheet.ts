// The facts of a brief, numbered, in the words in which they may be used: what every text rests on. What nobody said is said to be unknown, so that
// it is not made up.
import type { BriefContext } from '../contracts/agent-outputs.ts';
import type { Language } from '../contracts/language.ts';

/** One fact: `F3 price: 14 800 CHF`. */
export function factSheet({ companyInfo, campaignGoals, reading, language }: BriefContext): readonly string[] {
  const { offer, goal, audience, proofs, period, moments, destination, details } = reading;
  const words = labels[language];
  const { price } = offer;
  const single: readonly (readonly [keyof Labels, string | undefined])[] = [
    ['brand', companyInfo.name],
    ['offer', [offer.name, offer.thing].filter(Boolean).join(' : ')],
    ['price', price && [price.words, price.per && `/ ${price.per}`].filter(Boolean).join(' ')],
    ['quantity', offer.quantity],
    ['place', offer.place ?? destination.address],
    ['date', offer.date],
    ['audience', audience.who],
    ['goal', [goal.kind, goal.target && `${goal.target.count} ${goal.target.of}`].filter(Boolean).join(', ')],
    ['objectives', campaignGoals.objectives.join(' ; ')],
    ['period', `${period.startsOn} – ${period.endsOn}${period.approximate ? ` (${words.approximate})` : ''}`],
    ['deadline', period.deadline],
    ['contact', [destination.telephone, destination.email, destination.hours].filter(Boolean).join(', ')],
  ];
  const several: readonly (readonly [keyof Labels, string])[] = [
    ...moments.map(({ label, startsOn }) => ['moment', `${label} (${startsOn})`] as const),
    ...proofs.map(({ fact }) => ['proof', fact] as const),
    ...details.map(({ fact }) => ['detail', fact] as const),
  ];
  const proofless = proofs.length === 0 ? [['proof', undefined] as const] : [];
  return [...single, ...proofless, ...several].map(
    ([label, value], index) => `F${index + 1} ${words[label]}: ${value || words.unknown}`,
  );
}

const english = {
  brand: 'brand', offer: 'offer', price: 'price', quantity: 'quantity', place: 'place', date: 'date of the offer itself', audience: 'audience', goal: 'action asked for',
  objectives: 'objectives', period: 'campaign', deadline: 'last day to act', contact: 'contact', moment: 'day to know of', proof: 'proof', detail: 'detail',
  approximate: 'approximate', unknown: 'unknown',
}; // biome-ignore format: a list
type Labels = typeof english;
const labels: Record<Language, Labels> = {
  en: english,
  fr: {
    brand: 'marque', offer: 'offre', price: 'prix', quantity: 'quantité', place: 'lieu', date: 'date de l’offre elle-même', audience: 'public', goal: 'action demandée',
    objectives: 'objectifs', period: 'campagne', deadline: 'dernier jour pour agir', contact: 'contact', moment: 'jour à connaître', proof: 'preuve', detail: 'détail',
    approximate: 'approximatif', unknown: 'inconnu',
  },
}; // biome-ignore format: a list

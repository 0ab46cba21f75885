// The words of a forecast in both languages: what each figure is, what it rests on, what is missing, and how the target stands.

import type { GoalKind } from '../contracts/brief-reading.ts';
import type { Language } from '../contracts/language.ts';
import { type Band, twoFigures } from './forecast-bands.ts';

export type ForecastTexts = ReturnType<(typeof texts)[Language]>;

/** Texts that write numbers and money as the language does. */
export const forecastTexts = (language: Language, currency: string): ForecastTexts => {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const money = (value: number, of = currency) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: of,
      maximumFractionDigits: value < 10 ? 2 : 0,
    }).format(twoFigures(value));
  const exact = (value: number) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(value);
  const share = (part: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 }).format(part);
  return texts[language]({ number, money, exact, share });
};

interface Format {
  readonly number: (value: number) => string;
  readonly money: (value: number, currency?: string) => string;
  readonly exact: (value: number) => string;
  readonly share: (part: number) => string;
}

const frenchMetric: Record<GoalKind, string> = {
  buy: 'Commandes', subscribe: 'Abonnements', donate: 'Dons', book: 'Réservations', call: 'Appels', 'request-demo': 'Demandes de démonstration',
  'sign-up': 'Inscriptions', install: 'Installations', apply: 'Candidatures', visit: 'Visites', petition: 'Signatures', know: 'Impressions',
}; // biome-ignore format: a table
const englishMetric: Record<GoalKind, string> = {
  buy: 'Orders', subscribe: 'Subscriptions', donate: 'Donations', book: 'Bookings', call: 'Calls', 'request-demo': 'Demo requests',
  'sign-up': 'Registrations', install: 'Installs', apply: 'Applications', visit: 'Visits', petition: 'Signatures', know: 'Impressions',
}; // biome-ignore format: a table

const texts = {
  fr: ({ number, money, exact, share }: Format) => {
    const band = ({ low, mid, high }: Band) => `${number(low)} – ${number(mid)} – ${number(high)}`;
    return {
      metric: frenchMetric,
      posts: 'Publications prévues', postUnit: 'publications', postsBasis: 'Nombre de publications du calendrier.',
      impressions: 'Impressions payées', impressionUnit: 'impressions', clicks: 'Clics payés', clickUnit: 'clics',
      impressionBasis: (spent: number, sources: string, readOn: string) => `${exact(spent)} ÷ coût pour mille impressions de chaque canal, moyenne et fourchette publiées. Lu le ${readOn} : ${sources}.`,
      clickBasis: (spent: number, sources: string, readOn: string) => `${exact(spent)} ÷ coût par clic de chaque canal, moyenne et fourchette publiées. Lu le ${readOn} : ${sources}.`,
      actionBasis: (source: string, isAssumption: boolean) => `Clics ou budget × taux d’action : ${source}${isAssumption ? ' (hypothèse à remplacer par celui de votre page)' : ''}.`,
      costOf: (metric: string) => `Coût par résultat (${metric.toLocaleLowerCase('fr')})`,
      costBasis: 'Budget des canaux prévus ÷ résultats prévus ; mêmes hypothèses.',
      noRate: (channel: string, amount: number, isOwn: boolean) => isOwn ? `${channel} : pas de prévision, il manque le nombre de contacts ou de lecteurs.` : `${channel} (${exact(amount)}) : aucun tarif publié et sourcé pour ce pays, donc pas de prévision ; un test de deux semaines le donnerait.`,
      noActionRate: (metric: string) => `${metric} : pas de prévision, il manque le taux de votre page (résultats pour cent visites).`,
      tooDear: (price: string) => `À ${price}, on n’achète pas comme dans une boutique en ligne : les commandes ne sont pas prévues, il manque la part des contacts qui achètent.`,
      conversion: (dollars: number) => `Des tarifs publiés en dollars ont été convertis à ${number(dollars)} $ l’unité : une hypothèse, pas un cours du jour.`,
      organic: 'Les publications non payées ne sont pas prévues : il manque le nombre d’abonnés de chaque compte.',
      noBudget: 'Sans budget média, rien n’est acheté : aucune prévision payante.',
      noCountry: 'Aucune prévision : le pays du public n’est pas connu, et les prix en dépendent.',
      noCurrency: 'Aucune prévision : aucun tarif publié n’est connu dans cette devise.',
      noPaidPetition: 'Aucune prévision payante : dans l’Union européenne, les réseaux ne vendent plus de publicité pour des causes politiques ou sociales.',
      moneyTarget: (count: number, currency: string) => `L’objectif de ${money(count, currency)} ne peut pas être vérifié : il manque le don ou le panier moyen.`,
      neededShare: (count: number, of: string, clicks: Band) => `Pour atteindre ${number(count)} ${of}, il faudrait qu’entre ${share(count / clicks.high)} et ${share(count / Math.max(clicks.low, 1))} des clics prévus (${band(clicks)}) aboutissent ; comparez avec le taux de votre page.`,
      safe: (count: number, of: string, actions: Band, each: number) => `L’objectif de ${number(count)} ${of} est sûr avec ce budget (prévision ${band(actions)}), soit ${money(each)} disponibles par résultat.`,
      plausible: (count: number, of: string, actions: Band, each: number) => `L’objectif de ${number(count)} ${of} est plausible avec ce budget (prévision ${band(actions)}), soit ${money(each)} disponibles par résultat.`,
      stretch: (count: number, of: string, actions: Band, each: number) => `L’objectif de ${number(count)} ${of} est ambitieux avec ce budget (prévision ${band(actions)}), soit ${money(each)} disponibles par résultat.`,
      outOfReach: (count: number, of: string, actions: Band, [from, to]: readonly [number, number]) => `L’objectif de ${number(count)} ${of} est hors de portée du seul budget média (prévision ${band(actions)}) : il faudrait de ${money(from)} à ${money(to)}, ou viser ${number(actions.mid)}.`,
    };
  },
  en: ({ number, money, exact, share }: Format) => {
    const band = ({ low, mid, high }: Band) => `${number(low)} – ${number(mid)} – ${number(high)}`;
    return {
      metric: englishMetric,
      posts: 'Planned posts', postUnit: 'posts', postsBasis: 'Number of posts in the calendar.',
      impressions: 'Paid impressions', impressionUnit: 'impressions', clicks: 'Paid clicks', clickUnit: 'clicks',
      impressionBasis: (spent: number, sources: string, readOn: string) => `${exact(spent)} ÷ cost of a thousand impressions on each channel, published mean and range. Read on ${readOn}: ${sources}.`,
      clickBasis: (spent: number, sources: string, readOn: string) => `${exact(spent)} ÷ cost of a click on each channel, published mean and range. Read on ${readOn}: ${sources}.`,
      actionBasis: (source: string, isAssumption: boolean) => `Clicks or budget × rate of action: ${source}${isAssumption ? ' (an assumption, to be replaced by that of your page)' : ''}.`,
      costOf: (metric: string) => `Cost per result (${metric.toLowerCase()})`,
      costBasis: 'Budget of the forecast channels ÷ forecast results; the same assumptions.',
      noRate: (channel: string, amount: number, isOwn: boolean) => isOwn ? `${channel}: no forecast, the number of contacts or readers is missing.` : `${channel} (${exact(amount)}): no published rate with a source for this country, so no forecast; a two-week test would give it.`,
      noActionRate: (metric: string) => `${metric}: no forecast, the rate of your page is missing (results out of a hundred visits).`,
      tooDear: (price: string) => `At ${price} nobody buys as in an online shop: orders are not forecast, the share of contacts who buy is missing.`,
      conversion: (dollars: number) => `Rates published in dollars were converted at $${number(dollars)} a unit: an assumption, not a rate of the day.`,
      organic: 'Unpaid posts are not forecast: the number of followers of each account is missing.',
      noBudget: 'Without a media budget nothing is bought: there is no paid forecast.',
      noCountry: 'No forecast: the country of the audience is not known, and prices depend on it.',
      noCurrency: 'No forecast: no published rate is known in this currency.',
      noPaidPetition: 'No paid forecast: in the European Union, networks no longer sell advertising for political or social causes.',
      moneyTarget: (count: number, currency: string) => `The target of ${money(count, currency)} cannot be checked: the average gift or basket is missing.`,
      neededShare: (count: number, of: string, clicks: Band) => `To reach ${number(count)} ${of}, between ${share(count / clicks.high)} and ${share(count / Math.max(clicks.low, 1))} of the forecast clicks (${band(clicks)}) would have to lead to one; compare with the rate of your page.`,
      safe: (count: number, of: string, actions: Band, each: number) => `The target of ${number(count)} ${of} is safe with this budget (forecast ${band(actions)}), with ${money(each)} at hand for each.`,
      plausible: (count: number, of: string, actions: Band, each: number) => `The target of ${number(count)} ${of} is plausible with this budget (forecast ${band(actions)}), with ${money(each)} at hand for each.`,
      stretch: (count: number, of: string, actions: Band, each: number) => `The target of ${number(count)} ${of} is a stretch with this budget (forecast ${band(actions)}), with ${money(each)} at hand for each.`,
      outOfReach: (count: number, of: string, actions: Band, [from, to]: readonly [number, number]) => `The target of ${number(count)} ${of} is out of reach of the media budget alone (forecast ${band(actions)}): it would take ${money(from)} to ${money(to)}, or a target of ${number(actions.mid)}.`,
    };
  },
}; // biome-ignore format: sentences

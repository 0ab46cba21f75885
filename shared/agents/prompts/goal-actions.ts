// What a campaign asks people to do, as data: the verbs of its calls to action and what must not be said. The goal comes from the reading of the
// brief, never from a model.

import type { GoalKind } from '../../contracts/brief-reading.ts';
import type { Language } from '../../contracts/language.ts';

interface GoalAction {
  readonly action: string;
  readonly verbs: readonly string[];
  readonly never: string;
}

const actions: Readonly<Record<GoalKind, Readonly<Record<Language, GoalAction>>>> = {
  buy: {
    fr: { action: 'acheter', verbs: ['achetez', 'commandez', 'choisissez'], never: 'stock ou compte à rebours inventé, prix barré sans prix réel, « le meilleur »' },
    en: { action: 'buy', verbs: ['buy', 'order', 'choose'], never: 'invented stock or timers, a former price that never was, "the best"' },
  },
  subscribe: {
    fr: { action: 's’abonner', verbs: ['abonnez-vous', 'essayez', 'recevez'], never: '« gratuit » si une carte est débitée, renouvellement caché' },
    en: { action: 'subscribe', verbs: ['subscribe', 'try', 'get'], never: '"free" where a card is charged, a hidden renewal' },
  },
  donate: {
    fr: { action: 'donner', verbs: ['donnez', 'soutenez', 'faites un don'], never: 'culpabilité, urgence ou abondement inventés, réduction d’impôt absente du brief' },
    en: { action: 'donate', verbs: ['donate', 'give', 'chip in'], never: 'guilt, invented urgency or matching, a tax rate the brief does not give' },
  },
  book: {
    fr: { action: 'réserver ou prendre rendez-vous', verbs: ['réservez', 'prenez rendez-vous', 'choisissez votre créneau'], never: 'résultat médical, « dernières places » si c’est faux' },
    en: { action: 'book an appointment', verbs: ['book', 'reserve', 'schedule'], never: 'a medical result, "last slots" if untrue' },
  },
  call: {
    fr: { action: 'appeler', verbs: ['appelez', 'joignez-nous', 'composez le'], never: 'un numéro inventé ou remis en forme, « appel gratuit » absent du brief' },
    en: { action: 'call', verbs: ['call', 'ring', 'phone'], never: 'a number invented or reformatted, "free call" unless the brief says so' },
  },
  'request-demo': {
    fr: { action: 'demander une démonstration', verbs: ['demandez', 'voyez', 'planifiez'], never: 'un retour sur investissement sans source, un concurrent dénigré' },
    en: { action: 'request a demo', verbs: ['request', 'see', 'book a demo'], never: 'a return on investment without a source, a competitor run down' },
  },
  'sign-up': {
    fr: { action: 's’inscrire', verbs: ['inscrivez-vous', 'venez', 'réservez votre place'], never: '« bientôt complet » si on n’en sait rien, un jour de semaine qui ne va pas avec la date' },
    en: { action: 'sign up', verbs: ['register', 'join', 'save your seat'], never: '"sold out soon" if unknown, a weekday that does not match its date' },
  },
  install: {
    fr: { action: 'installer l’application', verbs: ['installez', 'téléchargez', 'ouvrez'], never: '« numéro 1 », une note inventée' },
    en: { action: 'install the app', verbs: ['install', 'download', 'get the app'], never: '"no. 1", an invented rating' },
  },
  apply: {
    fr: { action: 'postuler', verbs: ['postulez', 'candidatez', 'envoyez votre CV'], never: '« jeune », un intitulé genré sans H/F, une origine' },
    en: { action: 'apply', verbs: ['apply', 'send your CV', 'join'], never: '"young", "native speaker", a gendered title, "rock star"' },
  },
  visit: {
    fr: { action: 'venir', verbs: ['venez', 'passez', 'poussez la porte'], never: 'des horaires ou un parking absents du brief' },
    en: { action: 'visit', verbs: ['visit', 'come', 'drop in'], never: 'hours or parking the brief does not give' },
  },
  petition: {
    fr: { action: 'signer', verbs: ['signez', 'partagez', 'faites suivre'], never: 'un compteur inventé, une accusation sans source contre une personne nommée' },
    en: { action: 'sign', verbs: ['sign', 'share', 'add your name'], never: 'an invented counter, a claim about a named person without a source' },
  },
  know: {
    fr: { action: 'connaître et retenir', verbs: ['découvrez', 'retenez', 'regardez'], never: 'une promesse de vente' },
    en: { action: 'know and remember', verbs: ['discover', 'remember', 'see'], never: 'a sales promise' },
  },
}; // biome-ignore format: a table

/** The one action, its verbs and its limits, as a line of a task. */
export function actionLine(goal: GoalKind, language: Language): string {
  const { action, verbs, never } = actions[goal][language];
  return language === 'fr'
    ? `- Une seule action est demandée au lecteur : ${action}. Verbes qui conviennent : ${verbs.join(', ')} (tutoie si les contraintes le veulent). À ne jamais écrire : ${never}.`
    : `- The reader is asked for one action only: ${action}. Fitting verbs: ${verbs.join(', ')}. Never write: ${never}.`;
}

// What each goal brings, in both languages, and the one thing that it asks people to do.

import type { Language } from '../../../shared/contracts/brief.ts';
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';
import { englishCauses } from './english-goals-causes.ts';
import { englishCommerce } from './english-goals-commerce.ts';
import { frenchCauses } from './french-goals-causes.ts';
import { frenchCommerce } from './french-goals-commerce.ts';
import type { GoalBank } from './goal-bank.ts';

export const goalBanks: Record<Language, Record<GoalKind, GoalBank>> = {
  fr: { ...frenchCommerce, ...frenchCauses },
  en: { ...englishCommerce, ...englishCauses },
};

export const goalVerbs: Record<Language, Record<GoalKind, string>> = {
  fr: {
    buy: 'commander {def}', subscribe: 'choisir {ask}', donate: 'donner pour {def}', book: 'réserver {core}', call: 'appeler pour {core}', 'request-demo': 'demander {ask}',
    'sign-up': 's’inscrire à {def}', install: 'installer {def}', apply: 'postuler pour {ask}', visit: 'venir voir {def}', petition: 'signer {theask}', know: 'retenir {brand} pour {core}',
  },
  en: {
    buy: 'order {def}', subscribe: 'take up {ask}', donate: 'give to {def}', book: 'book {core}', call: 'call about {core}', 'request-demo': 'ask for {ask}',
    'sign-up': 'sign up for {def}', install: 'install {def}', apply: 'apply for {ask}', visit: 'come and see {def}', petition: 'sign {theask}', know: 'remember {brand} for {core}',
  },
}; // biome-ignore format: a table

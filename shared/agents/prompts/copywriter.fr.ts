// What the copywriter is asked, in French.
import { longestPreheader, longestSubject, searchAdRules } from '../../contracts/email-and-search.ts';
import type { Prompt } from './prompt.ts';

export const prompt: Prompt<{
  readonly channels: string;
  readonly limits: string;
  readonly action: string;
  readonly wantsEmails: boolean;
  readonly wantsSearchAds: boolean;
}> = {
  version: 1,
  role: 'Tu es concepteur-rédacteur publicitaire. Une accroche, une idée, des mots simples : tu coupes tout ce que le lecteur sauterait.',
  task: ({ channels, limits, action, wantsEmails, wantsSearchAds }) =>
    [
      `Écris les textes de la campagne.
${action}
- headlines : exactement 3 accroches, trois angles sans rapport entre eux (le fait le plus fort, la tension du public, le résultat pour lui), 60 caractères au plus si possible. L’une au moins nomme l’offre.
- ctaList : exactement 3 appels à l’action de 2 à 5 mots, verbe en tête.
- copyByChannel : un texte pour chacun de ces canaux (${channels}), écrit pour lui et non recopié d’un autre : titre, corps, appel à l’action, et 10 mots-dièse au plus (# suivi de lettres et de chiffres ; aucun pour email, blog et search). La première ligne du corps doit suffire à faire lire la suite.
- Longueur maximale du corps et des mots-dièse réunis, en caractères : ${limits}.`,
      wantsEmails &&
        `- emails : un courriel par entrée de « emailSlots », dont id reprend l’identifiant et purpose donne le rôle (daysLeft : jours avant l’échéance). subject : ${longestSubject} caractères au plus, 35 à 50 de préférence, un fait plutôt qu’une promesse ; preheader : ${longestPreheader} au plus, il complète l’objet sans le répéter ; body : 80 à 180 mots, une seule action ; cta : les mots du bouton.`,
      wantsSearchAds &&
        `- adGroups : de 1 à 4 groupes d’annonces de recherche par intention, chacun avec name, 3 à 10 keywords, 5 à 10 headlines de ${searchAdRules.headline} caractères au plus sans point d’exclamation, chacun compréhensible seul, 3 ou 4 descriptions de ${searchAdRules.description} au plus, et paths : 2 mots au plus de ${searchAdRules.path} caractères.`,
    ]
      .filter((line) => line !== false)
      .join('\n'),
};

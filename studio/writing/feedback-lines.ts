// How the studio shows that it has heard people: notes in working documents, sentences in texts for the public.
import { lowerFirst, upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

/** For documents the team reads: what was asked for, in its own words. */
export function workingNotes({ directives, language }: Voice): string[] {
  const { mentions, requests } = directives;
  return language === 'fr'
    ? [
        ...mentions.map((topic) => `À mettre en avant, comme demandé : ${lowerFirst(topic)}.`),
        ...requests.map((request) => `Retour pris en compte : « ${upperFirst(request)} ».`),
      ]
    : [
        ...mentions.map((topic) => `To be highlighted, as requested: ${lowerFirst(topic)}.`),
        ...requests.map((request) => `Feedback taken into account: “${upperFirst(request)}”.`),
      ];
}

/** For texts customers read: the same, said to them. */
export function publicLines({ directives, language }: Voice): string[] {
  const { mentions, requests } = directives;
  return language === 'fr'
    ? [
        ...mentions.map((topic) => `Un point compte tout particulièrement : ${lowerFirst(topic)}.`),
        ...requests.map((request) => `Une attente guide ce travail : « ${lowerFirst(request)} ».`),
      ]
    : [
        ...mentions.map((topic) => `One point matters in particular: ${lowerFirst(topic)}.`),
        ...requests.map((request) => `One expectation guides this work: “${lowerFirst(request)}”.`),
      ];
}

// What people asked for, as sentences that readers of the text can be shown: a topic to speak of, an intention to follow.
// Requests that are neither only change the choice of sentences; working documents note them in their own words.
import { lowerFirst, upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';
import type { Writer } from './writer.ts';

/** For texts that the public reads. */
export function askedLines(voice: Voice, writer: Writer): string[] {
  const topics = voice.mentions.map((topic) => writer.say('mention', { slots: { topic } }));
  const intentions = voice.directives.intentions.map((topic) => writer.say('request', { slots: { topic } }));
  return [...topics, ...intentions].filter((line) => line !== undefined);
}

/** For documents that the team reads: what was asked for, in its own words. */
export function workingNotes({ directives, mentions, language }: Voice): string[] {
  const requests = [...directives.intentions, ...directives.requests];
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

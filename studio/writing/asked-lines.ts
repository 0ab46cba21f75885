// What people asked for, as sentences that readers of the text can be shown: a topic to speak of, an intention to follow.
// Requests that are neither only change the choice of sentences; working documents note them in their own words.
import { catalogues } from './catalogue.ts';
import { fillFrame } from './fill-frame.ts';
import { lowerFirst } from './plain-text.ts';
import type { Voice } from './voice-of-brief.ts';
import type { Writer } from './writer.ts';

/** For texts that the public reads. */
export function askedLines(voice: Voice, writer: Writer): string[] {
  const topics = voice.mentions.map((topic) => writer.say('mention', { slots: { topic } }));
  const intentions = voice.directives.intentions.map((topic) => writer.say('request', { slots: { topic } }));
  return [...topics, ...intentions].filter((line) => line !== undefined);
}

/** The sentence of a person that this text says; texts take turns. */
export const editedLine = ({ edited }: Voice, turn: number): readonly string[] =>
  edited.slice(turn % Math.max(edited.length, 1)).slice(0, 1);

/** For documents that the team reads: what was asked for, in its own words. */
export function workingNotes(voice: Voice, random: Writer['random']): string[] {
  const { mention, request } = catalogues[voice.language].labels.notes;
  const note = (frame: string, topic: string) => fillFrame(frame, { topic }, { ...voice, random }) ?? topic;
  return [
    ...voice.mentions.map((topic) => note(mention, lowerFirst(topic))),
    ...[...voice.directives.intentions, ...voice.directives.requests].map((topic) => note(request, topic)),
  ];
}

// Writes the e-mails of a campaign: a subject and a line that completes it, a short body for its place in the calendar, one button.
import type { z } from 'zod';
import type { copywriterFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import { type Email, longestPreheader, longestSubject } from '../../shared/contracts/email-and-search.ts';
import { assembleText } from './assemble-text.ts';
import type { Role } from './frames/goal-bank.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';
import type { Writer } from './writer.ts';

type Slot = z.infer<typeof copywriterFactsSchema>['emailSlots'][number];
type Step = Role | readonly Role[];
type Draft = Omit<Email, 'sendAt' | 'link' | 'purpose'>;

const TERMS: readonly Role[] = ['price', 'date', 'deadline', 'quantity', 'place'];
const BODIES: Record<Email['purpose'], readonly Step[]> = {
  announcement: ['hook', 'present', ['pitch', 'fact'], TERMS, 'action'],
  proof: [['fact', 'value'], 'pitch', 'answer', 'action'],
  reminder: ['present', TERMS, 'answer', 'action'],
  'last-call': ['deadline', ['fact', 'present'], TERMS, 'action'],
};
const SUBJECTS: Record<Email['purpose'], Step> = {
  announcement: 'headline',
  proof: ['hook', 'headline'],
  reminder: ['deadline', 'headline'],
  'last-call': ['deadline', 'headline'],
};
/** Typography may add a few spaces later. */
const ROOM = 4;

/** One mail for each entry of the calendar, opened and signed as `frame` does. */
export const composeEmails = (
  slots: readonly Slot[],
  ctaList: readonly string[],
  frame: { readonly greeting: () => string; readonly signature: () => string },
  voice: Voice,
  writer: Writer,
): Draft[] =>
  slots.map(({ id, purpose }, index) => {
    const core = upperFirst(voice.slots.core ?? voice.brand);
    const subject = writer.say(SUBJECTS[purpose], { limit: longestSubject - ROOM }) ?? core;
    const preheader =
      writer.say([...TERMS, 'fact', 'value', 'present'], { limit: longestPreheader - ROOM }) ??
      `${core}, ${voice.brand}`;
    const sentences = assembleText({ steps: BODIES[purpose], asked: [], limit: 1500, voice, writer });
    const button = ctaList.find((cta, place) => cta.length <= 56 && place >= index % ctaList.length) ?? core;
    return {
      id,
      subject: unpointed(fitText(subject, longestSubject - ROOM)),
      preheader: fitText(preheader, longestPreheader - ROOM),
      body: [frame.greeting(), ...sentences, frame.signature()].join('\n\n'),
      cta: fitText(button, 56),
    };
  });

/** A subject is a line, not a sentence. */
const unpointed = (text: string): string => text.replace(/(?<!\.)\.$/u, '');

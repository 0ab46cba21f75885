// Puts one text together from sentences: in the order of its plan, whole sentences only, and never without the offer.
import type { Role } from './frames/goal-bank.ts';
import type { Voice } from './voice.ts';
import { namesOffer, type Writer } from './writer.ts';

interface Assembly {
  readonly steps: readonly (Role | readonly Role[])[];
  /** What people asked for: these come first and are never left out. */
  readonly asked: readonly string[];
  /** Characters of the whole, and of one sentence. */
  readonly limit: number;
  readonly longest?: number;
  readonly voice: Voice;
  readonly writer: Writer;
}

export function assembleText({ steps, asked, limit, longest = 600, voice, writer }: Assembly): string[] {
  const sentences: string[] = [];
  let room = limit - asked.join('  ').length;
  const last = steps.at(-1);
  for (const step of steps) {
    // The last step says what to do: the others leave it its room.
    const kept = step === last ? 0 : Math.min(90, limit / 3);
    const sentence = writer.say(step, {
      limit: Math.min(room - kept, longest),
      slots: { named: namesOffer(sentences, voice) ? 'named' : undefined },
    });
    if (!sentence) continue;
    sentences.push(sentence);
    room -= sentence.length + 2;
  }
  const offer = namesOffer([...asked, ...sentences], voice)
    ? undefined
    : writer.say(['present', 'action', 'caption'], { limit: Math.max(room, 60) });
  const [first, ...others] = sentences;
  const whole = [first, ...asked, offer, ...others].filter((sentence) => sentence !== undefined);
  return whole.length > 0 ? whole : [`${voice.slots.core ?? voice.brand}.`];
}

// Tells lines that the studio could have written from those that a person wrote over them: it knows its own sentences in
// every wording.
import type { SeededRandom } from '../media/drawing/seeded-random.ts';
import { type Frames, framesFor, type Role } from './catalogue.ts';
import { fillFrame, type Slots } from './fill-frame.ts';
import { upperFirst } from './plain-text.ts';
import { unmarked } from './register.ts';
import { obeyRules } from './rules.ts';
import { finishText } from './typography.ts';
import type { Voice } from './voice-of-brief.ts';

/** The lines that no frame of this role says with this brief, in the order in which they were given. */
export function foreignLines(lines: readonly string[], role: Role, voice: Voice, documents: Frames = {}): string[] {
  const own = ownLines(role, voice, documents);
  return lines.filter((line) => !own.has(unaddressed(line)));
}

/** Everything that the frames of a role can say, to people called by "vous" and by "tu". */
function ownLines(role: Role, voice: Voice, documents: Frames): ReadonlySet<string> {
  const parts: readonly Slots[] = [
    {},
    ...voice.facts.map((fact) => ({ fact })),
    ...voice.proofs.map((proof) => ({ proof })),
    ...voice.values.map((value) => ({ value })),
    ...voice.runs.map((facts) => ({ facts })),
  ];
  const frames = (documents[role] ?? framesFor(role, voice.language, voice.goal)).map(unmarked).flatMap(wordings);
  const name = upperFirst(voice.slots.core ?? voice.brand);
  const lines = frames.flatMap((frame) =>
    parts.flatMap((part) =>
      [false, true].flatMap(
        (familiar) =>
          fillFrame(frame, { ...voice.slots, ...part }, { language: voice.language, familiar, random: FIRST }) ?? [],
      ),
    ),
  );
  return new Set([...lines, name].map((line) => unaddressed(finished(line, voice))));
}

/** "Votre" and "ta" are one word here: the slots of a voice hold one of them. */
const unaddressed = (line: string): string =>
  letters(line).replaceAll(/(?<!\p{L})(?:vos|ton|ta|tes)(?!\p{L})/gu, 'votre');

/** A frame for each way through its choices. */
function wordings(frame: string): string[] {
  const choice = /\(([^()]*\|[^()]*)\)/u.exec(frame);
  if (!choice) return [frame];
  const [found, options = ''] = choice;
  return options.split('|').flatMap((option) => wordings(frame.replace(found, () => option)));
}

/** No choice is left to it. */
const FIRST: SeededRandom = {
  next: () => 0,
  between: (least) => least,
  integer: (least) => least,
  pick: ([first]) => first,
};

/** A line as it leaves the studio. */
export const finished = (line: string, { rules, language, variety }: Voice): string =>
  finishText(obeyRules(line, rules, language), variety);

/** A line that a person wrote, as a sentence. */
export const asSentence = (line: string): string => {
  const text = upperFirst(line.trim());
  return /[.!?…»”"]$/u.test(text) ? text : `${text}.`;
};

export const letters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\\[nt"]/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

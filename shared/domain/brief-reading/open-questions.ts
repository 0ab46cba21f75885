// What a brief leaves open, and asks those who read it: "should we aim at 200 leads?", "300 inscrits, à voir ensemble". Nothing of it is fixed:
// no other reader may take a target, a thing, a day or a fact from it.
import { type BriefField, evened, quoted } from './brief-fields.ts';
import { clausesOf } from './clauses.ts';
import type { Doubt } from './questions.ts';

/** A question that asks us something, and no hook for the public ("Mal au dos ?"). */
const ASKED =
  /(?<!\p{L})(?:should|shall|could|can we|do we|would|is it|aim|target|maybe|perhaps|how (?:many|much|long)|what|which|or rather|est-ce|faut-il|doit-on|peut-on|pourrait-on|on (?:vise|part|fait|met)|vis(?:er|e|ons)|combien|quel(?:le)?s?|plut[ôo]t|peut-[êe]tre)(?!\p{L})|\d/iu;
const QUESTION = /\?(?:\s|$)/u;
const UNDECIDED =
  /^(?:maybe|perhaps|peut-[êe]tre)(?!\p{L})|(?<!\p{L})(?:tbd|tbc|to be (?:decided|confirmed|discussed|defined|agreed)|not sure|not decided|undecided|[àa] (?:d[ée]finir|confirmer|pr[ée]ciser|valider|discuter|d[ée]cider)|pas (?:encore )?d[ée]cid[ée]e?s?|on h[ée]site)(?!\p{L})|[,;(:–-]\s?[àa] voir(?= ensemble| avec vous| plus tard|\s*[).]?$)/iu;

/** "Mal au dos ?" and what is asked of us: neither is a fact. */
export const isQuestion = (clause: string): boolean => QUESTION.test(clause) || UNDECIDED.test(clause);

export const isOpenQuestion = (clause: string): boolean =>
  (QUESTION.test(clause) && ASKED.test(clause)) || UNDECIDED.test(clause);

/** A text without what it leaves open. */
export function decidedText(text: string): string {
  const clauses = clausesOf(evened(text));
  const decided = clauses.filter((clause) => !isOpenQuestion(clause));
  return decided.length === clauses.length ? text : decided.join(' ');
}

const isObjective = ({ path }: BriefField): boolean => path.startsWith('campaignGoals.objectives.');
const openIn = (field: BriefField): readonly string[] =>
  isObjective(field) ? clausesOf(field.text).filter(isOpenQuestion) : [];

/** The fields with blanks for what their objectives leave open; all as it is where nothing else says what to reach. */
export function decidedFields(fields: readonly BriefField[]): readonly BriefField[] {
  const decided = fields
    .map((field) => ({
      ...field,
      text: openIn(field).reduce((text, open) => text.replace(open, ' '.repeat(open.length)), field.text),
    }))
    .filter(({ text }) => text.trim() !== '');
  return decided.some(isObjective) ? decided : fields;
}

export const openQuestions = (fields: readonly BriefField[]): Doubt[] =>
  fields.flatMap((field) =>
    openIn(field).map((text) => ({ about: 'goal', from: quoted(field, text), kind: 'objective-open', parts: [text] })),
  );

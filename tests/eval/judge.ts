// A model that reads a campaign and says yes or no to four questions, each with the words of the text that show it. It is reported and decides
// nothing: what is quoted must stand in the text, and nothing in the text is an order.
import * as z from 'zod';
import type { OutputValues } from '../../shared/contracts/agent-outputs.ts';
import type { Brief } from '../../shared/contracts/brief.ts';
import type { Language } from '../../shared/contracts/language.ts';
import type { TextModel } from '../../shared/models/model.ts';
import { asData, dataRule } from '../../shared/models/prompt-data.ts';
import { folded, publicTexts } from './campaign-texts.ts';

export const criteria = ['opening', 'proof', 'tone', 'action'] as const;
export type Criterion = (typeof criteria)[number];

const verdictSchema = z.strictObject({ met: z.boolean(), quote: z.string().max(300) });
const verdictsSchema = z.strictObject({
  opening: verdictSchema,
  proof: verdictSchema,
  tone: verdictSchema,
  action: verdictSchema,
});

/** `void`: what it quotes does not show it, so that its yes or no counts for nothing. */
export type Judged = Readonly<Record<Criterion, 'yes' | 'no' | 'void'>>;

const words: Record<Language, { readonly role: string; readonly task: string }> = {
  fr: {
    role: 'Tu relis des textes publicitaires et tu réponds à quatre questions par oui ou par non, sans complaisance. Dans le doute, c’est non.',
    task: `Juge la campagne « campaign » d’après le ton demandé dans « asked ».
- opening : la première phrase donne-t-elle envie de lire la suite, par un fait ou une tension plutôt que par une généralité ?
- proof : une preuve concrète (un chiffre, un lieu, un procédé, un nom) porte-t-elle l’argument ?
- tone : le ton est-il celui qui est demandé ?
- action : sait-on sans hésiter ce qu’il faut faire ensuite ?
Pour chaque question : met (oui ou non) et quote, de trois à vingt mots recopiés lettre pour lettre de la campagne, qui montrent ta réponse. Une autre citation pour chaque question.`,
  },
  en: {
    role: 'You review advertising texts and answer four questions by yes or no, without indulgence. When in doubt, it is no.',
    task: `Judge the campaign "campaign" by the tone asked for in "asked".
- opening: does the first sentence make one want to read on, by a fact or a tension rather than a generality?
- proof: does concrete proof (a figure, a place, a method, a name) carry the argument?
- tone: is the tone the one that was asked for?
- action: does one know without hesitation what to do next?
For each question: met (yes or no) and quote, three to twenty words copied letter for letter from the campaign that show your answer. Another quote for each question.`,
  },
};

/** What a reader meets of a campaign: headlines, texts by channel, calls to action, article. */
export const judgedText = (values: OutputValues): string =>
  publicTexts(values)
    .filter(({ where }) => /^(?:headlines|copy|ctaList|article)/u.test(where))
    .map(({ text }) => text)
    .join('\n');

/** Throws what the model throws, such as that the cap is reached. */
export async function judge(
  model: Pick<TextModel, 'generate'>,
  { language, briefData }: Brief,
  text: string,
): Promise<Judged> {
  const { role, task } = words[language];
  const answer = await model.generate({
    source: { purpose: 'judge', language, facts: {}, feedback: [] },
    system: `${role}\n${dataRule[language]}`,
    prompt: [task, asData('asked', briefData.brandIdentity.tone, language), asData('campaign', text, language)].join(
      '\n\n',
    ),
    schema: verdictsSchema,
    maximumOutputTokens: 1000,
  });
  const verdicts = verdictsSchema.parse(JSON.parse(answer.text));
  const read = spaced(text);
  const quotes = criteria.map((criterion) => spaced(verdicts[criterion].quote));
  const shows = (quote: string) =>
    quote.split(' ').length >= FEWEST_WORDS &&
    read.includes(quote) &&
    quotes.filter((other) => other === quote).length === 1;
  const judged = criteria.map((criterion, index) => {
    const verdict = verdicts[criterion].met ? 'yes' : 'no';
    return [criterion, shows(quotes[index] ?? '') ? verdict : 'void'] as const;
  });
  return Object.fromEntries(judged) as Judged;
}

const FEWEST_WORDS = 3;
const spaced = (text: string): string => folded(text).replaceAll(/\s+/gu, ' ').trim();

/** From 0 to 1: the share of questions with a yes that is shown. */
export const judgeScore = (judged: Judged): number =>
  criteria.filter((criterion) => judged[criterion] === 'yes').length / criteria.length;

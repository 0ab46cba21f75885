// Answers a free prompt without a model: a working draft around the prompt's own phrases, which says what it is, or a filled form.
import type { Language } from '../../shared/contracts/brief.ts';
import { seededRandom } from '../media/drawing/seeded-random.ts';
import type { DirectFacts } from './direct-facts.ts';
import { fillSchema } from './fill-schema.ts';
import { keyPhrases } from './key-phrases.ts';
import { upperFirst } from './plain-text.ts';

const MOST_POINTS = 4;

/** The answer as JSON: `{ text }`, or what fits the schema. The same facts and seed give the same answer. */
export function composeDirect({ prompt, schema }: DirectFacts, language: Language, seed: string): unknown {
  const phrases = keyPhrases(prompt, language, MOST_POINTS + 1);
  if (schema) return fillSchema(schema, { phrases, language, random: seededRandom(seed) });
  return { text: draft(phrases, language, seed) };
}

function draft([topic, ...others]: readonly [string, ...string[]], language: Language, seed: string): string {
  const { opening, point, alone, ending, disclosure } = words[language];
  const random = seededRandom(seed);
  const turns = random.integer(0, point.length - 1);
  const points = others.slice(0, MOST_POINTS).map((phrase, index) => {
    const write = point[(turns + index) % point.length] ?? point[0];
    return `${index + 1}. ${write(upperFirst(phrase))}`;
  });
  return [
    upperFirst(topic),
    random.pick(opening)(topic),
    points.length > 0 ? points.join('\n') : alone,
    random.pick(ending),
    disclosure,
  ].join('\n\n');
}

type Line = (phrase: string) => string;
interface Words {
  readonly opening: readonly [Line, ...Line[]];
  readonly point: readonly [Line, ...Line[]];
  readonly alone: string;
  readonly ending: readonly [string, ...string[]];
  readonly disclosure: string;
}

const words: Record<Language, Words> = {
  fr: {
    opening: [
      (topic) => `Tout part d’ici : ${topic}. Voici l’essentiel, dans l’ordre où un lecteur pressé le cherchera.`,
      (topic) => `${upperFirst(topic)} : ce qu’il faut en dire d’abord, et ce qui peut attendre.`,
      (topic) => `Le sujet tient en quelques mots : ${topic}. Le reste sert à le rendre concret.`,
    ],
    point: [
      (phrase) => `${phrase} : dire en une phrase ce que cela change, puis le montrer par un exemple vérifiable.`,
      (phrase) => `${phrase} : partir de ce que le lecteur connaît déjà, et nommer une seule différence.`,
      (phrase) => `${phrase} : répondre à la question que tout le monde se pose, sans détour.`,
      (phrase) => `${phrase} : choisir un détail précis plutôt qu’un adjectif.`,
    ],
    alone: 'Une idée suffit : la dire clairement, la prouver par un fait, puis inviter à aller plus loin.',
    ending: [
      'Pour finir, une seule invitation, claire, avec un verbe et une échéance.',
      'En conclusion, rappeler la promesse du début et dire quoi faire maintenant.',
    ],
    disclosure:
      '(Écrit hors ligne par un programme, à partir des mots de la demande et sans modèle d’IA : un canevas à compléter, pas un texte définitif.)',
  },
  en: {
    opening: [
      (topic) => `It all starts here: ${topic}. Below is what matters, in the order a hurried reader looks for it.`,
      (topic) => `${upperFirst(topic)}: what to say first, and what can wait.`,
      (topic) => `The subject fits in a few words: ${topic}. The rest makes it concrete.`,
    ],
    point: [
      (phrase) => `${phrase}: say in one sentence what it changes, then show it with an example anyone can check.`,
      (phrase) => `${phrase}: begin with what the reader knows already, and name a single difference.`,
      (phrase) => `${phrase}: answer the question everybody asks, plainly.`,
      (phrase) => `${phrase}: choose one precise detail over an adjective.`,
    ],
    alone: 'One idea is enough: say it clearly, prove it with a fact, then invite the reader further.',
    ending: [
      'To end, one clear invitation with a verb and a date.',
      'In closing, come back to the promise of the opening and say what to do now.',
    ],
    disclosure:
      '(Written offline by a program from the words of the request, without any AI model: an outline to complete, not a finished text.)',
  },
};

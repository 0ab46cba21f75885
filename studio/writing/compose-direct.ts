// Answers a free prompt without a model: a working draft around the prompt's own phrases, which says what it is, or a filled form.
import type { Language } from '../../shared/contracts/language.ts';
import { seededRandom } from '../media/drawing/seeded-random.ts';
import { catalogues } from './catalogue.ts';
import type { DirectFacts } from './direct-facts.ts';
import { fillFrame } from './fill-frame.ts';
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
  const { opening, point, alone, ending, disclosure } = catalogues[language].labels.draft;
  const random = seededRandom(seed);
  const turned = (frames: readonly string[], turn: number) => frames[turn % frames.length] ?? '';
  const fill = (frame: string, about: string) =>
    fillFrame(frame, { topic: about }, { language, familiar: false, random }) ?? about;
  const turn = random.integer(0, point.length - 1);
  const points = others
    .slice(0, MOST_POINTS)
    .map((phrase, index) => `${index + 1}. ${fill(turned(point, turn + index), phrase)}`);
  return [
    upperFirst(topic),
    fill(turned(opening, random.integer(0, opening.length - 1)), topic),
    points.length > 0 ? points.join('\n') : alone,
    turned(ending, random.integer(0, ending.length - 1)),
    disclosure,
  ].join('\n\n');
}

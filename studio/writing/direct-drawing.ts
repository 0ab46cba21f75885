// Reads from a free prompt what a picture or a film must be told: its words, its subject and the colours of its mood.
import type { VideoFacts, VisualFacts } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/domain/text/fit-text.ts';
import { factsOf, type ModelTask } from '../task.ts';
import { catalogues } from './catalogue.ts';
import { directFactsSchema } from './direct-facts.ts';
import { keyPhrases, quotations } from './key-phrases.ts';
import { plainText, upperFirst } from './plain-text.ts';

const LONGEST_HEADLINE = 60;
const LONGEST_LINE = 90;
const LONGEST_CAPTION = 64;
const MOST_CAPTIONS = 3;
/** What chooses motif and palette looks at the first words only. */
const LONGEST_SUBJECT = 300;

export function directVisualFacts(task: ModelTask): VisualFacts {
  const { language } = task;
  const { prompt, brandName } = factsOf(directFactsSchema, task);
  const text = plainText(prompt, language);
  const quoted = quotations(text);
  const name = brandName ?? quoted.find(isName) ?? properName(text);
  const about = keyPhrases(prompt, language, 4).filter((phrase) => phrase !== name);
  const [topic = name ?? '…', ...others] = about;
  const headline = fitText(upperFirst(quoted.find((phrase) => !isName(phrase)) ?? topic), LONGEST_HEADLINE);
  const remaining = others.filter((phrase) => upperFirst(phrase) !== headline);
  return {
    brandName: name ?? upperFirst(remaining.at(-1) ?? topic),
    headline,
    supportingLine: fitText(upperFirst(remaining.slice(0, 2).join(', ') || topic), LONGEST_LINE),
    callToAction: catalogues[language].labels.discover,
    sector: fitText(text || topic, LONGEST_SUBJECT),
    tone: fitText(text || topic, LONGEST_SUBJECT),
    channels: [],
  };
}

export function directVideoFacts(task: ModelTask): VideoFacts {
  const visual = directVisualFacts(task);
  const phrases = keyPhrases(factsOf(directFactsSchema, task).prompt, task.language, MOST_CAPTIONS);
  const captions = [visual.headline, ...phrases, visual.callToAction].map((phrase) =>
    fitText(upperFirst(phrase), LONGEST_CAPTION),
  );
  return { ...visual, scenes: [...new Set(captions)].slice(0, MOST_CAPTIONS).map((caption) => ({ caption })) };
}

/** One to three words with a capital in front; a quoted sentence is a headline instead. */
const isName = (quoted: string): boolean => /^\p{Lu}/u.test(quoted) && quoted.split(' ').length <= 3;

/** A capitalised word that begins no sentence: in most prompts the name of a brand. */
const properName = (text: string): string | undefined =>
  text.match(/(?<=[^.!?:«“\s]\s+(?:[ldLD]['’])?)\p{Lu}[\p{L}\p{N}&-]{2,}(?:\s\p{Lu}[\p{L}\p{N}&-]+){0,2}/u)?.[0];

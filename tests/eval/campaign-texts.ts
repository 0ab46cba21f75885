// Everything of a campaign that the public reads, each text with the place it stands in, and its sentences.

import type { OutputValues } from '../../shared/contracts/agent-outputs.ts';
import { publishedText } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/language.ts';

export interface PublicText {
  readonly where: string;
  readonly text: string;
  readonly hashtags: readonly string[];
}

export function publicTexts(values: OutputValues): PublicText[] {
  const plain = (where: string, text: string | undefined): PublicText[] =>
    text ? [{ where, text, hashtags: [] }] : [];
  return [
    ...(values.headlines ?? []).flatMap((text, index) => plain(`headlines.${index}`, text)),
    ...(values.ctaList ?? []).flatMap((text, index) => plain(`ctaList.${index}`, text)),
    ...(values.copyByChannel ?? []).flatMap(({ channel, headline, body, cta, hashtags }) => [
      ...plain(`copy.${channel}.headline`, headline),
      ...plain(`copy.${channel}.cta`, cta),
      { where: `copy.${channel}.body`, text: body, hashtags },
    ]),
    ...(values.creativeBriefs ?? []).flatMap(({ hook, cta, scenes }, index) => [
      ...plain(`scripts.${index}.hook`, hook),
      ...plain(`scripts.${index}.cta`, cta),
      ...scenes.flatMap(({ voiceOver, order }) => plain(`scripts.${index}.scene-${order}`, voiceOver)),
    ]),
    ...(values.emails ?? []).flatMap(({ id, subject, preheader, body, cta }) => [
      ...plain(`${id}.subject`, subject),
      ...plain(`${id}.preheader`, preheader),
      ...plain(`${id}.body`, body),
      ...plain(`${id}.cta`, cta),
    ]),
    ...(values.adGroups ?? []).flatMap(({ headlines, descriptions }, group) => [
      ...headlines.flatMap((text, index) => plain(`ads.${group}.headline-${index}`, text)),
      ...descriptions.flatMap((text, index) => plain(`ads.${group}.description-${index}`, text)),
    ]),
    ...plain('article.title', values.articleTitle),
    ...plain('article', values.articleMarkdown),
    ...plain('article.meta', values.metaDescription),
    ...(values.scheduledPosts ?? []).map((post) => ({
      where: post.id,
      text: publishedText(post),
      hashtags: post.hashtags,
    })),
  ];
}

const FEWEST_WORDS = 4;
/** "_ by _" says nothing that two campaigns could have in common. */
const FEWEST_OWN_WORDS = 3;

/** Sentences of at least four words, without marks and case, so that only what is said is compared. */
export function sentencesOf(texts: readonly PublicText[], language: Language): Set<string> {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences = texts.flatMap(({ text }) =>
    text
      .split('\n')
      .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment))
      .map(plainWords)
      .filter((sentence) => sentence.split(' ').length >= FEWEST_WORDS),
  );
  return new Set(sentences);
}

const plainWords = (sentence: string): string =>
  folded(sentence)
    .replaceAll(/https?:\S+/gu, '')
    .replaceAll(/[^\p{L}\p{N}_' ]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** Lower case without accents, one kind of apostrophe and space: how texts are compared and words looked for. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘ʼ]/gu, "'")
    .replaceAll(/[\u00A0\u202F\u2009\u2060]/gu, ' ');

/** The names and figures of a brief replaced by a sign: two campaigns that differ in these alone say the same. */
export function withoutNames(sentences: ReadonlySet<string>, names: readonly string[]): Set<string> {
  const known = names
    .map((name) => plainWords(name))
    .filter((name) => name.length > 2)
    .sort((left, right) => right.length - left.length);
  const masked = [...sentences].map((sentence) =>
    known.reduce((text, name) => text.replaceAll(name, '_'), sentence).replaceAll(/\d+/gu, '0'),
  );
  return new Set(
    masked.filter((sentence) => sentence.split(' ').filter((word) => word !== '_').length >= FEWEST_OWN_WORDS),
  );
}

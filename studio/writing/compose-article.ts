// Writes the article: what is offered and its facts, a short guide, answers to questions, how to act. Paragraphs of the
// guide are added until its length is right.
import type { z } from 'zod';
import type { contentWriterFactsSchema } from '../../shared/agents/facts.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { fitText } from '../../shared/domain/text/fit-text.ts';
import { askedLines } from './asked-lines.ts';
import { catalogues } from './catalogue.ts';
import { keywordsFor } from './compose-keywords.ts';
import { fillFrame } from './fill-frame.ts';
import { finished, letters } from './own-lines.ts';
import { upperFirst } from './plain-text.ts';
import { breaksRules } from './rules.ts';
import { TERMS } from './text-plans.ts';
import type { Voice } from './voice-of-brief.ts';
import { type Step, type Writer, writerFor } from './writer.ts';

type Facts = z.infer<typeof contentWriterFactsSchema>;
/** Words by the contract's own count, which allows 500 to 800. */
const LENGTH = { minimum: 512, maximum: 720 };
const SHORT_LENGTH = { minimum: 508, maximum: 600 };
const MOST_ANSWERS = 6;
const MOST_FACTS = 6;
/** Rules and typography may take a few characters away: the least of the contract, and those. */
const META = { least: 58, most: 152 };

export function composeArticle(
  { creativeBriefs, strategyReport, keywordsList }: Facts,
  voice: Voice,
): AgentOutput<'ContentWriter'> {
  const list = voice.facts.slice(0, MOST_FACTS).map((fact) => `- ${upperFirst(fact)}`);
  const said = [
    ...list,
    ...practicalList(voice),
    ...strategyReport.keyMessages,
    ...creativeBriefs.flatMap(({ hook, scenes }) => [hook, ...scenes.map(({ voiceOver }) => voiceOver)]),
  ];
  const writer = writerFor(voice, 'ContentWriter', isNotice(voice) ? [] : said);
  const name = upperFirst(voice.slots.core ?? voice.brand);
  const title = () => fitText(writer.say('title', { limit: 110 }) ?? writer.say('title') ?? name, 150);
  const [articleTitle, otherTitle] = [title(), title()];
  const [cta = name, otherCta = name] = writer.inOrder('cta').map((line) => fitText(line, 150));
  const searched = addedSearches(keywordsList, voice);
  const { variants } = catalogues[voice.language].labels;
  return {
    articleTitle,
    articleMarkdown: articleText(voice, writer, cta, list, searched),
    metaDescription: metaFor(voice, writer, articleTitle, searched),
    altTexts: [0, 1, 2].map(() => fitText(writer.say('alt') ?? name, 300)),
    ABVariants: [
      { element: variants.title, a: articleTitle, b: otherTitle },
      { element: variants.action, a: cta, b: otherCta },
    ],
  };
}

const isNotice = ({ goal }: Voice): boolean => goal === 'notice';

/** What a person added to the words to be found by: the article names them early, and its description begins with the first. */
function addedSearches(keywords: Facts['keywordsList'], voice: Voice): string[] {
  const { plan } = catalogues[voice.language].goals[voice.goal];
  const unasked = { ...voice, directives: { ...voice.directives, mentions: [] } };
  const own = new Set(keywordsFor(unasked, plan.searches).map(({ keyword }) => letters(finished(keyword, voice))));
  return keywords.map(({ keyword }) => keyword).filter((keyword) => !own.has(letters(keyword)));
}

/** A question to whoever looked for them. */
function searchLine(
  searched: readonly string[],
  { language, familiar }: Voice,
  { random }: Writer,
): string | undefined {
  if (searched.length === 0) return undefined;
  const quoted = searched.map((keyword) => (language === 'fr' ? `« ${keyword} »` : `“${keyword}”`));
  const topic = new Intl.ListFormat(language, { type: 'disjunction' }).format(quoted);
  return fillFrame(catalogues[language].labels.notes.searched, { topic }, { language, familiar, random });
}

function metaFor(voice: Voice, writer: Writer, title: string, [keyword]: readonly string[]): string {
  const lead = keyword ? `${upperFirst(keyword)}${voice.language === 'fr' ? ' : ' : ': '}` : '';
  const more = () =>
    writer.say(['people', 'pitch', 'contact', 'closing']) ?? `${upperFirst(voice.brand)}, ${voice.sector}.`;
  let text = `${lead}${writer.say('meta', { limit: META.most - lead.length }) ?? title}`;
  for (let turn = 0; turn < 4 && text.length < META.least; turn += 1)
    text = `${text.replace(/[.…]?$/u, '.')} ${more()}`;
  return fitText(text, META.most);
}

function articleText(
  voice: Voice,
  writer: Writer,
  cta: string,
  list: readonly string[],
  searched: readonly string[],
): string {
  const paragraph = (...steps: Step[]) => writer.text(steps).join(' ');
  const [what = '', guide = '', questions = '', practice = ''] = writer.inOrder('heading').map((line) => `## ${line}`);
  const opening = [
    paragraph('hook', 'opening'),
    searchLine(searched, voice, writer),
    ...askedLines(voice, writer),
    ...voice.edited,
  ];
  const offer = [
    what,
    isNotice(voice) ? paragraph('people') : paragraph('present', 'people', TERMS),
    list.length > 1 ? list.join('\n') : paragraph('fact'),
  ];
  const answers: string[] = [];
  for (let answer = writer.say('answer'); answer && answers.length < MOST_ANSWERS; answer = writer.say('answer'))
    answers.push(answer.replace(/^[^?]+\?(?=\s)/u, (question) => `**${question}**`));
  const how = [writer.say('how'), isNotice(voice) ? '' : writer.say('how')].filter(Boolean).join(' ');
  const ending = [
    practice,
    practicalList(voice).join('\n'),
    paragraph('closing'),
    `**${cta}**${voice.slots.where ? ` ${voice.slots.where}` : ''}.`,
  ];
  const { minimum, maximum } = voice.directives.shorter ? SHORT_LENGTH : LENGTH;
  const advice: string[] = [];
  const text = () =>
    [
      ...opening,
      ...offer,
      guide,
      ...(isNotice(voice) ? [how, ...advice] : [...advice, how]),
      questions,
      ...answers,
      ...ending,
    ]
      .filter(Boolean)
      .join('\n\n');
  for (let turn = 0; turn < 30 && countWords(text()) < minimum; turn += 1) {
    // A name that stands in every paragraph tires: every second one speaks of the team.
    const slots = turn % 2 === 1 ? { brand: catalogues[voice.language].labels.fallback.team } : {};
    const passage = writer.say('passage', { slots }) ?? writer.say('spare', { slots });
    const more = passage ?? (paragraph(['how', 'pitch'], ['present', ...TERMS]) || again(voice, turn));
    if (countWords(text()) + countWords(more) <= maximum) advice.push(more);
  }
  return text();
}

/** Only a brief that forbids nearly everything comes here: what its other texts say may then be said again. */
const again = (voice: Voice, turn: number): string =>
  writerFor(voice, turn % 2 === 0 ? 'MarketAnalyst' : 'SEO')
    .text(['passage', 'present', 'closing'])
    .join(' ');

/** Price, dates, place and contact as a list: what people come back to a page for. */
function practicalList({ slots, language, rules, goal }: Voice): string[] {
  const { practical } = catalogues[language].labels;
  const lines = [
    [goal === 'apply' ? practical.pay : practical.price, slots.price],
    [practical.date, slots.date],
    [practical.deadline, slots.deadline],
    [practical.place, whereabouts(slots)],
    [practical.hours, slots.hours],
    [practical.contact, slots.contact],
  ];
  return lines
    .flatMap(([name, value]) => (value ? [`- ${name}${language === 'fr' ? ' :' : ':'} ${value}`] : []))
    .filter((line) => !breaksRules(line, rules));
}

/** The house and its street, each once. */
const whereabouts = ({ place, address }: Voice['slots']): string | undefined =>
  place && address && !address.includes(place) ? `${place}, ${address}` : (address ?? place);

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

// Writes the article: what is offered, the facts, the questions, how to act; paragraphs are added until its length is right.
import type { z } from 'zod';
import type { contentWriterFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { askedLines } from './asked-lines.ts';
import type { Role } from './frames/goal-bank.ts';
import { upperFirst } from './plain-text.ts';
import { breaksRules } from './rules.ts';
import type { Voice } from './voice.ts';
import { type Writer, writerFor } from './writer.ts';

type Facts = z.infer<typeof contentWriterFactsSchema>;
type Step = Role | readonly Role[];
/** Words by the contract's own count; the contract allows 500 to 800. */
const USUAL_LENGTH = { minimum: 620, maximum: 720 };
const SHORT_LENGTH = { minimum: 520, maximum: 600 };
const TERMS: readonly Role[] = ['price', 'date', 'place', 'quantity', 'deadline', 'hours'];

export function composeArticle({ creativeBriefs, strategyReport }: Facts, voice: Voice): AgentOutput<'ContentWriter'> {
  const said = [
    ...strategyReport.keyMessages,
    ...creativeBriefs.flatMap(({ hook, scenes }) => [hook, ...scenes.map(({ voiceOver }) => voiceOver)]),
  ];
  const writer = writerFor(voice, 'ContentWriter', said);
  const name = upperFirst(voice.slots.core ?? voice.brand);
  const title = () => fitText(writer.say('title', { limit: 110 }) ?? writer.say('title') ?? name, 150);
  const [articleTitle, otherTitle] = [title(), title()];
  const [cta = name, otherCta = name] = writer.inOrder('cta').map((line) => fitText(line, 150));
  const testNames = voice.language === 'fr' ? ['Titre', 'Appel à l’action'] : ['Title', 'Call to action'];
  return {
    articleTitle,
    articleMarkdown: assemble(
      sectionsFor(voice, writer),
      voice,
      writer,
      voice.directives.shorter ? SHORT_LENGTH : USUAL_LENGTH,
    ),
    metaDescription: metaFor(voice, writer, articleTitle),
    altTexts: [0, 1, 2].map(() => fitText(writer.say('alt') ?? name, 300)),
    ABVariants: [
      { element: testNames[0] ?? '', a: articleTitle, b: otherTitle },
      { element: testNames[1] ?? '', a: cta, b: otherCta },
    ],
  };
}

/** Rules and typography may take a few characters away: the least of the contract, and those. */
const LEAST_META = 58;

function metaFor(voice: Voice, writer: Writer, title: string): string {
  const meta = writer.say('meta', { limit: 152 }) ?? title;
  const more = [
    `${upperFirst(voice.brand)}, ${voice.sector}.`,
    voice.language === 'fr'
      ? 'L’essentiel, les faits, les réponses et la marche à suivre, sur une seule page.'
      : 'What matters, the facts, the answers and what to do next, on a single page.',
  ];
  const long = more.reduce(
    (text, part) => (text.length >= LEAST_META ? text : `${text.replace(/[.…]?$/u, '.')} ${part}`),
    meta,
  );
  return fitText(long, 152);
}

interface Section {
  readonly heading?: string;
  readonly blocks: string[];
}

function sectionsFor(voice: Voice, writer: Writer): Section[] {
  const paragraph = (...steps: Step[]) => writer.text(steps).join(' ');
  const headings = writer.inOrder('heading');
  const facts = voice.facts.slice(0, 6).map((fact) => `- ${upperFirst(fact)}`);
  const [what = '', details = '', questions = '', practice = ''] = headings;
  return [
    { blocks: [paragraph('hook', 'opening'), ...askedLines(voice, writer)] },
    {
      heading: what,
      blocks: [paragraph('present', ...(voice.goal === 'apply' ? [] : ['people' as const]), ['value', 'fact'])],
    },
    {
      heading: details,
      blocks: [paragraph('how'), facts.length > 1 ? facts.join('\n') : ''],
    },
    { heading: questions, blocks: [paragraph('answer', 'answer'), paragraph('answer', TERMS)] },
    {
      heading: practice,
      blocks: [
        practicalList(voice),
        paragraph('how', 'closing'),
        `**${writer.inOrder('cta')[0] ?? voice.brand}**${voice.slots.where ? ` ${voice.slots.where}` : ''}.`,
      ],
    },
  ];
}

/** Price, dates, place and contact as a list: what people come back to a page for. */
function practicalList({ slots, language, rules, goal }: Voice): string {
  const amount =
    goal === 'apply'
      ? language === 'fr'
        ? 'Rémunération'
        : 'Pay'
      : goal === 'donate'
        ? language === 'fr'
          ? 'Repère'
          : 'Marker'
        : language === 'fr'
          ? 'Prix'
          : 'Price';
  const names =
    language === 'fr'
      ? [amount, 'Date', 'Dernier jour', 'Lieu', 'Horaires', 'Contact']
      : [amount, 'Date', 'Last day', 'Place', 'Hours', 'Contact'];
  const values = [slots.price, slots.date, slots.deadline, slots.place, slots.hours, slots.contact];
  return names
    .flatMap((name, index) => (values[index] ? [`- ${name}${language === 'fr' ? ' :' : ':'} ${values[index]}`] : []))
    .filter((line) => !breaksRules(line, rules))
    .join('\n');
}

/** Passages go into the sections in turn, the third first, until the article is long enough. */
function assemble(
  sections: Section[],
  voice: Voice,
  writer: Writer,
  { minimum, maximum }: { minimum: number; maximum: number },
): string {
  const text = () =>
    sections
      .flatMap(({ heading, blocks }) => [...(heading ? [`## ${heading}`] : []), ...blocks.filter(Boolean)])
      .join('\n\n');
  const spare = writerFor(voice, 'MarketAnalyst');
  const order = [1, 2, 3, 0, 2, 1, 3, 2, 1, 3, 2];
  for (let turn = 0; turn < 40 && countWords(text()) < minimum; turn += 1) {
    const section = sections[order[turn % order.length] ?? 1];
    const passage = writer.say('passage');
    const fits = passage && countWords(text()) + countWords(passage) <= maximum;
    const sentences = () =>
      writer
        .text([
          ['how', 'answer'],
          ['value', 'fact', 'present'],
          ['contact', ...TERMS],
        ])
        .join(' ');
    // Only a brief that says next to nothing ends here: what its other texts say may then be said again.
    const addition = fits ? passage : sentences() || spare.text(['passage', 'present']).join(' ');
    if (addition && section) section.blocks.splice(1, 0, addition);
  }
  return text();
}

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

// Finds the fields of the form in a text that somebody pasted: a mail, a table, a list with labels or without. It proposes; a person takes it over.
import { websiteSchema } from '../../../../shared/contracts/website.ts';
import type { BriefField, BriefForm } from '../brief-form-state.ts';
import type { Section } from './labels.ts';
import { bareTitle, readLines, sentencesOf, titleOf } from './lines.ts';
import {
  addressPattern,
  audiencePattern,
  budgetPattern,
  channelsAskedIn,
  channelsIn,
  companyPattern,
  findPeriod,
  firstIn,
  readBudget,
  readLanguage,
} from './values.ts';

export interface Suggestion {
  readonly field: BriefField;
  readonly changes: Partial<BriefForm>;
  /** The passage that it was read from, as it stands in the text. */
  readonly source: string;
}

export interface PastedBrief {
  /** At most one for each field, in the order of the form. */
  readonly suggestions: readonly Suggestion[];
  /** What no field has taken up, word for word: nothing that was pasted gets lost. */
  readonly leftOut: readonly string[];
}

/** Most characters of each text, as the contract has them. */
const limits = {
  name: 120,
  companyName: 80,
  sector: 80,
  size: 60,
  targetAudience: 400,
  tone: 200,
  brandValues: 400,
  duration: 60,
  goal: 200,
} as const;
const MOST_GOALS = 10;

type Found = Partial<Record<BriefField, Omit<Suggestion, 'field'>>>;
interface Part {
  readonly found: Found;
  readonly leftOut: readonly string[];
}
const nothing: Part = { found: {}, leftOut: [] };

/** What was pasted, as every reader of a part sees it. */
interface Text {
  /** The lines behind a label. */
  readonly under: (section: Section) => readonly string[];
  /** The sentences that stand under no label. */
  readonly told: readonly string[];
  readonly title: string | undefined;
  readonly whole: string;
}

export function readPastedBrief(pasted: string): PastedBrief {
  const { sections, free, signature } = readLines(pasted);
  const title = sections.has('name') ? undefined : titleOf(free);
  const text: Text = {
    under: (section) => sections.get(section) ?? [],
    told: free.filter((line) => line !== title).flatMap(sentencesOf),
    title,
    whole: [...free, ...[...sections.values()].flat()].join('\n'),
  };
  const parts = readers.map((read) => read(text));
  const found: Found = Object.assign({}, ...parts.map((part) => part.found));
  const suggestions = fieldOrder.flatMap((field) => (found[field] ? [{ field, ...found[field] }] : []));
  const isQuoted = (line: string) => suggestions.some(({ source }) => source !== '' && line.includes(source));
  const leftOut = parts.flatMap((part) => part.leftOut).filter((line) => !isQuoted(line));
  return { suggestions, leftOut: [...new Set([...leftOut, ...signature])] };
}

const fieldOrder: readonly BriefField[] = [
  'name',
  'companyName',
  'sector',
  'size',
  'website',
  'objectives',
  'targetAudience',
  'tone',
  'brandValues',
  'language',
  'channels',
  'budgetAmount',
  'duration',
];

type TextField = Exclude<keyof typeof limits, 'goal' | 'duration'>;
const textPart = (field: TextField, lines: readonly string[]): Part => {
  if (lines.length === 0) return nothing;
  const [kept, rest] = shortened(lines.map((line) => line.replace(/\.$/, '')).join('. '), limits[field]);
  return { found: { [field]: { changes: { [field]: kept }, source: lines.join(' ') } }, leftOut: rest ? [rest] : [] };
};
const behindLabelOr = (lines: readonly string[], otherwise: readonly string[]) =>
  lines.length > 0 ? lines : otherwise;

function goals(text: Text): Part {
  const { under, told } = text;
  const labelled = [...under('objectives'), ...under('offer')].flatMap(sentencesOf);
  const others = told.filter((sentence) => !isLogistics(sentence, text));
  const sentences = labelled.length > 0 ? labelled : others;
  const fitting = sentences.filter(({ length }) => length <= limits.goal).slice(0, MOST_GOALS);
  const leftOut = (labelled.length > 0 ? [...labelled, ...told] : told).filter((one) => !fitting.includes(one));
  if (fitting.length === 0) return { found: {}, leftOut };
  return { found: { objectives: { changes: { objectives: fitting.join('\n') }, source: fitting.join(' ') } }, leftOut };
}

/** Says how much, where or to whom, and is taken up there. */
const isLogistics = (sentence: string, { under }: Text): boolean =>
  (under('budgetAmount').length === 0 && readBudget(sentence) !== undefined && budgetPattern.test(sentence)) ||
  (under('channels').length === 0 && channelsAskedIn(sentence).length > 1) ||
  (under('targetAudience').length === 0 && audiencePattern.test(sentence));

function website({ under, whole }: Text): Part {
  const source = addressPattern.exec([...under('website'), whole].join('\n'))?.[0].replace(/[.,;)]+$/, '');
  const address = source && websiteSchema.safeParse(source).data;
  const leftOut = under('website').filter((line) => !address || !line.includes(source));
  return { found: address ? { website: { changes: { website: address }, source } } : {}, leftOut };
}

function channels({ under, told }: Text): Part {
  const labelled = under('channels')
    .flatMap((line) => line.split(/[,;/+&|]|\s(?:et|and|ou|or|puis|then)\s/iu))
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = labelled.filter((name) => channelsIn(name, /,/).length === 0);
  const inText = [...new Set(told.flatMap(channelsAskedIn))];
  const chosen = labelled.length > unknown.length ? channelsIn(labelled.join(','), /,/) : inText;
  if (chosen.length === 0) return { found: {}, leftOut: unknown };
  const source = under('channels').join(', ') || told.find((sentence) => channelsAskedIn(sentence).length > 0) || '';
  return { found: { channels: { changes: { channels: chosen }, source } }, leftOut: unknown };
}

function budget({ under, told }: Text): Part {
  const [labelled, ...more] = under('budgetAmount');
  const source = labelled ?? told.find((sentence) => budgetPattern.test(sentence)) ?? '';
  const changes = readBudget(source);
  if (!changes) return { found: {}, leftOut: under('budgetAmount') };
  return { found: { budgetAmount: { changes, source } }, leftOut: more };
}

function duration({ under, told }: Text): Part {
  const labelled = under('duration').join(', ');
  const isWhole = labelled !== '' && labelled.length <= limits.duration;
  const period = isWhole ? { words: labelled, source: labelled } : findPeriod(labelled ? [labelled] : told);
  if (!period) return { found: {}, leftOut: labelled ? [labelled] : [] };
  const words = period.words.slice(0, limits.duration);
  return { found: { duration: { changes: { duration: words }, source: period.source } }, leftOut: [] };
}

function language({ under, whole }: Text): Part {
  const labelled = under('language').join(' ');
  const changes = readLanguage(labelled || whole);
  if (!changes) return { found: {}, leftOut: under('language') };
  return { found: { language: { changes, source: labelled } }, leftOut: [] };
}

const readers: readonly ((text: Text) => Part)[] = [
  ({ under, title }) => textPart('name', title ? [bareTitle(title)] : under('name')),
  ({ under, told }) => textPart('companyName', behindLabelOr(under('companyName'), firstIn(told, companyPattern))),
  ({ under }) => textPart('sector', under('sector')),
  ({ under }) => textPart('size', under('size')),
  website,
  goals,
  ({ under, told }) =>
    textPart('targetAudience', behindLabelOr(under('targetAudience'), firstIn(told, audiencePattern))),
  ({ under }) => textPart('tone', [...under('tone'), ...under('rules')]),
  ({ under }) => textPart('brandValues', under('brandValues')),
  language,
  channels,
  budget,
  duration,
];

/** As much as the field holds, up to the end of a sentence or else of a word; and the rest. */
function shortened(text: string, limit: number): [kept: string, rest: string] {
  const even = text.replace(/\s+/g, ' ').trim();
  if (even.length <= limit) return [even, ''];
  const start = even.slice(0, limit + 1);
  const sentence = Math.max(...['. ', '! ', '? ', '; '].map((end) => start.lastIndexOf(end)));
  const at = sentence > limit / 3 ? sentence + 1 : Math.max(start.lastIndexOf(' '), 1);
  return [even.slice(0, at).trim(), even.slice(at).trim()];
}

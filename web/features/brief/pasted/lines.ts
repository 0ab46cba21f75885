// Cuts a pasted text into what stands behind each label, and the sentences that stand under none.
import { labelledField, type Section, withLabel } from './labels.ts';

export interface PastedLines {
  readonly sections: ReadonlyMap<Section, readonly string[]>;
  /** Lines under no label, without greetings and signature. */
  readonly free: readonly string[];
  /** Who signed, and how to reach them. */
  readonly signature: readonly string[];
}

/** Labels with one value; a sentence behind it says something else. */
const singleValued: readonly Section[] = ['companyName', 'website', 'language', 'budgetAmount'];

/** What stands behind each label or, where nothing does, in the lines below it. */
export function readLines(pasted: string): PastedLines {
  const sections = new Map<Section, string[]>();
  const free: string[] = [];
  const add = (section: Section, label: string, value: string) => {
    const words = section === 'rules' && value ? withLabel(label, value) : value;
    sections.set(section, [...(sections.get(section) ?? []), ...(words ? [words] : [])]);
  };
  let open: { readonly section: Section; readonly label: string; readonly isList: boolean } | undefined;
  const { lines, signature } = withoutSignature(pasted.normalize('NFC').replaceAll('\u00a0', ' ').split(/\r?\n/));
  for (const raw of lines) {
    const line = plain(raw);
    const labelled = labelledField(line);
    if (labelled) {
      const { section, label, value } = labelled;
      const [first = '', ...others] = singleValued.includes(section) ? sentencesOf(value) : [value];
      add(section, label, first);
      free.push(...others);
      open = { section, label, isList: value === '' };
    } else if (line === '') {
      if (open && (sections.get(open.section)?.length ?? 0) > 0) open = undefined;
    } else if (open && (open.isList || MARK.test(raw))) add(open.section, open.label, line);
    else {
      open = undefined;
      const told = capitalised(line.replace(GREETING, ''));
      if (told && !HEADER.test(told)) free.push(told);
    }
  }
  return { sections, free, signature };
}

const MARK = /^\s*(?:[-*•·–]|\d{1,2}[.)])\s+/u;
/** Without the marks of lists, quotations, tables and headings. */
const plain = (line: string): string => {
  const bare = line
    .trimEnd()
    .replace(/^[\s>#|]+|\|$/gu, '')
    .replace(MARK, '')
    .replaceAll('**', '')
    .trim();
  return /^[-=_|:\s]*$/u.test(bare) ? '' : bare;
};

const GREETING =
  /^(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|ch[eè]re?s?)(?:\s+(?!nous\b|on\b|we\b)[\p{L}.]+){0,3}\s*(?:[,!.:–-]\s*|$)/iu;
const capitalised = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);

/** Of a mail that was forwarded. */
const HEADER = /^(?:de|à|from|to|cc|envoyé|sent)\s?:/iu;
const CLOSING =
  /^(?:merci|thanks|thank you|cordialement|bien (?:à (?:toi|vous)|cordialement)|(?:kind |best )?regards|best|cheers|à (?:bient[oô]t|vous lire)|bises|envoyé de|sent from|--)(?:\s+(?:beaucoup|d['’]avance|par avance|in advance|so much|a lot|again))?\s*[,.!]*$/iu;
const LONGEST_SIGNATURE = 8;

/** A closing near the end and what follows it are nobody's message. */
function withoutSignature(lines: readonly string[]): { lines: readonly string[]; signature: readonly string[] } {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const at = lines.findIndex(
    (line, index) => index >= last - LONGEST_SIGNATURE && index > 0 && CLOSING.test(line.trim()),
  );
  if (at < 0) return { lines, signature: [] };
  return {
    lines: lines.slice(0, at),
    signature: lines
      .slice(at + 1)
      .map((line) => line.trim())
      .filter(Boolean),
  };
}

/** The first line is the campaign's name where it reads as one: some words without a full stop. */
export const titleOf = ([first = '']: readonly string[]): string | undefined =>
  first.length <= 80 && /\s/.test(first) && !/[.!?:;,]$/.test(first) ? first : undefined;

/** "Brief" before the name of a campaign is none of its words. */
export const bareTitle = (title: string): string =>
  title.replace(/^(?:brief(?: de)?(?: la)?(?: campagne)?|campaign brief|marketing brief)\s*[:–—-]\s*/iu, '') || title;

export const sentencesOf = (line: string): string[] =>
  line
    .split(/(?<=[.!?…])\s+(?=[\p{Lu}«"“(\d])/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

// The texts of a brief, each with its path, in the order in which a reading believes them.
import type { Brief } from '../../contracts/brief.ts';
import type { ReadFrom } from '../../contracts/brief-reading.ts';

export type ReadableBrief = Pick<Brief, 'name' | 'language' | 'briefData'>;

export interface BriefField {
  readonly path: string;
  readonly text: string;
}

/** One kind of apostrophe and of space, so that rules need to know only one; positions stay those of the original. */
export const evened = (text: string): string =>
  untabled(text.replaceAll(APOSTROPHES, "'").replaceAll(NARROW_SPACES, ' '));
const APOSTROPHES = /[’ʼ‘]/gu;
const NARROW_SPACES = /[\u00A0\u202F\u2009]/gu;

/** Rows of a table that was pasted as text are lines: "| Offre | 10 € | | Cible | femmes |" is "Offre : 10 €" and "Cible : femmes". */
const untabled = (text: string): string =>
  TABLE.test(text)
    ? text
        .split(NEXT_ROW)
        .map((row) => row.replaceAll(ROW_ENDS, '').replace(CELL_END, ' : ').replaceAll(CELL_ENDS, ', '))
        .filter((row) => !RULE.test(row))
        .join('\n')
    : text;

const TABLE = /^\s*\|.*\|\s*$/su;
const NEXT_ROW = /\|\s*\|/u;
const ROW_ENDS = /^\s*\|?\s*|\s*\|?\s*$/gu;
const CELL_END = /\s*\|\s*/u;
const CELL_ENDS = /\s*\|\s*/gu;
const RULE = /^[\s:,-]*$/u;

export function briefFields({ name, briefData }: ReadableBrief): readonly BriefField[] {
  const { companyInfo, campaignGoals, brandIdentity } = briefData;
  const fields: readonly BriefField[] = [
    ...campaignGoals.objectives.map((text, index) => ({ path: `campaignGoals.objectives.${index}`, text })),
    { path: 'name', text: name },
    { path: 'campaignGoals.duration', text: campaignGoals.duration },
    { path: 'campaignGoals.targetAudience', text: campaignGoals.targetAudience },
    { path: 'brandIdentity.tone', text: brandIdentity.tone },
    { path: 'brandIdentity.brandValues', text: brandIdentity.brandValues ?? '' },
    { path: 'companyInfo.sector', text: companyInfo.sector },
    { path: 'companyInfo.name', text: companyInfo.name },
    { path: 'companyInfo.size', text: companyInfo.size ?? '' },
  ];
  return fields.filter(({ text }) => text !== '').map(({ path, text }) => ({ path, text: evened(text) }));
}

const LONGEST_QUOTE = 400;

export const quoted = ({ path }: Pick<BriefField, 'path'>, quote: string): ReadFrom => ({
  field: path,
  quote: quote.trim().slice(0, LONGEST_QUOTE),
});
export const byDefault: ReadFrom = { field: 'default', quote: '' };

/** At most `limit` characters, cut after a word. */
export function shortened(text: string, limit: number): string {
  const whole = text.trim().replaceAll(/\s+/gu, ' ');
  if (whole.length <= limit) return whole;
  const room = whole
    .slice(0, limit)
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
  return room.replace(/\s\S*$/u, '') || room;
}

// The proper name of the offer: in quotation marks, or the capitals after a word of launching.
import type { BriefField, ReadableBrief } from '../brief-fields.ts';
import { LAUNCH } from './launch-words.ts';
import { objectivesOf } from './offer-candidate.ts';

const QUOTED_NAME = /[«“"]\s*(\p{Lu}[^»”"]{1,59}?)\s*[»”"]/u;
const CAPITALS = /^\p{Lu}[\p{L}\d'’-]*(?:\s(?:(?:de|du|des|la|le|d'|of|the|&)\s)*\p{Lu}[\p{L}\d'’-]*)*/u;

export function properName({ name, briefData }: ReadableBrief, fields: readonly BriefField[]): string | undefined {
  const told = [...objectivesOf(fields), ...fields.filter(({ path }) => path === 'name')];
  const quoted = told.map(({ text }) => QUOTED_NAME.exec(text)?.[1]).find((found) => found !== undefined);
  if (quoted) return quoted;
  const capitals = LAUNCH.test(name) ? CAPITALS.exec(name.replace(LAUNCH, '').trim())?.[0] : undefined;
  return capitals === briefData.companyInfo.name ? undefined : capitals;
}

// The dates of a brief that say something of its campaign, each with the field it stands in.
import { type BriefField, quoted } from '../brief-fields.ts';
import { clausesOf } from '../clauses.ts';
import { isSecret } from '../for-the-team.ts';
import { matchesIn } from '../matches-in.ts';
import type { Doubt } from '../questions.ts';
import type { DateContext, DateFinding } from './date-types.ts';
import { findDates } from './find-dates.ts';
import { HISTORY, LEADS_UP } from './period-words.ts';

export const DURATION_FIELD = 'campaignGoals.duration';
/** Fields in which a date says something about the campaign; a date in the history of the company does not. */
const TIMED_FIELDS = /^(?:campaignGoals\.objectives\.\d+|name|campaignGoals\.duration|brandIdentity\.tone)$/u;

export interface CampaignDate extends DateFinding {
  readonly field: BriefField;
}

export const isInDuration = ({ field }: CampaignDate): boolean => field.path === DURATION_FIELD;

export const doubtOf = (
  { field, text }: Pick<CampaignDate, 'field' | 'text'>,
  kind: Doubt['kind'],
  parts: readonly string[],
): Doubt => ({ about: 'period', from: quoted(field, text), kind, parts });

/** In the order of the fields, with what of them must be asked. */
export function campaignDates(
  fields: readonly BriefField[],
  context: DateContext,
): { readonly dates: readonly CampaignDate[]; readonly doubts: readonly Doubt[] } {
  const timed = fields.filter(({ path }) => TIMED_FIELDS.test(path));
  const found = timed.map((field) => ({ field, ...findDates(field.text, context) }));
  const dates = found.flatMap(({ field, findings }) =>
    findings.filter((finding) => isOfCampaign(finding, field)).map((finding) => ({ ...finding, field })),
  );
  const refused = found.flatMap(({ field, refusals }) =>
    refusals
      .filter(({ doubt }) => doubt.kind !== 'needs-event')
      .map(({ doubt, text }): Doubt => ({ about: 'period', from: quoted(field, text), ...doubt })),
  );
  const odd = dates.flatMap(({ doubts, field, text }) =>
    doubts.map((doubt): Doubt => ({ about: 'period', from: quoted(field, text), ...doubt })),
  );
  return { dates, doubts: [...refused, ...odd] };
}

const isOfCampaign = (finding: DateFinding, { path, text }: BriefField): boolean =>
  !HISTORY.test(text.slice(0, finding.index)) &&
  !LEADS_UP.test(finding.text) &&
  !isUntilTold(text, finding) &&
  !isInTitle(text, finding) &&
  // A name says when the thing itself is; "avant le 12 mars" in a slogan sets no deadline.
  (path !== 'name' || finding.relation === 'on');

/** "Close the books in 3 days" is the name of something. */
const isInTitle = (text: string, { index, text: written }: DateFinding): boolean =>
  A_LENGTH.test(written) &&
  matchesIn(text, TITLE).some((title) => title.index < index && index < title.index + title[0].length);
const A_LENGTH = /^(?:in|within|under|en|sous|dans)\s/iu;
const TITLE = /(?<![\p{L}\d])[«“"'‘]\s?\p{Lu}[^«»“”"\n]{2,80}?[»”"'’](?!\p{L})/gu;

/** Until when a secret is kept is no date of the campaign. */
const isUntilTold = (text: string, { text: written }: DateFinding): boolean =>
  clausesOf(text).some((clause) => clause.includes(written) && isSecret(clause));

// The days that posts should know of: events, openings, deadlines, and days that have a name.

import type { Moment } from '../../../contracts/brief-reading.ts';
import type { Language } from '../../../contracts/language.ts';
import { daysBetween } from '../../calendar/calendar-days.ts';
import { quoted } from '../brief-fields.ts';
import { type CampaignDate, isInDuration } from './campaign-dates.ts';
import type { Relation } from './date-types.ts';

const MOST_MOMENTS = 12;
/** What lasts longer is a season, and no event. */
const LONGEST_EVENT_DAYS = 10;
const kinds: Readonly<Record<Exclude<Relation, 'on'>, Moment['kind']>> = {
  until: 'deadline',
  for: 'deadline',
  from: 'opening',
};

/** Those to come, in order of time, one of a kind for each day. */
export function readMoments(
  dates: readonly CampaignDate[],
  language: Language,
  today: string,
  isEvent: boolean,
): Moment[] {
  const moments = dates
    .filter((date) => date.endsOn >= today && (!isInDuration(date) || date.label))
    .flatMap((date): Moment[] => {
      const kind = kindOf(date, isEvent);
      const { startsOn, endsOn, label, text, field } = date;
      if (!kind || (kind === 'event' && daysBetween(startsOn, endsOn) > LONGEST_EVENT_DAYS)) return [];
      const said = label?.[language] ?? text.replace(/^(?:on|le|the)\s/iu, '').slice(0, 120);
      return [{ kind, label: said, startsOn, endsOn, from: quoted(field, text) }];
    })
    .toSorted((left, right) => left.startsOn.localeCompare(right.startsOn));
  const distinct = new Map(moments.map((moment) => [`${moment.kind} ${moment.startsOn}`, moment]));
  return [...distinct.values()].slice(0, MOST_MOMENTS);
}

function kindOf({ relation, label }: CampaignDate, isEvent: boolean): Moment['kind'] | undefined {
  if (relation !== 'on') return kinds[relation];
  if (label) return 'named-day';
  return isEvent ? 'event' : undefined;
}

// The event that people come to, where the goal is one: the day that the offer takes place, and the last on which people can act.
import type { BriefReading, GoalKind } from '../../../contracts/brief-reading.ts';
import type { CampaignDate } from './campaign-dates.ts';
import { BLOOD, EACH_DAY, EPITHET, NAMED_AFTER, TICKETS } from './period-words.ts';

type Goal = BriefReading['goal'];
const EVENT_GOALS: readonly GoalKind[] = ['sign-up', 'visit'];

export const isEventGoal = ({ kind, from }: Goal): boolean =>
  EVENT_GOALS.includes(kind) ||
  (kind === 'buy' && TICKETS.test(from.quote)) ||
  (kind === 'book' && BLOOD.test(from.quote));

/** "Concert de Noël" and "Easter egg hunt" name a kind of thing, and no day. */
const isEpithet = ({ label, field: { text }, index, text: { length } }: CampaignDate): boolean =>
  label !== undefined && (EPITHET.test(text.slice(0, index)) || NAMED_AFTER.test(text.slice(index + length)));

/** The first day or range that an objective or the name gives; the goal's own objective before others. */
export function readEvent(elsewhere: readonly CampaignDate[], goal: Goal, today: string): CampaignDate | undefined {
  if (!isEventGoal(goal)) return undefined;
  const events = elsewhere.filter(
    (date) =>
      date.relation === 'on' && !date.approximate && !date.isLabel && date.startsOn >= today && !isEpithet(date),
  );
  return events.find(({ field }) => field.path === goal.from.field) ?? events[0];
}

/** People can come on the last day of an exhibition, and of a list of days; they can register until a course begins. */
export function lastDayOf(event: CampaignDate, { kind }: Goal): string {
  const isOpen = kind === 'visit' || event.isEachDay || EACH_DAY.test(event.field.text);
  return isOpen ? (event.further?.at(-1)?.endsOn ?? event.endsOn) : event.startsOn;
}

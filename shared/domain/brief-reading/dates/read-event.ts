// The event that people come to, where the goal is one: the day that the offer takes place, and the last on which people can act.
import type { BriefReading, GoalKind } from '../../../contracts/brief-reading.ts';
import type { CampaignDate } from './campaign-dates.ts';
import { BLOOD, EACH_DAY, TICKETS } from './period-words.ts';

type Goal = BriefReading['goal'];
const EVENT_GOALS: readonly GoalKind[] = ['sign-up', 'visit'];

export const isEventGoal = ({ kind, from }: Goal): boolean =>
  EVENT_GOALS.includes(kind) ||
  (kind === 'buy' && TICKETS.test(from.quote)) ||
  (kind === 'book' && BLOOD.test(from.quote));

/** The first day or range that an objective or the name gives; the goal's own objective before others. */
export function readEvent(elsewhere: readonly CampaignDate[], goal: Goal, today: string): CampaignDate | undefined {
  if (!isEventGoal(goal)) return undefined;
  const events = elsewhere.filter(
    ({ relation, approximate, isLabel, startsOn }) =>
      relation === 'on' && !approximate && !isLabel && startsOn >= today,
  );
  return events.find(({ field }) => field.path === goal.from.field) ?? events[0];
}

/** People can come on the last day of an exhibition, and of a list of days; they can register until a course begins. */
export function lastDayOf(event: CampaignDate, { kind }: Goal): string {
  const isOpen = kind === 'visit' || event.isEachDay || EACH_DAY.test(event.field.text);
  return isOpen ? (event.further?.at(-1)?.endsOn ?? event.endsOn) : event.startsOn;
}

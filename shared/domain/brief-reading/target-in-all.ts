// A target that is said for a day, a week or a month is that of the whole campaign: so many times as often. A person is asked whether it is.
import type { BriefReading } from '../../contracts/brief-reading.ts';
import { daysBetween } from '../calendar/calendar-days.ts';
import type { Doubt } from './questions.ts';
import type { Rate } from './read-target.ts';

type Goal = BriefReading['goal'];
const UNIT_DAYS: Readonly<Record<Rate['unit'], number>> = { day: 1, week: 7, month: 365 / 12 };

export function targetInAll(
  goal: Goal,
  rate: Rate | undefined,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
): { readonly goal: Goal; readonly doubts: readonly Doubt[] } {
  if (!rate || !goal.target) return { goal, doubts: [] };
  const times = Math.max(1, Math.round((daysBetween(startsOn, endsOn) + 1) / UNIT_DAYS[rate.unit]));
  if (times === 1) return { goal, doubts: [] };
  const count = goal.target.count * times;
  const parts = [rate.words, String(count), startsOn, endsOn];
  return {
    goal: { ...goal, target: { ...goal.target, count } },
    doubts: [{ about: 'goal', from: goal.from, kind: 'target-rate', parts }],
  };
}

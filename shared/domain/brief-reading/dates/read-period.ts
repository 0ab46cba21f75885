// From every expression of time in a brief to one period: first day, last day, deadline, and the days it names.

import type { BriefReading, Moment } from '../../../contracts/brief-reading.ts';
import type { Language } from '../../../contracts/language.ts';
import { blanked } from '../blanked.ts';
import type { BriefField } from '../brief-fields.ts';
import { campaignDates, DURATION_FIELD } from './campaign-dates.ts';
import type { DateContext } from './date-types.ts';
import { type PeriodPlan, planPeriod } from './plan-period.ts';
import { readDuration } from './read-duration.ts';
import { isEventGoal } from './read-event.ts';
import { readMoments } from './read-moments.ts';

export interface PeriodRead extends PeriodPlan {
  readonly moments: readonly Moment[];
}

export function readPeriod(
  fields: readonly BriefField[],
  context: DateContext,
  {
    language,
    goal,
    isNotice,
  }: { readonly language: Language; readonly goal: BriefReading['goal']; readonly isNotice: boolean },
): PeriodRead {
  const { dates, doubts } = campaignDates(fields, context);
  const field = fields.find(({ path }) => path === DURATION_FIELD);
  const inField = dates.filter((date) => date.field === field);
  const length = field && readDuration(blanked(field.text, inField));
  const plan = planPeriod(dates, { field, length, startsNow: isNotice }, goal, context.today);
  const moments = readMoments(dates, language, context.today, isEventGoal(goal));
  return { ...plan, moments, doubts: [...doubts, ...plan.doubts] };
}

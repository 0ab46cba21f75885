// Until when a person may put something aside: times of their own clock, of which each is ahead.

export const snoozeNames = ['inThreeHours', 'tomorrow', 'nextWeek'] as const;
export type SnoozeName = (typeof snoozeNames)[number];

const morningHour = 9;

/** In three hours; tomorrow morning; on Monday morning of next week. */
export function snoozeUntil(name: SnoozeName, now: Date): Date {
  if (name === 'inThreeHours') return new Date(now.getTime() + 3 * 60 * 60 * 1000);
  const days = name === 'tomorrow' ? 1 : 7 - ((now.getDay() + 6) % 7);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morningHour);
}

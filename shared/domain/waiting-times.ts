// How long a campaign waits for people, and when it stops. An execution may last a year, and an account may have a million of them open:
// docs/decisions/2026-11-26-nobody-decides.md. Pure.

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** After this, a run of a campaign asks nobody any more: what fails or wants a decision then ends as failed. */
export const longestRunDays = 270;

export const isRunTooOld = (executionStartedAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(executionStartedAt) > longestRunDays * dayMilliseconds;

/** Whole days that somebody has been waited for. */
export const daysWaited = (waitingSince: string | undefined, now: Date): number =>
  waitingSince === undefined ? 0 : Math.floor((now.getTime() - Date.parse(waitingSince)) / dayMilliseconds);

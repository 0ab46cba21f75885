// How long a campaign waits for people, and when it stops. An execution may last a year, and an account may have a million of them open:
// docs/decisions/2026-11-26-nobody-decides.md. Pure.

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** After this, a run of a campaign asks nobody any more: what fails or wants a decision then ends as failed. */
export const longestRunDays = 270;

export const isRunTooOld = (executionStartedAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(executionStartedAt) > longestRunDays * dayMilliseconds;

/** A person is reminded after one week and waited for a second one. */
const longestQuestionDays = 14;

/** When a question that nobody has answered ends as failed. */
export const decideBy = (waitingSince: string | undefined): string | undefined =>
  waitingSince === undefined
    ? undefined
    : new Date(Date.parse(waitingSince) + longestQuestionDays * dayMilliseconds).toISOString();

/** Whole days that somebody has been waited for. */
export const daysWaited = (waitingSince: string | undefined, now: Date): number =>
  waitingSince === undefined ? 0 : Math.floor((now.getTime() - Date.parse(waitingSince)) / dayMilliseconds);

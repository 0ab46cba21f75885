// How often a campaign may ask after work that is done elsewhere, and for how long. A question costs nine entries of the execution's
// history, which holds 25,000: the arithmetic is in docs/decisions/2026-11-26-questions-are-counted.md. Pure.

/** Seconds between two questions after a job whose provider says nothing else. */
export const soonestAskSeconds = 15;

/** All phases of one run of a campaign together ask this often at most. */
export const maximumPolls = 500;

/** Each time that many questions were asked, the pause doubles: few jobs are asked after promptly, many or long ones seldom. */
const pollsPerPace = 50;
const longestPauseSeconds = 900;

/** An attempt may wait for work elsewhere this long, counted in pauses: a laptop that was asleep has not waited. */
export const longestWaitSeconds = 6 * 60 * 60;

/**
 * Seconds until the next question; undefined when there is none any more. `polls` are the questions of the campaign so far, `waitedSeconds`
 * the pauses of this attempt, `askAgainSeconds` what the provider asks for.
 */
export function nextPollSeconds(polls: number, waitedSeconds: number, askAgainSeconds: number): number | undefined {
  if (polls >= maximumPolls || waitedSeconds >= longestWaitSeconds) return undefined;
  const paced = Math.min(askAgainSeconds * 2 ** Math.floor(polls / pollsPerPace), longestPauseSeconds);
  return Math.max(paced, askAgainSeconds);
}

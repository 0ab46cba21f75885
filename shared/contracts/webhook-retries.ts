// When an event is tried again that its receiver did not take. Read by the worker, the queue's redrive policy and the documentation.

/**
 * Seconds between one attempt and the next. Close together at first, for a receiver that restarts; then apart, for one that is
 * repaired: 23 h 52 min 40 s in all, so that whoever breaks on one morning has until the next. None may exceed 12 h, the longest
 * that SQS hides a message.
 */
export const webhookRetrySeconds = [10, 30, 120, 300, 900, 1800, 3600, 7200, 14_400, 21_600, 36_000] as const;

/** The longest pause a receiver may ask for (Retry-After): 12 h from the receipt, less the time that a worker has had it. */
export const webhookLongestPauseSeconds = 12 * 60 * 60 - 60;

/** The first one and one after each pause. The message then goes to the dead-letter queue. */
export const webhookAttempts = webhookRetrySeconds.length + 1;

/** How long one attempt may take, from the look-up of the name to the end of the answer. */
export const webhookTimeoutSeconds = 10;

/** How long the worker may take for a batch: up to ten attempts at the same time, and a few reads and writes around each. */
export const webhookWorkerSeconds = 30;

/** Six times the worker's, as AWS advises: a message that is being worked on, or waits behind a throttle, is not handed out again. */
export const webhookVisibilitySeconds = 6 * webhookWorkerSeconds;

/** Longer than all pauses together (about 24 h, twice that when a receiver asks for longer ones), with room for days on which nothing is worked on. */
export const webhookRetentionSeconds = 4 * 24 * 60 * 60;

/** The longest SQS keeps a message: it may have waited a day in the queue already, which counts. */
export const webhookDeadLetterRetentionSeconds = 14 * 24 * 60 * 60;

/**
 * How long after an event is about to be numbered somebody looks whether its messages were queued: longer than whoever numbers it can
 * take (functions give the queue up after 5 s, and end after 30 s), short enough that a crash does not delay a receiver noticeably.
 */
export const webhookReminderSeconds = 30;

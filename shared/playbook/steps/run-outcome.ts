// What RunAgent answers to the state machine, and what the state machine's Catch puts in the same place.
import * as z from 'zod';
import { failureSchema } from '../../contracts/phase.ts';

/** A person must decide; whether the question was put already. */
export const needsApprovalSchema = z.strictObject({
  outcome: z.literal('NEEDS_APPROVAL'),
  isAsked: z.boolean().default(false),
});

export const runOutcomeSchema = z.discriminatedUnion('outcome', [
  /** Completed, announced, and its dependants are free. */
  z.strictObject({ outcome: z.literal('FINISHED') }),
  /** Nothing left to do: complete the phase and open its dependants. */
  z.strictObject({ outcome: z.literal('DONE') }),
  needsApprovalSchema,
  /** A long job is running elsewhere: ask again later. */
  z.strictObject({ outcome: z.literal('PENDING'), askAgainSeconds: z.int().min(1) }),
  /** A person must decide. Without a failure the phase is parked already (a repeated step). */
  z.strictObject({ outcome: z.literal('PARKED'), failure: failureSchema.optional() }),
]);
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

/** The error Step Functions caught. */
export const caughtErrorSchema = z.object({ Error: z.string(), Cause: z.string().optional() });

// The last answer of an attempt that did not fit: for the person who mends it, and for a repeated step, which goes on from it. One object
// beside the outputs of the phase, under the same rules: it goes with its campaign.
import * as z from 'zod';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { Bucket } from './bucket.ts';
import { objectNames } from './object-names.ts';

/** An answer that is longer is kept up to here. */
const longestText = 200_000;

const invalidAnswerSchema = z.object({
  /** Fingerprint of the request: another one has other answers. */
  request: z.string(),
  /** The calls that were made for it, in order. */
  calls: z.array(
    z.object({
      ordinal: z.int(),
      kind: z.enum(['fresh', 'repair', 'longer']),
      provider: z.string(),
      model: z.string(),
      why: z.enum(['cut', 'refused', 'empty', 'unreadable', 'unfit']),
    }),
  ),
  faults: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  /** The answer as far as it could be read and put right: what a person may go on from. Absent where it is no JSON. */
  value: z.unknown(),
  /** As the model wrote it. */
  text: z.string(),
});
export type InvalidAnswer = z.infer<typeof invalidAnswerSchema>;

export type InvalidAnswers = ReturnType<typeof createInvalidAnswers>;

export const createInvalidAnswers = (bucket: Pick<Bucket, 'put' | 'get' | 'delete'>) => ({
  put: (reference: PhaseReference, attempt: number, answer: InvalidAnswer): Promise<void> =>
    bucket.put({
      name: objectNames.invalidAnswer(reference, attempt),
      bytes: Buffer.from(JSON.stringify({ ...answer, text: answer.text.slice(0, longestText) })),
      mediaType: 'application/json',
    }),

  /** Undefined where every answer of the attempt was of use. */
  async get(reference: PhaseReference, attempt: number): Promise<InvalidAnswer | undefined> {
    const bytes = await bucket.get(objectNames.invalidAnswer(reference, attempt));
    return bytes && invalidAnswerSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  },

  /** Safe to repeat. */
  delete: (reference: PhaseReference, attempt: number): Promise<void> =>
    bucket.delete(objectNames.invalidAnswer(reference, attempt)),
});

// What a prompt outside of a campaign was written from: the prompt itself, for there is no brief behind it.
import * as z from 'zod';
import { answerSchemaSchema } from '../../shared/models/answer-schema.ts';

export const directFactsSchema = z.object({
  prompt: z.string(),
  brandName: z.string().optional(),
  /** Shape of the answer; without one it is a text. */
  schema: answerSchemaSchema.optional(),
});
export type DirectFacts = z.infer<typeof directFactsSchema>;

// Why the system did something by itself, as a kind with its facts: whoever shows it says it in the language of its reader.
import * as z from 'zod';
import { phaseIdSchema } from './identifiers.ts';
import { whenUsed } from './when-used.ts';

/** What a person wrote, or what was recorded as a sentence before there were kinds. */
const said = z.strictObject({ kind: z.literal('said'), words: z.string().max(500) });

export const skipReasonSchema = whenUsed(() =>
  z
    .discriminatedUnion('kind', [
      said,
      z.strictObject({ kind: z.enum(['by-person', 'cancelled']) }),
      z.strictObject({
        kind: z.literal('missing'),
        inputs: z.array(z.strictObject({ name: z.string(), phaseId: phaseIdSchema })),
      }),
    ])
    .describe('Why a phase was left out. missing: inputs that did not come; cancelled: with its campaign'),
);
export type SkipReason = z.infer<typeof skipReasonSchema>;

const model = z.string().max(120);
export const choiceReasonSchema = whenUsed(() =>
  z
    .discriminatedUnion('kind', [
      said,
      z.strictObject({ kind: z.enum(['only-one', 'named', 'first', 'after-others']) }),
      z.strictObject({
        kind: z.literal('drawn'),
        of: z.int(),
        criterion: z.string().max(40),
        known: z
          .strictObject({ worth: z.int().min(0).max(100), seen: z.int() })
          .optional()
          .describe('What answers so far were worth, of 100; without any, its price list counts'),
      }),
      z.strictObject({ kind: z.literal('failed-before'), model, reason: z.string().max(40) }),
      z.strictObject({
        kind: z.literal('left-out'),
        model,
        cause: z.enum(['retired', 'too-small', 'resting', 'too-dear', 'above-share']),
      }),
    ])
    .describe('Why a model was asked: by its own merit, or because of what became of the model before it'),
);
export type ChoiceReason = z.infer<typeof choiceReasonSchema>;
export type LeftOutCause = Extract<ChoiceReason, { kind: 'left-out' }>['cause'];

/** Reads what is stored: items of before hold a sentence. */
export const storedReason = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((found) => (typeof found === 'string' ? { kind: 'said', words: found } : found), schema.optional());

// A playbook as data: phases, what each needs and makes, and what a person must see. Rules across phases live in domain/playbook-graph.ts.
import * as z from 'zod';
import { agentIdSchema } from './agents.ts';
import { phaseIdSchema, slugSchema } from './identifiers.ts';
import { whenUsed } from './when-used.ts';

/** Most phases a playbook may have: the Map state runs them all at once, and 40 is the most an inline Map does. */
export const maximumPhases = 40;

export const validationRuleSchema = z
  .enum(['required', 'checkpoint', 'mode_dependent', 'optional'])
  .describe(
    'required: always shown to a person. checkpoint: in GUIDED and SEMI_AUTO. mode_dependent: in GUIDED. optional: never',
  );
export type ValidationRule = z.infer<typeof validationRuleSchema>;

const inputNameSchema = z
  .string()
  .regex(
    /^[a-zA-Z][a-zA-Z0-9]*\??$/,
    'must be a name of letters and digits; a closing ? marks an input that may be missing',
  );

export const localizedTextSchema = whenUsed(() =>
  z.strictObject({ fr: z.string().min(1).max(200), en: z.string().min(1).max(200) }),
);

export const playbookPhaseSchema = whenUsed(() =>
  z.strictObject({
    id: phaseIdSchema,
    name: localizedTextSchema,
    agent: agentIdSchema,
    inputs: z.array(inputNameSchema).max(20),
    outputs: z
      .array(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/))
      .min(1)
      .max(20),
    dependsOn: z.array(phaseIdSchema).max(40),
    validation: validationRuleSchema,
  }),
);
export type PlaybookPhase = z.infer<typeof playbookPhaseSchema>;

export const playbookSchema = whenUsed(() =>
  z.strictObject({
    id: slugSchema,
    version: z.int().min(1),
    name: localizedTextSchema,
    phases: z.array(playbookPhaseSchema).min(1),
  }),
);
export type Playbook = z.infer<typeof playbookSchema>;

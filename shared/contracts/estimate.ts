// What a campaign will probably cost and take, before it is started.
import * as z from 'zod';
import { agentIdSchema } from './agents.ts';
import { briefReadingSchema } from './brief-reading.ts';
import { microUsdSchema, phaseIdSchema } from './identifiers.ts';
import { localizedTextSchema } from './playbook.ts';

const costRangeSchema = z.strictObject({ minimum: microUsdSchema, maximum: microUsdSchema });

/** A model that could do the work of a phase, and what one attempt of the phase costs with it. */
export const modelPriceSchema = z.strictObject({ provider: z.string(), id: z.string(), costMicroUsd: costRangeSchema });
export type ModelPrice = z.infer<typeof modelPriceSchema>;

export const estimateSchema = z.strictObject({
  costMicroUsd: costRangeSchema.describe(
    'minimum: every answer is short and right at once; maximum: long and corrected once',
  ),
  byPhase: z.array(
    z.strictObject({
      phaseId: phaseIdSchema,
      name: localizedTextSchema,
      agent: agentIdSchema,
      calls: z.int().min(0).describe('Model calls when no answer must be corrected'),
      provider: z.string().optional().describe('Who does the work, as things are; absent where no model is called'),
      model: z.string().optional().describe('With which model, unless another proves better'),
      costMicroUsd: costRangeSchema,
      typicalSeconds: z.number().min(0),
      stops: z.boolean().describe('Whether it waits for a person in the chosen mode'),
      models: z
        .array(modelPriceSchema)
        .optional()
        .describe('Every model that could do it here, and what the phase would cost with it, the cheapest first'),
    }),
  ),
  stops: z.array(phaseIdSchema).describe('Phases that will wait for a person'),
  criticalPath: z.strictObject({
    phaseIds: z.array(phaseIdSchema),
    minimumSeconds: z
      .number()
      .min(0)
      .describe('No run is faster, however much is done at once; people are not counted'),
  }),
  fitsBudget: z.boolean().describe('Whether even the maximum stays within aiBudgetUsd'),
  assumptions: z.array(z.string()),
});
/** What is known before a campaign starts: its costs, and what was read out of its brief. */
export const campaignEstimateSchema = estimateSchema.extend({
  reading: briefReadingSchema.describe(
    'What was understood, with the words it was read from, and what was not. Correct it in briefData.reading',
  ),
});
export type CampaignEstimate = z.infer<typeof campaignEstimateSchema>;
export type Estimate = z.infer<typeof estimateSchema>;

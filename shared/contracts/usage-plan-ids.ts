// Which usage plan of API Gateway stands for which tier: known at deployment, so it travels in a variable.
import * as z from 'zod';
import { type PartnerTierName, partnerTierNames } from './limits.ts';

/** Reads the JSON text of USAGE_PLAN_IDS. */
export const usagePlanIdsSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('is not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.enum(partnerTierNames as [PartnerTierName, ...PartnerTierName[]]), z.string().min(1)));
export type UsagePlanIds = z.infer<typeof usagePlanIdsSchema>;

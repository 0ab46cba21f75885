// What a person says of themselves, and what the API shows of an account.
import * as z from 'zod';
import { isoDateTimeSchema, userIdSchema, workspaceIdSchema } from './identifiers.ts';
import { type PartnerTierName, partnerTierNames } from './limits.ts';
import { lineText } from './text.ts';
import { whenUsed } from './when-used.ts';

/** A zone that this runtime can compute with. Offsets such as +01:00 are none: they know no summer. */
const isTimeZone = (text: string): boolean => {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const profileFields = {
  name: lineText(100).optional().describe('How the person wants to be called'),
  language: z.enum(['fr', 'en']).optional().describe('Language the application speaks to them'),
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, 'must be an IANA time zone, such as Europe/Paris')
    .optional()
    .describe('Where their days begin'),
};

export const profileChangeSchema = whenUsed(() =>
  z
    .strictObject(profileFields)
    .refine((change) => Object.values(change).some((value) => value !== undefined), 'must name at least one change'),
);
export type ProfileChange = z.infer<typeof profileChangeSchema>;

export const profileSchema = whenUsed(() =>
  z.strictObject({
    id: userIdSchema,
    email: z.email(),
    ...profileFields,
    workspaceId: workspaceIdSchema.describe('The personal workspace'),
    tier: z
      .enum(partnerTierNames as [PartnerTierName, ...PartnerTierName[]])
      .describe('Usage plan of the partner API that the keys of this account get'),
    createdAt: isoDateTimeSchema,
  }),
);
export type Profile = z.infer<typeof profileSchema>;

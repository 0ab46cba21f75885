// A key by which a partner's system calls the partner API. The secret itself is in one answer and nowhere else.
import * as z from 'zod';
import { apiKeyScopeSchema } from './api-key-scopes.ts';
import { isoDateTimeSchema } from './identifiers.ts';
import { type PartnerTierName, partnerTierNames } from './limits.ts';
import { lineText } from './text.ts';

export const apiKeyIdSchema = z
  .string()
  .regex(/^key_[0-9A-HJKMNP-TV-Z]{26}$/, 'must be an API key, such as key_01JD…')
  .describe('Identifier of an API key; it is no secret');
export const partnerTierSchema = z
  .enum(partnerTierNames as [PartnerTierName, ...PartnerTierName[]])
  .describe('Usage plan whose rate, burst and monthly quota hold for the key');

export const newApiKeySchema = z.strictObject({
  name: lineText(80, 'must say what the key is for'),
  expiresInDays: z.int().min(1).max(365),
  scopes: z
    .array(apiKeyScopeSchema)
    .min(1, 'must allow something')
    .refine((scopes) => new Set(scopes).size === scopes.length, 'must name each scope once'),
});

export const apiKeySchema = z.strictObject({
  id: apiKeyIdSchema,
  name: z.string(),
  prefix: z.string().describe('How the secret begins: enough to tell keys apart, too little to guess the rest'),
  scopes: z.array(apiKeyScopeSchema),
  tier: partnerTierSchema,
  createdAt: isoDateTimeSchema,
  expiresAt: isoDateTimeSchema,
  lastUsedAt: isoDateTimeSchema.optional().describe('Noted once a day'),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export const apiKeySecretSchema = z
  .string()
  .regex(/^am_live_[\w-]{43}$/)
  .describe('Send it as X-API-Key. It is shown this once');

// Identifier shapes shared by every boundary. Ids are prefixed so that a log line or a URL says what it points at.
import * as z from 'zod';

const prefixed = (prefix: string, what: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`), `must be ${what}, such as ${prefix}_01JD…`)
    .meta({ description: `Identifier of ${what}`, examples: [`${prefix}_01JD0000000000000000000000`] });

export const campaignIdSchema = prefixed('cmp', 'a campaign');
export const generationIdSchema = prefixed('gen', 'a generation');
export const webhookIdSchema = prefixed('whk', 'a webhook');
/** Derived from webhook and event: whoever announces an event twice names the same delivery. */
export const deliveryIdSchema = prefixed('dlv', 'a delivery');
export const workspaceIdSchema = z
  .string()
  .regex(/^wsp_[0-9a-zA-Z-]{1,64}$/, 'must be a workspace, such as wsp_…')
  .describe('Identifier of a workspace');
export const userIdSchema = z
  .string()
  .min(1)
  .max(128)
  .describe('Identifier of a user (the subject of the access token)');
/** Who acted: a person, a program by its API key, or whoever held a link. */
export const principalIdSchema = z
  .string()
  .min(1)
  .max(128)
  .describe('Identifier of a user, of an API key (`key_…`) or of a link (`lnk_…`)');
export const isKeyId = (principal: string): boolean => principal.startsWith('key_');
export const slugSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must start with a lower-case letter and hold only a-z, 0-9 and - (40 at most)');
export const phaseIdSchema = slugSchema.meta({
  description: 'Identifier of a phase, unique in its playbook',
  examples: ['strategy'],
});
/** `ast_<ULID of the campaign>_<phase>_<attempt>_<variant>`: says where the asset comes from, so a repeated step finds it again. */
const generatedAssetIdPattern = /ast_[0-9A-HJKMNP-TV-Z]{26}_[a-z][a-z0-9-]{0,39}_[0-9]{1,3}_[A-Z]/;
export const generatedAssetIdSchema = z
  .string()
  .regex(new RegExp(`^${generatedAssetIdPattern.source}$`), 'must be an asset, such as ast_01JD…_visuals_1_A')
  .describe('Identifier of an asset that an agent made');
export const uploadIdSchema = prefixed('upl', 'an uploaded file');
/** Of either origin. */
export const assetIdSchema = z
  .string()
  .regex(
    new RegExp(`^(${generatedAssetIdPattern.source}|upl_[0-9A-HJKMNP-TV-Z]{26})$`),
    'must be an asset, such as ast_01JD…_visuals_1_A or upl_01JD…',
  )
  .meta({ description: 'Identifier of an asset', examples: ['ast_01JD0000000000000000000000_visuals_1_A'] });

/** Where a campaign lives: every key of its data starts with these two, so that one tenant cannot name another's items. */
export const campaignReferenceSchema = z.strictObject({ workspaceId: workspaceIdSchema, campaignId: campaignIdSchema });
export type CampaignReference = z.infer<typeof campaignReferenceSchema>;

export const phaseReferenceSchema = campaignReferenceSchema.extend({ phaseId: phaseIdSchema });
export type PhaseReference = z.infer<typeof phaseReferenceSchema>;

export const isoDateTimeSchema = z.iso.datetime().describe('Instant, ISO 8601 in UTC');
export const microUsdSchema = z.int().min(0).describe('Money in integer micro-dollars (1 USD = 1,000,000)');

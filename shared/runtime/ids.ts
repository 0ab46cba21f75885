// New identifiers. ULIDs: sortable by time, so a list by id is a list by age.
import { ulid } from 'ulid';

export const newWebhookId = (now: Date): string => `whk_${ulid(now.getTime())}`;
export const newCampaignId = (now: Date): string => `cmp_${ulid(now.getTime())}`;
export const newUploadId = (now: Date): string => `upl_${ulid(now.getTime())}`;
export const newGenerationId = (now: Date): string => `gen_${ulid(now.getTime())}`;
export const newApiKeyId = (now: Date): string => `key_${ulid(now.getTime())}`;

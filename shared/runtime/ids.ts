// New identifiers. ULIDs: sortable by time, so a list by id is a list by age.
import { ulid } from 'ulid';

export const newCampaignId = (now: Date): string => `cmp_${ulid(now.getTime())}`;
export const newApiKeyId = (now: Date): string => `key_${ulid(now.getTime())}`;

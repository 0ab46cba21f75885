// What an API key may be allowed to do on the partner API: the permissions (permissions.ts) that a key can hold.
import * as z from 'zod';

export const apiKeyScopes = {
  'campaigns:read': 'Read campaigns, their phases, events, calls and costs',
  'campaigns:write': 'Create, launch, change and delete campaigns',
  'approvals:write': 'Decide about phases: approve, reject, retry, skip, choose a variant',
  'assets:read': 'List and download files, and export campaigns with them',
  'assets:write': 'Upload, change and delete files',
  'usage:read': 'Read profile, usage and quota',
  'webhooks:write': 'Register, change, replay and remove webhooks',
} as const;
export type ApiKeyScope = keyof typeof apiKeyScopes;
export const apiKeyScopeSchema = z
  .enum(Object.keys(apiKeyScopes) as [ApiKeyScope, ...ApiKeyScope[]])
  .describe('What a key may do');

// Under which names the application keeps what it knows of campaigns.

/** All keys of the cache begin here. */
export const campaignKeys = {
  lists: ['campaigns'] as const,
  detail: (campaignId: string) => ['campaign', campaignId] as const,
  phases: (campaignId: string) => ['campaign', campaignId, 'phase'] as const,
  phase: (campaignId: string, phaseId: string) => ['campaign', campaignId, 'phase', phaseId] as const,
  events: (campaignId: string) => ['campaign', campaignId, 'events'] as const,
  progress: (campaignId: string) => ['campaign', campaignId, 'progress'] as const,
  calls: (campaignId: string) => ['campaign', campaignId, 'calls'] as const,
};

/** An event as the log keeps it: whatever its type, it has a number. */
export type LoggedEvent = { readonly type: string; readonly number: number; readonly [field: string]: unknown };

// The only place that spells a key of the one table. Everything of a tenant starts with its workspace: a caller who does not
// know the workspace cannot name the item, so reading another tenant's data is not possible by mistake. See docs/TABLE.md.
import type { CampaignReference, PhaseReference } from '../contracts/identifiers.ts';

// A type alias rather than an interface: only an alias fits the SDK's record of attributes.
export type Key = { readonly pk: string; readonly sk: string };

/** The kind of an item, as docs/TABLE.md lists them: the word its sort key begins with, or, where that is an id, the last of its partition. */
export const kindOf = ({ pk, sk }: Key): string =>
  /(?:^|#)(ASSETS|GENERATIONS|CACHE|UNDERWAY|DELETED|OUTBOX|CIRCUITS)$/.exec(pk)?.[1] ??
  sk.slice(0, sk.indexOf('#') >>> 0);

const workspace = (workspaceId: string) => `W#${workspaceId}`;
const campaign = ({ workspaceId, campaignId }: CampaignReference) => `${workspace(workspaceId)}#C#${campaignId}`;
const padded = (number: number, digits: number) => String(number).padStart(digits, '0');

export const keys = {
  user: (userId: string): Key => ({ pk: `U#${userId}`, sk: 'PROFILE' }),
  workspace: (workspaceId: string): Key => ({ pk: workspace(workspaceId), sk: 'WORKSPACE' }),
  member: (workspaceId: string, userId: string): Key => ({ pk: workspace(workspaceId), sk: `MEMBER#${userId}` }),
  /** Campaign ids begin with their time, so the sort key lists campaigns in the order they were made. */
  campaign: ({ workspaceId, campaignId }: CampaignReference): Key => ({
    pk: workspace(workspaceId),
    sk: `CAMPAIGN#${campaignId}`,
  }),
  /** A campaign that is not over, in a list of them. */
  underWay: ({ workspaceId, campaignId }: CampaignReference): Key => ({
    pk: `${workspace(workspaceId)}#UNDERWAY`,
    sk: campaignId,
  }),
  /** Since when every campaign that begins is put on that list. */
  underWayMark: (workspaceId: string): Key => ({ pk: workspace(workspaceId), sk: 'UNDERWAY' }),
  brief: (reference: CampaignReference): Key => ({ pk: campaign(reference), sk: 'BRIEF' }),
  phase: (reference: PhaseReference): Key => ({ pk: campaign(reference), sk: `PHASE#${reference.phaseId}` }),
  /** `version` names a person's edited text; the agent's own has none. */
  output: (reference: PhaseReference, attempt: number, version?: string): Key => ({
    pk: campaign(reference),
    sk: `OUTPUT#${reference.phaseId}#${padded(attempt, 3)}${version ? `#${version}` : ''}`,
  }),
  call: (reference: CampaignReference, callId: string): Key => ({ pk: campaign(reference), sk: `CALL#${callId}` }),
  event: (reference: CampaignReference, firstNumber: number): Key => ({
    pk: campaign(reference),
    sk: `EVENT#${padded(firstNumber, 8)}`,
  }),
  /** All of them in one partition: there are few, and a sweep asks for all. */
  deletion: ({ workspaceId, campaignId = '' }: { workspaceId: string; campaignId?: string | undefined }): Key => ({
    pk: 'DELETED',
    sk: `${workspaceId}#${campaignId}`,
  }),
  /** In its person's list, so that their sockets can be closed. */
  connectionOf: (userId: string, connectionId: string): Key => ({
    pk: `U#${userId}`,
    sk: `CONNECTION#${connectionId}`,
  }),
  /** What a person put aside: theirs alone, so it lies with them. */
  snooze: (userId: string, { campaignId, phaseId }: Pick<PhaseReference, 'campaignId' | 'phaseId'>): Key => ({
    pk: `U#${userId}`,
    sk: `SNOOZE#${campaignId}#${phaseId}`,
  }),
  connection: (connectionId: string): Key => ({ pk: `CONNECTION#${connectionId}`, sk: 'CONNECTION' }),
  /** `subject` is a fingerprint: an address or e-mail is not kept to count its tries. */
  rateWindow: (limit: string, subject: string): Key => ({ pk: `RATE#${limit}#${subject}`, sk: 'WINDOW' }),
  /** `pair` is a fingerprint of e-mail and address, for the same reason. */
  knownAddress: (pair: string): Key => ({ pk: `KNOWN#${pair}`, sk: 'ADDRESS' }),
  idempotency: (userId: string, operation: string, keyHash: string): Key => ({
    pk: `U#${userId}#IDEMPOTENCY`,
    sk: `REQUEST#${operation}#${keyHash}`,
  }),
  /** `month` such as 2026-11. */
  monthlyCalls: (workspaceId: string, month: string): Key => ({ pk: workspace(workspaceId), sk: `CALLS#${month}` }),
  /** What one person used on a day, one item for each combination: items stay small, so adding to them stays cheap. */
  usage: (userId: string, day: string, dimensions: readonly string[]): Key => ({
    pk: `U#${userId}`,
    sk: `USAGE#${[day, ...dimensions].join('#')}`,
  }),
  /** By the hash of its secret, which is all that a request brings: the item leads to the owner. */
  apiKey: (hash: string): Key => ({ pk: `KEY#${hash}`, sk: 'KEY' }),
  /** A person's keys lie in numbered slots: that a slot is free is one condition, so keys made at once cannot pass the limit together. */
  apiKeySlot: (userId: string, slot: number): Key => ({ pk: `U#${userId}`, sk: `APIKEY#${padded(slot, 2)}` }),
  /** Ids of generated assets begin with the campaign's, so one partition lists a workspace's and a prefix lists a campaign's; uploads follow them. */
  asset: (workspaceId: string, assetId: string): Key => ({ pk: `${workspace(workspaceId)}#ASSETS`, sk: assetId }),
  generation: (workspaceId: string, generationId: string): Key => ({
    pk: `${workspace(workspaceId)}#GENERATIONS`,
    sk: generationId,
  }),
  /** `request` is a fingerprint of everything that decides the answer. */
  cacheEntry: (workspaceId: string, request: string): Key => ({ pk: `${workspace(workspaceId)}#CACHE`, sk: request }),
  /** How well models do the work of an agent: one item for all of them, for they are compared. */
  armStatistics: (workspaceId: string, agent: string, language: string): Key => ({
    pk: workspace(workspaceId),
    sk: `ARMS#${agent}#${language}`,
  }),
  /** All of them in one partition: there are few, and whoever asks a model asks for all. `mark` changes with the settings of providers. */
  circuit: (mark: string, provider: string, model: string): Key => ({
    pk: 'CIRCUITS',
    sk: `${mark}#${provider}#${model}`,
  }),
  webhook: (workspaceId: string, webhookId: string): Key => ({
    pk: workspace(workspaceId),
    sk: `WEBHOOK#${webhookId}`,
  }),
  /** Delivery ids begin with the time of their event, so the sort key lists them in that order. */
  delivery: (workspaceId: string, webhookId: string, deliveryId: string): Key => ({
    pk: `${workspace(workspaceId)}#WEBHOOK#${webhookId}`,
    sk: `DELIVERY#${deliveryId}`,
  }),
  /** A campaign that must be looked at for events nobody could queue. One partition for all: it is empty unless the queue fails. */
  outbox: ({ workspaceId, campaignId }: CampaignReference): Key => ({
    pk: 'OUTBOX',
    sk: `${workspaceId}#${campaignId}`,
  }),
};

/** Partition and sort-key prefix of every list the application asks for. */
export const lists = {
  campaigns: (workspaceId: string) => ({ pk: workspace(workspaceId), prefix: 'CAMPAIGN#' }),
  underWay: (workspaceId: string) => ({ pk: `${workspace(workspaceId)}#UNDERWAY`, prefix: 'cmp_' }),
  everythingOf: (reference: CampaignReference) => ({ pk: campaign(reference), prefix: '' }),
  phases: (reference: CampaignReference) => ({ pk: campaign(reference), prefix: 'PHASE#' }),
  calls: (reference: CampaignReference) => ({ pk: campaign(reference), prefix: 'CALL#' }),
  /** Every try of a call, and calls whose names begin with its. */
  call: (reference: CampaignReference, callId: string) => ({ pk: campaign(reference), prefix: `CALL#${callId}` }),
  events: (reference: CampaignReference) => ({ pk: campaign(reference), prefix: 'EVENT#' }),
  connections: (userId: string) => ({ pk: `U#${userId}`, prefix: 'CONNECTION#' }),
  snoozes: (userId: string) => ({ pk: `U#${userId}`, prefix: 'SNOOZE#' }),
  apiKeySlots: (userId: string) => ({ pk: `U#${userId}`, prefix: 'APIKEY#' }),
  /** Days included, such as 2026-11-01 to 2026-11-30. */
  usage: (userId: string, fromDay: string, toDay: string) => ({
    pk: `U#${userId}`,
    prefix: 'USAGE#',
    between: [`USAGE#${fromDay}`, `USAGE#${toDay}$`] as const, // $ follows # in the order of keys
  }),
  assets: (workspaceId: string, campaignId?: string) => ({
    pk: `${workspace(workspaceId)}#ASSETS`,
    prefix: campaignId ? `ast_${campaignId.slice('cmp_'.length)}_` : '',
  }),
  uploads: (workspaceId: string) => ({ pk: `${workspace(workspaceId)}#ASSETS`, prefix: 'upl_' }),
  webhooks: (workspaceId: string) => ({ pk: workspace(workspaceId), prefix: 'WEBHOOK#' }),
  deliveries: (workspaceId: string, webhookId: string) => ({
    pk: `${workspace(workspaceId)}#WEBHOOK#${webhookId}`,
    prefix: 'DELIVERY#',
  }),
  circuits: (mark: string) => ({ pk: 'CIRCUITS', prefix: `${mark}#` }),
  deletions: () => ({ pk: 'DELETED', prefix: '' }),
  outbox: () => ({ pk: 'OUTBOX', prefix: '' }),
};

/** Partitions that hold nothing but one workspace's, or one person's, items: an account that is deleted empties them, in this order. */
export const partitions = {
  ofWorkspace: (workspaceId: string) => [
    ...['ASSETS', 'CACHE', 'GENERATIONS', 'UNDERWAY'].map((kind) => `${workspace(workspaceId)}#${kind}`),
    workspace(workspaceId),
  ],
  ofUser: (userId: string) => [`U#${userId}#IDEMPOTENCY`, `U#${userId}`],
};

/** Sort key of the newest batch that can hold the event after this number; replay starts reading here. */
export const eventSortKey = (number: number): string => `EVENT#${padded(number, 8)}`;

/** Number and campaign of an event, by its place in the batch that lies there. */
export const eventAt = ({ pk, sk }: Key, place: number) => ({
  number: Number(sk.slice('EVENT#'.length)) + place,
  campaignId: pk.slice(pk.lastIndexOf('#') + 1),
});

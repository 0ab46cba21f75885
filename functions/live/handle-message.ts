import { type ClientMessage, clientMessageSchema, type ServerReply } from '../../shared/contracts/live-events.ts';
import { fieldErrors } from '../../shared/contracts/problems.ts';
import type { Campaigns } from '../../shared/data/campaigns.ts';
import { truncateText } from '../../shared/domain/text/truncate-text.ts';
import {
  forgetListener,
  forgetWatcher,
  subscribe,
  subscribeToApprovals,
  unsubscribe,
} from '../../shared/events/subscriptions.ts';
import { noSuchCampaign } from '../../shared/runtime/problem-error.ts';
import type { LiveInput } from '../kit/live-function.ts';
import { type ReplayToSocketParts, replayToSocket } from './replay-to-socket.ts';

/** A fault quotes what was sent; the answer must fit a frame whatever that was. */
const longestFault = 1000;

export interface HandleMessageParts extends ReplayToSocketParts {
  readonly campaigns: Campaigns;
}

/** Answers one message of a socket. A message that is not understood gets an error frame; the socket stays open. */
export const handleMessage =
  (parts: HandleMessageParts) =>
  async ({ connectionId, body }: LiveInput): Promise<void> => {
    const reply = (frame: ServerReply) => parts.sender.send(connectionId, JSON.stringify(frame));
    const message = parse(body);
    if ('fault' in message)
      return void (await reply({ type: 'error', code: 'invalid-message', detail: message.fault }));
    if (message.action === 'ping') return void (await reply({ type: 'pong' }));
    const connection = await parts.connections.get(connectionId);
    if (!connection) return; // closed while the message was under way
    if (message.action === 'subscribe:approvals') {
      const { workspaceId } = connection;
      if (!(await subscribeToApprovals(parts, connectionId, workspaceId)))
        return void (await reply({ type: 'error', code: 'not-found', detail: 'There is no such workspace.' }));
      const told = await reply({ type: 'subscribed:approvals' });
      return told === 'gone' ? forgetWatcher(parts, workspaceId, connectionId) : undefined;
    }
    const reference = { workspaceId: connection.workspaceId, campaignId: message.campaignId };
    if (message.action === 'unsubscribe:campaign') {
      await unsubscribe(parts, connectionId, reference);
      return void (await reply({ type: 'unsubscribed', campaignId: message.campaignId }));
    }
    // Subscribes first and replays then: an event in between arrives twice at worst (the client drops known numbers), never not
    // at all. Another workspace's campaign is not found, because the key begins with the caller's own.
    const campaign = await subscribe(parts, connectionId, reference);
    if (!campaign) return void (await reply({ type: 'error', code: 'not-found', detail: noSuchCampaign().message }));
    const heard = await reply({ type: 'subscribed', campaignId: campaign.id, lastEvent: campaign.lastEvent });
    if (heard === 'gone') return forgetListener(parts, reference, connectionId);
    if (message.after !== undefined) await replayToSocket(parts, connectionId, reference, campaign, message.after);
  };

function parse(body: string | undefined): ClientMessage | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(body ?? '');
  } catch {
    return { fault: 'The message is not valid JSON.' };
  }
  const parsed = clientMessageSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = fieldErrors(parsed.error).map(({ detail }) => detail);
  return { fault: truncateText(faults.join('; '), longestFault) };
}

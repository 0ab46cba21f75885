import { onFirstUse } from '../runtime/on-first-use.ts';
import type { LiveSender } from './live-sender.ts';

/** Most calls have nobody to send a frame to: the client of open sockets is read when there is one. */
export const openLazyLiveSender = (endpoint: string): LiveSender =>
  onFirstUse(async () => (await import('./live-sender.ts')).openLiveSender(endpoint));

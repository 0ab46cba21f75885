// A socket as any program may open it, with the frames it was sent. Knows the wire and nothing of the project's client.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Target } from './campaign-driver.ts';

export interface Frame {
  readonly type?: string;
  readonly [field: string]: unknown;
}

export interface RawSocket {
  readonly frames: readonly Frame[];
  readonly socket: WebSocket;
  /** A text goes out as it is; anything else as JSON. */
  send(message: unknown): void;
  /** The first frame, past or to come, that passes. */
  until(passes: (frame: Frame) => boolean): Promise<Frame>;
  /** Sends a message and waits for the next frame. */
  ask(message: unknown): Promise<Frame>;
  close(): Promise<void>;
}

/** Opens a socket with the token. Rejects when the handshake is refused. */
export async function openSocket({ liveUrl }: Pick<Target, 'liveUrl'>, token: string): Promise<RawSocket> {
  const socket = new WebSocket(`${liveUrl}?token=${encodeURIComponent(token)}`);
  const frames: Frame[] = [];
  const looking = new Set<() => void>();
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as Frame);
    for (const look of looking) look();
  });
  await once(socket, 'open');
  const untilFrom = (start: number, passes: (frame: Frame) => boolean) =>
    new Promise<Frame>((resolve) => {
      const look = () => {
        const found = frames.slice(start).find(passes);
        if (!found) return;
        looking.delete(look);
        resolve(found);
      };
      looking.add(look);
      look();
    });
  const send = (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  return {
    frames,
    socket,
    send,
    until: (passes) => untilFrom(0, passes),
    ask(message) {
      const start = frames.length;
      send(message);
      return untilFrom(start, () => true);
    },
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return;
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

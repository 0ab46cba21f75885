// One socket kept open: it reconnects with growing, jittered pauses and notices a dead network. Knows no campaigns.
import type { ClientMessage } from '../contracts/live-events.ts';

/** How the connection stands. `waiting` says in how many milliseconds the next try comes. */
export type ConnectionState =
  | { readonly name: 'connecting' | 'open' | 'closed' }
  | { readonly name: 'waiting'; readonly attempt: number; readonly retryMilliseconds: number };

/** Runs a callback later and yields what cancels it. */
export type Schedule = (callback: () => void, milliseconds: number) => () => void;

export interface LiveConnectionOptions {
  /** Address of the socket (ws: or wss:), without the token. */
  readonly url: string;
  /** Access token, asked for at each connection. */
  readonly token: () => string | undefined;
  readonly onStateChange?: ((state: ConnectionState) => void) | undefined;
  readonly WebSocket?: typeof WebSocket | undefined;
  readonly schedule?: Schedule | undefined;
  readonly random?: (() => number) | undefined;
}

interface Listener {
  /** The connection is open, for the first time or again. */
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  /** About once a minute of silence: time to make sure that nothing was missed. */
  readonly onQuiet: () => void;
}

export interface LiveConnection {
  /** Sends when the connection is open; otherwise the message is dropped, for `onOpen` starts afresh. */
  send(message: ClientMessage): void;
  close(): void;
}

const firstRetryMilliseconds = 250;
const longestRetryMilliseconds = 15_000;
/** API Gateway closes a socket that is idle for 10 minutes; a minute also finds a dead network soon. */
const heartbeatMilliseconds = 60_000;
const answerMilliseconds = 10_000;

/** Connects at once and stays connected until `close`. */
export const openLiveConnection = (options: LiveConnectionOptions, listener: Listener): LiveConnection => {
  const { schedule = scheduleWithTimers, random = Math.random, WebSocket: Socket = WebSocket } = options;
  const announce = (state: ConnectionState) => options.onStateChange?.(state);
  let socket: WebSocket | undefined;
  let failures = 0;
  let cancelTimer = () => {};

  const send = (message: ClientMessage) => {
    if (socket?.readyState === Socket.OPEN) socket.send(JSON.stringify(message));
  };

  const connect = () => {
    announce({ name: 'connecting' });
    const current = new Socket(withToken(options.url, options.token()));
    current.binaryType = 'arraybuffer';
    socket = current;
    current.onopen = () => {
      failures = 0;
      announce({ name: 'open' });
      listener.onOpen();
      awaitSilence(current);
    };
    current.onmessage = ({ data }) => {
      if (socket !== current) return;
      awaitSilence(current);
      // API Gateway sends text frames; emulators send the same bytes in binary ones.
      listener.onText(typeof data === 'string' ? data : new TextDecoder().decode(data));
    };
    current.onclose = () => reconnect(current);
  };

  /** Any frame is a sign of life. After a silence we ask for one; when none comes, the network is dead. */
  const awaitSilence = (current: WebSocket) => {
    cancelTimer();
    cancelTimer = schedule(() => {
      listener.onQuiet();
      send({ action: 'ping' });
      cancelTimer = schedule(() => reconnect(current), answerMilliseconds);
    }, heartbeatMilliseconds);
  };

  const reconnect = (lost: WebSocket) => {
    if (socket !== lost) return;
    cancelTimer();
    socket = undefined;
    lost.close();
    const retryMilliseconds = retryDelay(failures, random());
    failures += 1;
    announce({ name: 'waiting', attempt: failures, retryMilliseconds });
    cancelTimer = schedule(connect, retryMilliseconds);
  };

  const close = () => {
    cancelTimer();
    const current = socket;
    socket = undefined;
    current?.close();
    announce({ name: 'closed' });
  };

  connect();
  return { send, close };
};

/** Doubles from 250 ms to 15 s, then takes between half and all of it, so that clients do not all return together. */
export const retryDelay = (failures: number, random: number): number => {
  const ceiling = Math.min(longestRetryMilliseconds, firstRetryMilliseconds * 2 ** failures);
  return Math.round(ceiling * (0.5 + random / 2));
};

const withToken = (url: string, token: string | undefined): string => {
  if (token === undefined) return url;
  return `${url}${url.includes('?') ? '&' : '?'}token=${encodeURIComponent(token)}`;
};

/** Timers of the platform; what the live client uses unless a test brings its own. */
export const scheduleWithTimers: Schedule = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

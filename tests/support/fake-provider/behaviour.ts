// How the fake provider behaves on one request, whatever protocol it came by.

/** Tokens as a provider counts them: the cached part lies inside the input, the reasoning inside the output. */
export interface FakeUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedInputTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly reasoningTokens?: number;
}

/** What a request is billed although its answer never came whole. */
interface Billed {
  readonly billMicroUsd?: number;
}

/** An answer. What is not said: a text that fits the schema that was sent, 100 tokens in and 50 out, the bill of the server. */
export interface FakeAnswer extends Billed {
  readonly does: 'answer';
  readonly text?: string;
  /** `reasoning`: thought, and said nothing. */
  readonly ended?: 'stop' | 'length' | 'filter' | 'refusal' | 'error' | 'reasoning';
  /** null: it tells none. */
  readonly usage?: FakeUsage | null;
  /** False: the bill is kept to itself, as by providers that tell no cost. */
  readonly tellsCost?: boolean;
  readonly delayMilliseconds?: number;
}

export type Behaviour =
  | FakeAnswer
  /** A status that is no success, with the protocol's own form of an error. */
  | ({
      readonly does: 'fail';
      readonly status: number;
      readonly message?: string;
      readonly type?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } & Billed)
  /** 200, with an error inside. */
  | ({ readonly does: 'fail-inside-200'; readonly code: number; readonly message?: string } & Billed)
  /** The error comes after the first words of a stream. */
  | ({ readonly does: 'fail-in-stream'; readonly code: number; readonly message?: string } & Billed)
  /** The connection ends in the middle of the answer. */
  | ({ readonly does: 'cut' } & Billed)
  /** Nothing ever comes. */
  | ({ readonly does: 'hang' } & Billed)
  | { readonly does: 'html' }
  | { readonly does: 'redirect'; readonly to: string }
  /** A body without end, of a JSON string. */
  | ({ readonly does: 'flood'; readonly megabytes: number } & Billed)
  /** 200 and this body. */
  | ({ readonly does: 'say'; readonly body: string; readonly mediaType?: string } & Billed);

export const answers = (answer: Omit<FakeAnswer, 'does'> = {}): FakeAnswer => ({ does: 'answer', ...answer });
export const fails = (
  status: number,
  details: Omit<Extract<Behaviour, { does: 'fail' }>, 'does' | 'status'> = {},
): Behaviour => ({ does: 'fail', status, ...details });

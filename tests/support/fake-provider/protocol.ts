// What a protocol is to the fake provider: which requests are its own, and how it words answers and errors.
import type { ServerResponse } from 'node:http';
import type { FakeAnswer, FakeUsage } from './behaviour.ts';

export interface FakeRequest {
  readonly number: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed, where it is JSON. */
  readonly body: Record<string, unknown>;
  readonly protocol: string;
  readonly model: string;
  /** Somebody waits for it as it comes. */
  readonly isStreamed: boolean;
}

/** An answer with everything filled in. */
export interface WholeAnswer extends Required<Pick<FakeAnswer, 'ended'>> {
  readonly text: string;
  readonly usage: FakeUsage | undefined;
  /** Undefined: it is not told. */
  readonly costMicroUsd: number | undefined;
  readonly id: string;
  readonly model: string;
}

export interface FakeProtocol {
  readonly name: string;
  /** It is no question to a model: always answered, and neither kept nor scripted. */
  readonly isAside?: true;
  /** What a request of its own asks for; undefined for one of another protocol. */
  reads(
    method: string,
    path: string,
    body: Record<string, unknown>,
  ): { readonly model: string; readonly isStreamed: boolean } | undefined;
  /** The schema that came along, for which a fitting text is made up. */
  schemaOf?(body: Record<string, unknown>): unknown;
  /** Answers at once. */
  answer(response: ServerResponse, answer: WholeAnswer, request: FakeRequest): void | Promise<void>;
  /** Answers in pieces; `stop` ends it after the first ones. */
  stream?(
    response: ServerResponse,
    answer: WholeAnswer,
    request: FakeRequest,
    stop?: { readonly error?: unknown },
  ): void | Promise<void>;
  error(status: number, message: string, type?: string): unknown;
  /** What a request costs, where that does not follow from tokens: a picture, or a question after a job, which is free. */
  priceOf?(request: FakeRequest): number;
}

export const sendJson = (
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
};

/** In two pieces, so that whoever watches sees it grow. */
export const pieces = (text: string): string[] => {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)].filter((piece) => piece !== '');
};

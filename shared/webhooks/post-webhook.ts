// One attempt: a POST to a receiver that may be slow, broken or hostile. Follows no redirect, reads no more than it keeps.
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { webhookTimeoutSeconds } from '../contracts/webhook-retries.ts';
import { checkedLookup, type ResolveName, TargetRefused } from './resolve-target.ts';
import { rulesFor, type WebhookTargets } from './target-policy.ts';

export interface PostParts {
  readonly targets: WebhookTargets;
  readonly resolve: ResolveName;
  readonly timeoutMilliseconds?: number;
}

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Either the receiver's answer or why there was none, in words. */
export type PostResult =
  | { readonly status: number; readonly response: string; readonly retryAfter?: string | undefined }
  | { readonly failure: string };

export type PostWebhook = (request: WebhookRequest) => Promise<PostResult>;

/** As much of an answer as the log keeps; the rest is never read. */
const keptResponseBytes = 1024;

/** Sends a request and never throws. The address is checked again in the socket's own look-up. */
export const createPostWebhook =
  ({ targets, resolve, timeoutMilliseconds = webhookTimeoutSeconds * 1000 }: PostParts): PostWebhook =>
  async ({ url: text, headers, body }) => {
    try {
      const url = new URL(text);
      const rules = rulesFor(url, targets);
      if (rules.refusal) return { failure: rules.refusal };
      const response = await answerTo(
        {
          // One options object: what replaces `request` in a runtime (tracing, an emulator) may know no URL as its first argument.
          ...urlToHttpOptions(url),
          method: 'POST',
          agent: false,
          lookup: checkedLookup(rules, resolve),
          signal: AbortSignal.timeout(timeoutMilliseconds),
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        },
        body,
      );
      const beginning = await beginningOf(response);
      response.destroy();
      return { status: response.statusCode ?? 0, response: beginning, retryAfter: response.headers['retry-after'] };
    } catch (error) {
      return { failure: inWords(error instanceof Error ? error : new Error(String(error)), timeoutMilliseconds) };
    }
  };

/** The receiver's answer as soon as its head has come. Rejects when none comes; what breaks after that shows in the answer. */
const answerTo = (options: RequestOptions, body: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = options.protocol === 'https:' ? requestHttps : requestHttp;
    send(options, resolve).on('error', reject).end(body);
  });

/** What arrives until enough is there, the answer ends, or its time is over: its status is known already. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= keptResponseBytes) break;
    }
  } catch {
    // Cut off in the middle: what has arrived is kept.
  }
  return Buffer.concat(chunks).subarray(0, keptResponseBytes).toString('utf8');
}

const knownFailures: Record<string, string> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was cut before an answer came.',
  ENOTFOUND: 'The name cannot be resolved.',
  EAI_AGAIN: 'The name cannot be resolved at the moment.',
};

function inWords(error: Error & { code?: string }, timeoutMilliseconds: number): string {
  if (error instanceof TargetRefused) return error.message;
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return `There was no answer within ${timeoutMilliseconds / 1000} s.`;
  const code = error.code ?? error.name;
  return knownFailures[code] ?? `The request failed (${code}).`;
}

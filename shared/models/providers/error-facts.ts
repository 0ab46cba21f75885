// What a provider says about a failure, read from the body and the headers of any of them: OpenAI's and OpenRouter's `{error: {…}}`, Google's
// `{error: {status, details}}`, AWS's `{message}`, a text.
import * as z from 'zod';
import type { ModelUsage } from '../model.ts';
import { usageOfOpenAi } from './usage-of-open-ai.ts';

export interface ErrorFacts {
  readonly code?: number;
  /** The provider's own word for the kind of fault. */
  readonly type?: string;
  readonly message?: string;
  readonly isModerated?: boolean;
  readonly retryAfterSeconds?: number;
  readonly requestId?: string;
  readonly usage?: ModelUsage;
}

const textOrNumber = z.union([z.string(), z.number()]).nullish().catch(null);
const errorSchema = z.object({
  code: textOrNumber,
  type: z.string().nullish().catch(null),
  status: textOrNumber,
  message: z.string().nullish().catch(null),
  metadata: z
    .looseObject({
      reasons: z.unknown().optional(),
      flagged_input: z.unknown().optional(),
      raw: z.unknown().optional(),
    })
    .nullish()
    .catch(null),
  details: z
    .array(
      z.looseObject({
        retryDelay: z.string().optional().catch(undefined),
        reason: z.string().optional().catch(undefined),
      }),
    )
    .nullish()
    .catch(null),
});
const bodySchema = z.object({
  id: z.string().optional().catch(undefined),
  usage: z.unknown().optional(),
  error: z.union([errorSchema, z.string()]).nullish().catch(null),
  message: z.string().nullish().catch(null),
  detail: z.string().nullish().catch(null),
});

/** The facts in a failed answer. A page of HTML says nothing. */
export function errorFacts(body: string, headers: Pick<Headers, 'get'> | undefined, now: Date): ErrorFacts {
  const told = parse(body);
  const error = typeof told.error === 'string' ? { message: told.error } : (told.error ?? {});
  const { code, type, status, message, metadata, details } = error as z.infer<typeof errorSchema>;
  const delay = details?.find(({ retryDelay }) => retryDelay)?.retryDelay;
  const retryAfterSeconds =
    secondsOf(headers?.get('retry-after'), now) ??
    (delay ? secondsOf(delay.replace(/s$/, ''), now) : undefined) ??
    secondsUntilReset(headers?.get('x-ratelimit-reset'), now);
  const said = message ?? told.message ?? told.detail ?? undefined;
  const kinds = [
    type,
    status,
    typeof code === 'string' ? code : undefined,
    ...(details ?? []).map(({ reason }) => reason),
  ];
  const number = [code, status].map(Number).find((value) => value >= 300 && value <= 599);
  const usage = told.usage === undefined ? undefined : usageOfOpenAi(told.usage);
  const requestId = told.id ?? headers?.get('x-request-id') ?? headers?.get('x-amzn-requestid') ?? undefined;
  return {
    ...(number === undefined ? {} : { code: number }),
    type: kinds.filter((kind) => typeof kind === 'string').join(' '),
    ...(said ? { message: said } : {}),
    isModerated: Boolean(metadata?.reasons ?? metadata?.flagged_input),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(requestId ? { requestId: requestId.slice(0, 120) } : {}),
    ...(usage ? { usage } : {}),
  };
}

function parse(body: string): z.infer<typeof bodySchema> {
  try {
    const value: unknown = JSON.parse(body);
    const first: unknown = Array.isArray(value) ? value[0] : value; // Google wraps errors of streams in a list
    return bodySchema.parse(first);
  } catch {
    const text = /^\s*</.test(body) ? '' : body.trim();
    return { usage: undefined, message: text.slice(0, 300) };
  }
}

/** Seconds of a Retry-After header, a number or a date. A day is the longest that is believed. */
function secondsOf(text: string | null | undefined, now: Date): number | undefined {
  if (!text) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.min(86_400, Math.max(0, Math.ceil(seconds))) : undefined;
}

/** OpenRouter tells the instant in milliseconds. */
function secondsUntilReset(text: string | null | undefined, now: Date): number | undefined {
  const at = Number(text);
  return text && at > 1e12 ? secondsOf(String(Math.max(0, (at - now.getTime()) / 1000)), now) : undefined;
}

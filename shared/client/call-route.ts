// One call of a route over HTTP: its address, its request and its answer. Knows no route table, so that a page can begin with a few routes.
import type { z } from 'zod';
import { apiPrefix } from '../contracts/api-prefix.ts';
import { readProblem } from '../contracts/problems.ts';
import type { Route } from '../contracts/routes/route.ts';
import { tolerant } from '../contracts/tolerant.ts';
import { ApiProblem, ApiUnreachable, UnexpectedAnswer } from './api-errors.ts';

export interface ApiClientOptions {
  /** Origin of the API, with or without /api/v1. An empty text means the origin of the page. */
  readonly baseUrl: string;
  /** Access token to send, asked for at each call so that a renewed one is used at once. */
  readonly token?: () => string | undefined;
  readonly fetch?: typeof fetch;
  /** Longest wait for an answer; 30 seconds unless told. */
  readonly timeoutSeconds?: number;
}

export interface RequestParts {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
}

/** Calls a route and yields its answer, parsed by the route's schema. Throws ApiProblem, ApiUnreachable or UnexpectedAnswer. */
export const callRoute = async (options: ApiClientOptions, route: Route, parts: RequestParts): Promise<unknown> => {
  const url = `${originOf(options.baseUrl)}${addressOf(route, parts)}`;
  return parseAnswer(route, await send(options, route, url, parts.body));
};

const originOf = (baseUrl: string): string => {
  const trimmed = baseUrl.replace(/\/+$/, '');
  return trimmed.endsWith(apiPrefix) ? trimmed.slice(0, -apiPrefix.length) : trimmed;
};

/** Path and query of a call, with every value encoded. */
export const addressOf = (route: Pick<Route, 'path'>, { params = {}, query = {} }: RequestParts): string => {
  const values = new Map(Object.entries(params).map(([name, value]) => [name, String(value)]));
  const path = route.path.replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const value = values.get(name);
    if (!value) throw new TypeError(`${route.path} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  return `${apiPrefix}${path}${search ? `?${search}` : ''}`;
};

const send = async (options: ApiClientOptions, route: Route, url: string, body: unknown): Promise<Response> => {
  const { fetch: fetchNow = fetch, timeoutSeconds = 30 } = options;
  const token = options.token?.();
  try {
    return await fetchNow(url, {
      method: route.method,
      // The cookie with the refresh token goes along, also from a page on another port; only /auth is ever sent it.
      credentials: 'include',
      headers: {
        accept: 'application/json',
        ...(route.body ? { 'content-type': 'application/json' } : {}),
        ...(token && route.access !== 'public' ? { authorization: `Bearer ${token}` } : {}),
      },
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
      ...(route.body ? { body: JSON.stringify(body ?? {}) } : {}),
    });
  } catch (cause) {
    throw new ApiUnreachable(`${route.method} ${url} got no answer (${reasonOf(cause)}). Is the platform running?`, {
      cause,
    });
  }
};

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
};

const parseAnswer = async (route: Route, answer: Response): Promise<unknown> => {
  const content: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw problemOf(route, answer, content);
  const parsed = tolerant(route.response).safeParse(content);
  if (parsed.success) return parsed.data;
  throw new UnexpectedAnswer(
    `${route.method} ${route.path} answered in an unknown shape (${firstIssue(parsed.error)})`,
    answer.status,
  );
};

const problemOf = (route: Route, answer: Response, content: unknown): Error => {
  const problem = readProblem(content);
  if (problem) return new ApiProblem(problem);
  return new UnexpectedAnswer(
    `${route.method} ${route.path} answered ${answer.status} without a reason`,
    answer.status,
  );
};

const firstIssue = (error: z.ZodError): string => {
  const [issue] = error.issues;
  return `${issue?.path.join('.') || 'the whole answer'}: ${issue?.message}`;
};

// The cookie that a browser keeps the refresh token in: no script reads it, no other site sends it, no route but these gets it.
import { stringifySetCookie } from 'cookie';
import { apiPrefix } from '../../../shared/contracts/api-prefix.ts';
import { accountRules } from '../../../shared/contracts/resources.ts';
import type { GatewayRequest } from '../../kit/gateway-request.ts';

const name = 'astromedia_refresh';
/** As long as the user pool lets a refresh token live. */
const lifeSeconds = accountRules.refreshTokenDays * 24 * 60 * 60;
const attributes = { name, path: `${apiPrefix}/auth`, httpOnly: true, secure: true, sameSite: 'strict' } as const;

export const refreshCookie = (refreshToken: string): string =>
  stringifySetCookie({ ...attributes, value: refreshToken, maxAge: lifeSeconds });

/** Makes a browser forget the token. */
export const clearedRefreshCookie = stringifySetCookie({ ...attributes, value: '', maxAge: 0 });

/** The refresh token that a request brings, in its body or its cookie. */
export const refreshTokenOf = (
  { refreshToken }: { readonly refreshToken?: string | undefined },
  { cookies }: Pick<GatewayRequest, 'cookies'>,
): string | undefined => refreshToken ?? (cookies[name] || undefined);

// The cookie that a browser keeps the refresh token in: no script reads it, no other site sends it, no route but these gets it.
import { accountRules } from '../../../shared/contracts/resources.ts';
import { apiPrefix } from '../../../shared/contracts/routes.ts';
import type { GatewayRequest } from '../../kit/gateway-request.ts';

const name = 'astromedia_refresh';
/** As long as the user pool lets a refresh token live. */
const lifeSeconds = accountRules.refreshTokenDays * 24 * 60 * 60;
const attributes = `Path=${apiPrefix}/auth; HttpOnly; Secure; SameSite=Strict`;

/** Tokens are base64url with dots, which a cookie takes as they are. */
export const refreshCookie = (refreshToken: string): string =>
  `${name}=${refreshToken}; Max-Age=${lifeSeconds}; ${attributes}`;

/** Makes a browser forget the token. */
export const clearedRefreshCookie = `${name}=; Max-Age=0; ${attributes}`;

/** The refresh token that a request brings, in its body or its cookie. */
export const refreshTokenOf = (
  { refreshToken }: { readonly refreshToken?: string | undefined },
  { cookies }: Pick<GatewayRequest, 'cookies'>,
): string | undefined => refreshToken ?? (cookies[name] || undefined);

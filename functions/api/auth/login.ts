import { clientAddressOf } from '../../kit/client-address.ts';
import type { Operation } from '../../kit/http-function.ts';
import { rememberAddress } from '../../kit/rate-limit.ts';
import type { CountedParts } from './register.ts';
import { signInResponse } from './session-response.ts';

/** Signs in, and remembers the address as one that the right password has come from. */
export const login =
  (parts: CountedParts): Operation<'login'> =>
  async ({ body, request }) => {
    const tokens = await parts.directory.sessions.signIn(body.email, body.password);
    await rememberAddress(parts.rateWindows, body.email, clientAddressOf(request, parts.edgeToken));
    return signInResponse(parts, tokens, body.refreshTokenIn);
  };

import type { Operation } from '../../kit/http-function.ts';
import { answerSession, type SessionParts } from './answer-session.ts';

/** Signs in. */
export const login =
  (parts: SessionParts): Operation<'login'> =>
  async ({ body }) =>
    answerSession(parts, await parts.directory.sessions.signIn(body.email, body.password), body.refreshTokenIn);

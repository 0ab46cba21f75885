import type { Operation } from '../../kit/http-function.ts';
import { answerSession, type SessionParts } from './answer-session.ts';

/** Opens an account and signs in; where e-mails must be confirmed, says only that a code has been mailed. */
export const register =
  (parts: SessionParts): Operation<'register'> =>
  async ({ body }) => {
    const { registrations, sessions } = parts.directory;
    await registrations.signUp(body);
    if (registrations.requiresConfirmation) return { confirmationRequired: true, email: body.email };
    return answerSession(parts, await sessions.signIn(body.email, body.password), body.refreshTokenIn);
  };

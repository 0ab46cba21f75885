// Operations about codes that are mailed. None of them says whether an e-mail has an account.

import type { UserDirectory } from '../../../shared/accounts/user-directory.ts';
import type { Operation } from '../../kit/http-function.ts';
import { type EndSessionsParts, endSessions } from './end-sessions.ts';
import { refuseCommonPassword } from './refuse-common-password.ts';

interface Parts {
  readonly directory: UserDirectory;
}
const success = { success: true } as const;

/** Confirms a registration by its code, which sets the password. */
export const confirmEmail =
  ({ directory }: Parts): Operation<'confirmEmail'> =>
  async ({ body }) => {
    await refuseCommonPassword(body.password, '#/password');
    await directory.registrations.confirm(body, body.code);
    return success;
  };

/** Mails the code of a registration again. */
export const resendCode =
  ({ directory }: Parts): Operation<'resendCode'> =>
  async ({ body }) => {
    await directory.registrations.resendCode(body.email);
    return success;
  };

/** Mails a code to set a new password with. */
export const forgotPassword =
  ({ directory }: Parts): Operation<'forgotPassword'> =>
  async ({ body }) => {
    await directory.passwords.sendCode(body.email);
    return success;
  };

/** Sets a new password by its code and ends every session. */
export const resetPassword =
  ({ directory, ...parts }: Parts & EndSessionsParts): Operation<'resetPassword'> =>
  async ({ body }) => {
    await refuseCommonPassword(body.password, '#/password');
    await endSessions(parts, await directory.passwords.reset(body.email, body.code, body.password));
    return success;
  };

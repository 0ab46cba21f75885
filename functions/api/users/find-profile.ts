import type { User, Users } from '../../../shared/data/users.ts';
import type { KeyPrincipal, UserPrincipal } from '../../../shared/domain/accounts/principal.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { GatewayRequest } from '../../kit/gateway-request.ts';
import type { AccountDirectory } from './account-directory.ts';
import { bearerTokenOf } from './bearer-token.ts';

export interface ProfileParts {
  readonly users: Pick<Users, 'get' | 'ensure' | 'change'>;
  readonly directory: Pick<AccountDirectory, 'emailOf'>;
  readonly clock: () => Date;
}

interface Caller {
  readonly principal: UserPrincipal | KeyPrincipal;
  readonly request: GatewayRequest;
}

/** The caller's profile. One that a crash kept from being written, or that no sign-in of ours made, is written now. */
export const findProfile =
  ({ users, directory, clock }: ProfileParts) =>
  async ({ principal, request }: Caller): Promise<User> => {
    const user = await users.get(principal.userId);
    if (user) return user;
    const token = bearerTokenOf(request);
    if (principal.kind === 'key' || token === undefined)
      throw new ProblemError('not-found', 'There is no profile yet: sign in once.');
    return users.ensure(principal.userId, await directory.emailOf(token), clock().toISOString());
  };

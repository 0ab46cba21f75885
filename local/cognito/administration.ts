// What functions ask for with a signature of AWS: accounts by their names, and the client itself.
import * as z from 'zod';
import { type Operation, ServiceError } from '../endpoint/service.ts';
import type { Account } from './accounts.ts';
import { checkPolicy } from './passwords.ts';
import { answering, attributes, checkUnconfirmed, existing, type PoolParts, text } from './user-pool.ts';

const byAdministrator = z.object({ UserPoolId: text, Username: text });

export function administration({ pool, accounts, hashPassword }: PoolParts) {
  const accountOf = ({ UserPoolId, Username }: { UserPoolId: string; Username: string }): Account => {
    if (UserPoolId !== pool.userPoolId)
      throw new ServiceError('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`);
    return existing(accounts.find(Username));
  };

  return {
    AdminGetUser: answering(byAdministrator, (request) => {
      const { Username, Attributes: UserAttributes, UserStatus } = accountOf(request);
      return { Username, UserAttributes, UserStatus, Enabled: true };
    }),

    AdminConfirmSignUp: answering(byAdministrator, (request) => {
      const account = accountOf(request);
      checkUnconfirmed(account);
      accounts.change(account, { UserStatus: 'CONFIRMED' });
      return {};
    }),

    AdminUpdateUserAttributes: answering(byAdministrator.extend({ UserAttributes: attributes }), (request) => {
      accounts.setAttributes(accountOf(request), request.UserAttributes);
      return {};
    }),

    AdminSetUserPassword: answering(
      byAdministrator.extend({ Password: text, Permanent: z.literal(true) }),
      async (request) => {
        checkPolicy(request.Password);
        const Password = await hashPassword(request.Password);
        accounts.change(accountOf(request), { Password, UserStatus: 'CONFIRMED' });
        return {};
      },
    ),

    AdminUserGlobalSignOut: answering(byAdministrator, (request) => {
      accounts.change(accountOf(request), { RefreshTokens: [] });
      return {};
    }),

    DescribeUserPoolClient: answering(z.object({ UserPoolId: text, ClientId: text }), ({ UserPoolId, ClientId }) => {
      if (UserPoolId !== pool.userPoolId || ClientId !== pool.clientId)
        throw new ServiceError('ResourceNotFoundException', `User pool client ${ClientId} does not exist.`);
      return { UserPoolClient: { UserPoolId, ClientId, ClientSecret: pool.clientSecret } };
    }),
  } satisfies Record<string, Operation>;
}

// What functions ask for with a signature of AWS: accounts by their names, and the client itself.
import * as z from 'zod';
import type { Operation } from '../endpoint/service.ts';
import { attributesSchema, withAttributes } from './accounts.ts';
import { answering, existing, type PoolParts, text, unconfirmed } from './user-pool.ts';

export function administration({ pool, accounts, passwords }: PoolParts) {
  const inPool = z.object({ UserPoolId: z.literal(pool.userPoolId) });
  const byName = inPool.extend({ Username: text });
  const accountOf = ({ Username }: { Username: string }) => existing(accounts.find(Username));

  return {
    AdminGetUser: answering(byName, (request) => {
      const { Username, Attributes: UserAttributes } = accountOf(request);
      return { Username, UserAttributes };
    }),

    AdminConfirmSignUp: answering(byName, (request) =>
      accounts.change(unconfirmed(accountOf(request)), { UserStatus: 'CONFIRMED' }),
    ),

    AdminUpdateUserAttributes: answering(byName.extend({ UserAttributes: attributesSchema }), (request) => {
      const account = accountOf(request);
      return accounts.change(account, { Attributes: withAttributes(account.Attributes, request.UserAttributes) });
    }),

    AdminSetUserPassword: answering(byName.extend({ Password: text, Permanent: z.literal(true) }), async (request) => {
      const Password = await passwords.hashNew(request.Password);
      return accounts.change(accountOf(request), { Password, UserStatus: 'CONFIRMED' });
    }),

    AdminUserGlobalSignOut: answering(byName, (request) => accounts.change(accountOf(request), { RefreshTokens: [] })),

    DescribeUserPoolClient: answering(inPool.extend({ ClientId: z.literal(pool.clientId) }), () => ({
      UserPoolClient: { ClientSecret: pool.clientSecret },
    })),
  } satisfies Record<string, Operation>;
}

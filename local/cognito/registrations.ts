// Registration and forgotten passwords: what a code proves that was mailed.
import * as z from 'zod';
import { type Operation, ServiceError } from '../endpoint/service.ts';
import { type Account, attributeOf, attributesSchema, withAttributes } from './accounts.ts';
import { newCode, provenBy, type SentCode } from './mailed-codes.ts';
import { answering, checkProof, type PoolParts, text, unconfirmed } from './user-pool.ts';

export function registrations({ pool, accounts, passwords, requireEmailConfirmation, onCode }: PoolParts) {
  const byClient = z.object({ ClientId: z.literal(pool.clientId), SecretHash: text.optional(), Username: text });
  const byCode = byClient.extend({ ConfirmationCode: text });

  const accountOf = ({ Username, SecretHash }: z.output<typeof byClient>): Account | undefined => {
    checkProof(pool, Username, SecretHash);
    return accounts.find(Username);
  };

  const mail = (account: Account, purpose: SentCode['purpose']): undefined => {
    const Code = newCode(purpose);
    accounts.change(account, { Code });
    onCode({ purpose, destination: attributeOf(account, 'email') ?? '', code: Code.text });
  };

  return {
    SignUp: answering(
      byClient.extend({ Password: text, UserAttributes: attributesSchema.default([]) }),
      async (request) => {
        checkProof(pool, request.Username, request.SecretHash);
        const password = await passwords.hashNew(request.Password);
        const { Username: email, UserAttributes } = request;
        if (!email.includes('@')) throw invalid('Username should be an email.');
        if (accounts.find(email)) throw new ServiceError('UsernameExistsException', 'User already exists');
        const account = accounts.create(email, UserAttributes, password);
        if (requireEmailConfirmation) mail(account, 'sign-up');
      },
    ),

    ConfirmSignUp: answering(byCode, (request) => {
      const found = accountOf(request);
      const account = provenBy(request.ConfirmationCode, found && unconfirmed(found), 'sign-up');
      // AWS takes a confirmed sign-up as proof of the address where it mails the code.
      const proven = requireEmailConfirmation ? [{ Name: 'email_verified', Value: 'true' }] : [];
      const Attributes = withAttributes(account.Attributes, proven);
      return accounts.change(account, { UserStatus: 'CONFIRMED', Code: undefined, Attributes });
    }),

    /** Like the next one, it answers the same for who has no account. */
    ResendConfirmationCode: answering(byClient, (request) => {
      const account = accountOf(request);
      if (account?.UserStatus === 'CONFIRMED') throw invalid('User is already confirmed.');
      return account && mail(account, 'sign-up');
    }),

    ForgotPassword: answering(byClient, (request) => {
      const account = accountOf(request);
      if (account && attributeOf(account, 'email_verified') !== 'true')
        throw invalid('Cannot reset password for the user as there is no registered/verified email or phone_number');
      return account && mail(account, 'reset');
    }),

    ConfirmForgotPassword: answering(byCode.extend({ Password: text }), async (request) => {
      checkProof(pool, request.Username, request.SecretHash);
      const Password = await passwords.hashNew(request.Password);
      const account = provenBy(request.ConfirmationCode, accounts.find(request.Username), 'reset');
      return accounts.change(account, { Password, UserStatus: 'CONFIRMED', Code: undefined });
    }),
  } satisfies Record<string, Operation>;
}

const invalid = (message: string) => new ServiceError('InvalidParameterException', message);

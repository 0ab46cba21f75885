// Registration and forgotten passwords: what a code proves that was mailed.
import * as z from 'zod';
import { type Operation, ServiceError } from '../endpoint/service.ts';
import { type Account, attributeOf } from './accounts.ts';
import { checkCode, expiredCode, newCode, type SentCode, wrongCode } from './mailed-codes.ts';
import { checkPolicy } from './passwords.ts';
import { answering, attributes, checkClient, checkUnconfirmed, invalid, type PoolParts, text } from './user-pool.ts';

const byClient = z.object({ ClientId: text, SecretHash: text.optional(), Username: text });

export function registrations({ pool, accounts, hashPassword, requireEmailConfirmation, onCode }: PoolParts) {
  const mail = (account: Account, purpose: 'sign-up' | 'reset', reason: SentCode['reason']): object => {
    const Code = newCode(purpose);
    accounts.change(account, { Code });
    const destination = attributeOf(account, 'email') ?? '';
    onCode({ reason, destination, code: Code.text });
    return deliveredTo(destination);
  };

  const accountOf = (request: z.output<typeof byClient>): Account | undefined => {
    checkClient(pool, request, request.Username);
    return accounts.find(request.Username);
  };

  return {
    SignUp: answering(byClient.extend({ Password: text, UserAttributes: attributes.default([]) }), async (request) => {
      checkClient(pool, request, request.Username);
      checkPolicy(request.Password);
      const password = await hashPassword(request.Password);
      const { Username: email, UserAttributes } = request;
      if (!email.includes('@')) throw invalid('Username should be an email.');
      if (accounts.find(email)) throw new ServiceError('UsernameExistsException', 'User already exists');
      const account = accounts.create(email, UserAttributes, password);
      const delivery = requireEmailConfirmation ? mail(account, 'sign-up', 'SignUp') : {};
      return { ...delivery, UserConfirmed: false, UserSub: account.Username };
    }),

    ConfirmSignUp: answering(byClient.extend({ ConfirmationCode: text }), (request) => {
      const account = accountOf(request);
      if (!account) throw expiredCode();
      checkUnconfirmed(account);
      checkCode(account, request.ConfirmationCode, 'sign-up');
      const confirmed = accounts.change(account, { UserStatus: 'CONFIRMED', Code: undefined });
      // AWS takes a confirmed sign-up as proof of the address where it mails the code.
      if (requireEmailConfirmation) accounts.setAttributes(confirmed, [{ Name: 'email_verified', Value: 'true' }]);
      return {};
    }),

    ResendConfirmationCode: answering(byClient, (request) => {
      const account = accountOf(request);
      if (!account) return deliveredTo(nobody);
      if (account.UserStatus === 'CONFIRMED') throw invalid('User is already confirmed.');
      return mail(account, 'sign-up', 'ResendCode');
    }),

    ForgotPassword: answering(byClient, (request) => {
      const account = accountOf(request);
      if (!account) return deliveredTo(nobody);
      if (attributeOf(account, 'email_verified') !== 'true')
        throw invalid('Cannot reset password for the user as there is no registered/verified email or phone_number');
      return mail(account, 'reset', 'ForgotPassword');
    }),

    ConfirmForgotPassword: answering(byClient.extend({ ConfirmationCode: text, Password: text }), async (request) => {
      checkClient(pool, request, request.Username);
      checkPolicy(request.Password);
      const Password = await hashPassword(request.Password);
      const account = accounts.find(request.Username);
      if (!account) throw wrongCode();
      checkCode(account, request.ConfirmationCode, 'reset');
      accounts.change(account, { Password, UserStatus: 'CONFIRMED', Code: undefined });
      return {};
    }),
  } satisfies Record<string, Operation>;
}

/** A client that hides who has an account gives the same answer for who has none. */
const nobody = 'u***@e***';
const deliveredTo = (Destination: string) => ({
  CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination },
});

// The operations of Cognito that the application sends, over the one pool and its one client. An account is looked at and changed without a
// pause in between: of two requests at once, the second sees what the first did.
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation, ServiceError } from '../edge/service.ts';
import type { OperationName } from '../operations.ts';
import { type Account, type Accounts, attributeOf } from './accounts.ts';
import { checkCode, expiredCode, newCode, type SentCode, wrongCode } from './mailed-codes.ts';
import { checkPolicy, type HashPassword } from './passwords.ts';
import { accessTokenSeconds, type Tokens } from './tokens.ts';

/** The pool and its one app client, with the secret that only functions know. */
export interface UserPool {
  readonly userPoolId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface PoolParts {
  readonly pool: UserPool;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly hashPassword: HashPassword;
  /** A registration counts only once its code has come back. */
  readonly requireEmailConfirmation: boolean;
  readonly onCode: (sent: SentCode) => void;
}

/** What is asked for without a signature of AWS: by a password, a code or a token. */
export const publicOperations: ReadonlySet<string> = new Set([
  'ChangePassword',
  'ConfirmForgotPassword',
  'ConfirmSignUp',
  'DeleteUser',
  'ForgotPassword',
  'GetUser',
  'GlobalSignOut',
  'InitiateAuth',
  'ResendConfirmationCode',
  'RevokeToken',
  'SignUp',
]);

const text = z.string();
const attributes = z.array(z.object({ Name: text, Value: text.optional() }));
const byClient = z.object({ ClientId: text, SecretHash: text.optional(), Username: text });
const byToken = z.object({ AccessToken: text });
const byAdministrator = z.object({ UserPoolId: text, Username: text });
const initiateSchema = z.object({
  ClientId: text,
  AuthFlow: z.enum(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH']),
  AuthParameters: z.record(text, text),
});

export function cognitoOperations(
  parts: PoolParts,
): Record<OperationName<'client-cognito-identity-provider'>, Operation> {
  const { pool, accounts, tokens, hashPassword, requireEmailConfirmation, onCode } = parts;
  /** Throws NotAuthorizedException unless the request comes from who knows the client's secret. */
  const checkClient = (request: { ClientId: string; SecretHash?: string | undefined }, username: string): void => {
    const { ClientId, SecretHash } = request;
    if (ClientId !== pool.clientId)
      throw new ServiceError('ResourceNotFoundException', `User pool client ${ClientId} does not exist.`);
    if (SecretHash === undefined)
      throw notAuthorized(`Client ${ClientId} is configured with secret but SECRET_HASH was not received`);
    const expected = createHmac('sha256', pool.clientSecret).update(`${username}${ClientId}`).digest('base64');
    if (!isSame(SecretHash, expected)) throw notAuthorized(`Unable to verify secret hash for client ${ClientId}`);
  };
  const accountOfToken = (accessToken: string): Account => {
    const claims = tokens.claimsIn(accessToken);
    if (claims?.token_use !== 'access') throw notAuthorized('Invalid Access Token');
    return existing(accounts.find(claims.username));
  };
  const accountOf = ({ UserPoolId, Username }: { UserPoolId: string; Username: string }): Account => {
    if (UserPoolId !== pool.userPoolId)
      throw new ServiceError('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`);
    return existing(accounts.find(Username));
  };
  const mail = (account: Account, purpose: 'sign-up' | 'reset', reason: SentCode['reason']): object => {
    const Code = newCode(purpose);
    accounts.change(account, { Code });
    const destination = attributeOf(account, 'email') ?? '';
    onCode({ reason, destination, code: Code.text });
    return deliveredTo(destination);
  };
  const session = (account: Account) => ({
    AccessToken: tokens.accessToken(account.Username),
    ExpiresIn: accessTokenSeconds,
    TokenType: 'Bearer',
  });

  return {
    SignUp: answering(byClient.extend({ Password: text, UserAttributes: attributes.default([]) }), async (request) => {
      checkClient(request, request.Username);
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
      checkClient(request, request.Username);
      const account = accounts.find(request.Username);
      if (!account) throw expiredCode();
      checkUnconfirmed(account);
      checkCode(account, request.ConfirmationCode, 'sign-up');
      const confirmed = accounts.change(account, { UserStatus: 'CONFIRMED', Code: undefined });
      // AWS takes a confirmed sign-up as proof of the address where it mails the code.
      if (requireEmailConfirmation) accounts.setAttributes(confirmed, [{ Name: 'email_verified', Value: 'true' }]);
      return {};
    }),

    ResendConfirmationCode: answering(byClient, (request) => {
      checkClient(request, request.Username);
      const account = accounts.find(request.Username);
      if (!account) return deliveredTo(nobody);
      if (account.UserStatus === 'CONFIRMED') throw invalid('User is already confirmed.');
      return mail(account, 'sign-up', 'ResendCode');
    }),

    ForgotPassword: answering(byClient, (request) => {
      checkClient(request, request.Username);
      const account = accounts.find(request.Username);
      if (!account) return deliveredTo(nobody);
      if (attributeOf(account, 'email_verified') !== 'true')
        throw invalid('Cannot reset password for the user as there is no registered/verified email or phone_number');
      return mail(account, 'reset', 'ForgotPassword');
    }),

    ConfirmForgotPassword: answering(byClient.extend({ ConfirmationCode: text, Password: text }), async (request) => {
      checkClient(request, request.Username);
      checkPolicy(request.Password);
      const Password = await hashPassword(request.Password);
      const account = accounts.find(request.Username);
      if (!account) throw wrongCode();
      checkCode(account, request.ConfirmationCode, 'reset');
      accounts.change(account, { Password, UserStatus: 'CONFIRMED', Code: undefined });
      return {};
    }),

    InitiateAuth: answering(initiateSchema, async ({ ClientId, AuthFlow, AuthParameters }) => {
      const { SECRET_HASH: SecretHash, REFRESH_TOKEN: token = '', USERNAME = '', PASSWORD = '' } = AuthParameters;
      if (AuthFlow === 'REFRESH_TOKEN_AUTH') {
        const account = accounts.withRefreshToken(token);
        // It names nobody itself: the proof is for the account whose it is. Nobody's is refused as such, whatever proof comes with it.
        if (account || SecretHash === undefined) checkClient({ ClientId, SecretHash }, account?.Username ?? '');
        if (!tokens.claimsIn(token)) throw notAuthorized('Refresh Token has expired');
        if (!account) throw notAuthorized('Refresh Token has been revoked');
        return { AuthenticationResult: session(account) };
      }
      checkClient({ ClientId, SecretHash }, USERNAME);
      const password = await hashPassword(PASSWORD);
      const account = accounts.find(USERNAME);
      if (!account || !isSame(password, account.Password)) throw notAuthorized();
      if (account.UserStatus === 'UNCONFIRMED')
        throw new ServiceError('UserNotConfirmedException', 'User is not confirmed.');
      const RefreshToken = tokens.refreshToken(account.Username);
      accounts.addRefreshToken(account, RefreshToken);
      return { AuthenticationResult: { ...session(account), RefreshToken } };
    }),

    /** What is no token of ours, or none that works, needs no revoking: it is answered like one that did (RFC 7009). */
    RevokeToken: answering(z.object({ ClientId: text, ClientSecret: text.optional(), Token: text }), (request) => {
      if (!isSame(request.ClientSecret ?? '', pool.clientSecret))
        throw notAuthorized(`Unable to verify the secret of client ${request.ClientId}`);
      if (tokens.claimsIn(request.Token)?.token_use)
        throw new ServiceError('UnsupportedTokenTypeException', 'Token type is not supported.');
      const account = accounts.withRefreshToken(request.Token);
      if (!account) return {};
      accounts.change(account, { RefreshTokens: account.RefreshTokens.filter((token) => token !== request.Token) });
      return {};
    }),

    ChangePassword: answering(byToken.extend({ PreviousPassword: text, ProposedPassword: text }), async (request) => {
      checkPolicy(request.ProposedPassword);
      accountOfToken(request.AccessToken);
      const [previous, proposed] = await Promise.all(
        [request.PreviousPassword, request.ProposedPassword].map(hashPassword),
      );
      const account = accountOfToken(request.AccessToken);
      if (!isSame(previous ?? '', account.Password)) throw notAuthorized();
      accounts.change(account, { Password: proposed ?? '' });
      return {};
    }),

    GetUser: answering(byToken, ({ AccessToken }) => {
      const { Username, Attributes: UserAttributes } = accountOfToken(AccessToken);
      return { Username, UserAttributes };
    }),

    DeleteUser: answering(byToken, ({ AccessToken }) => {
      accounts.remove(accountOfToken(AccessToken));
      return {};
    }),

    GlobalSignOut: answering(byToken, ({ AccessToken }) => {
      accounts.change(accountOfToken(AccessToken), { RefreshTokens: [] });
      return {};
    }),

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
  };
}

const answering = <Schema extends z.ZodType>(schema: Schema, answer: Parameters<typeof operation<Schema>>[1]) =>
  operation(schema, answer, 'InvalidParameterException');

const notAuthorized = (message = 'Incorrect username or password.') =>
  new ServiceError('NotAuthorizedException', message);
const invalid = (message: string) => new ServiceError('InvalidParameterException', message);

function existing(account: Account | undefined): Account {
  if (account) return account;
  throw new ServiceError('UserNotFoundException', 'User does not exist.');
}

function checkUnconfirmed({ UserStatus }: Account): void {
  if (UserStatus === 'UNCONFIRMED') return;
  throw notAuthorized(`User cannot be confirmed. Current status is ${UserStatus}`);
}

const isSame = (given: string, expected: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
};

/** A client that hides who has an account gives the same answer for who has none. */
const nobody = 'u***@e***';
const deliveredTo = (Destination: string) => ({
  CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination },
});

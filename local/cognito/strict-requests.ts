import { randomUUID } from 'node:crypto';
import type { User, UserPoolService } from 'cognito-local/lib/services/userPoolService.js';
import * as z from 'zod';
import { ServiceError } from '../stepfunctions/json-protocol-server.ts';
import { checkClientSecret } from './client-secret.ts';
import type { CognitoLibrary } from './cognito-library.ts';
import { hashPasswords, newPassword, parseRequest, type Request } from './cognito-request.ts';
import { askedFor, checkMailedCode, expiredCode, mailedBy, withCodeMailed, wrongCode } from './mailed-codes.ts';
import type { HashPassword } from './password-hasher.ts';
import { passwordFlaw } from './password-policy.ts';
import { notAuthorized, translated } from './refusals.ts';
import type { TokenClaims, TokenSigning } from './token-signing.ts';

const text = z.string();
/** A challenge must be answered within three minutes, as by default on AWS. */
const sessionMilliseconds = 3 * 60 * 1000;

/** Answers Cognito's operations as AWS does where cognito-local is laxer, names errors otherwise or has nothing. */
export class StrictRequests {
  readonly #library: CognitoLibrary;
  readonly #hashPassword: HashPassword;
  readonly #signing: TokenSigning;
  readonly #now: () => number;
  readonly #sessions = new Map<string, { username: string; expiresAt: number }>();
  /** Temporary passwords by hash, while the message that tells one is being sent. */
  readonly #temporaryPasswords = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    library: CognitoLibrary,
    hashPassword: HashPassword,
    signing: TokenSigning,
    now: () => number = () => Date.now(),
  ) {
    this.#library = library;
    this.#hashPassword = hashPassword;
    this.#signing = signing;
    this.#now = now;
  }

  async answer(operation: string, input: unknown): Promise<object | undefined> {
    const request = parseRequest(input);
    if (operation === 'AdminCreateUser') request.TemporaryPassword ??= `Aa1!${randomUUID()}`;
    await this.#checkPasswordPolicy(operation, request);
    const claims = request.AccessToken === undefined ? undefined : this.#claims(request.AccessToken);
    const hashed = await hashPasswords(request, this.#hashPassword);
    // One at a time: the library looks and writes in separate steps, so two sign-ups could both find the name free.
    const { TemporaryPassword } = hashed;
    if (TemporaryPassword) this.#temporaryPasswords.set(TemporaryPassword, request.TemporaryPassword ?? '');
    const result = this.#last
      .then(() => this.#run(operation, hashed, claims))
      .finally(() => this.#temporaryPasswords.delete(TemporaryPassword ?? ''));
    this.#last = result.catch(() => {});
    return result;
  }

  /** What a person must be sent: the code, or the temporary password that it is the hash of. */
  readableCode(code: string): string {
    return this.#temporaryPasswords.get(code) ?? code;
  }

  /** Resolves when everything asked so far is answered. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async #run(operation: string, request: Request, claims: TokenClaims | undefined): Promise<object | undefined> {
    await checkClientSecret(this.#library, operation, request);
    if (operation === 'ResendConfirmationCode') return this.#resendConfirmationCode(request);
    if (operation === 'GlobalSignOut') return this.#globalSignOut(claims);
    if (operation === 'AdminUserGlobalSignOut') return this.#adminUserGlobalSignOut(request);
    if (operation === 'RevokeToken') return this.#revokeToken(request);
    await this.#checkBefore(operation, request);
    const hidden = await this.#hiddenAnswer(operation, request);
    if (hidden) return hidden;
    await this.#checkCode(operation, request);
    const response = await this.#runInLibrary(operation, request);
    if (operation === 'ConfirmSignUp' || operation === 'AdminConfirmSignUp') {
      if (operation === 'ConfirmSignUp') await this.#verifyEmail(request);
      return response;
    }
    await this.#rememberCode(operation, request);
    return this.#completed(response, request);
  }

  async #checkCode(operation: string, request: Request): Promise<void> {
    const purpose = askedFor.get(operation);
    const user = purpose && (await this.#user(request, request.Username));
    if (!user) return;
    if (operation === 'ConfirmSignUp' && user.UserStatus === 'CONFIRMED') {
      throw notAuthorized('User cannot be confirmed. Current status is CONFIRMED');
    }
    checkMailedCode(user, request.ConfirmationCode, purpose, this.#now());
  }

  async #rememberCode(operation: string, request: Request): Promise<void> {
    const purpose = mailedBy.get(operation);
    const pool = purpose && (await this.#pool(request));
    const user = purpose && (await this.#user(request, request.Username));
    if (pool && user) await pool.saveUser(this.#library.context, withCodeMailed(user, purpose, this.#now()));
  }

  async #checkPasswordPolicy(operation: string, request: Request): Promise<void> {
    const password = newPassword(operation, request);
    if (password === undefined) return;
    const pool = await this.#pool(request);
    const flaw = passwordFlaw(password, pool.options.Policies?.PasswordPolicy);
    if (flaw) throw new ServiceError('InvalidPasswordException', `Password did not conform with policy: ${flaw}`);
  }

  async #checkBefore(operation: string, request: Request): Promise<void> {
    const { AuthFlow = '', AuthParameters = {} } = request;
    if (operation === 'InitiateAuth' || operation === 'AdminInitiateAuth') {
      if (AuthFlow.endsWith('USER_PASSWORD_AUTH')) await this.#checkSignIn(request, AuthParameters);
      if (AuthFlow.startsWith('REFRESH_TOKEN')) await this.#checkRefresh(request, AuthParameters.REFRESH_TOKEN);
    }
    if (operation.endsWith('RespondToAuthChallenge')) this.#checkChallenge(request);
  }

  async #checkSignIn(request: Request, { USERNAME = '', PASSWORD = '' }: Record<string, string>): Promise<void> {
    const user = await this.#user(request, USERNAME);
    if (!user || user.Password !== PASSWORD) throw notAuthorized();
    if (!user.Enabled) throw notAuthorized('User is disabled.');
  }

  async #checkRefresh(request: Request, token: string | undefined): Promise<void> {
    const claims = this.#signing.claimsIn(token, this.#now() / 1000);
    if (!claims) throw notAuthorized('Refresh Token has expired');
    const pool = await this.#pool(request);
    const user = await pool.getUserByRefreshToken(this.#library.context, token ?? '');
    if (!user) throw notAuthorized('Refresh Token has been revoked');
    if (!user.Enabled) throw notAuthorized('User is disabled.');
  }

  #checkChallenge(request: Request): void {
    const session = this.#sessions.get(request.Session ?? '');
    this.#sessions.delete(request.Session ?? '');
    const username = request.ChallengeResponses?.USERNAME;
    if (!session || session.username !== username || session.expiresAt < this.#now()) {
      throw notAuthorized('Invalid session for the user.');
    }
  }

  /** A client that hides which users exist gets the same answer for one who does not. */
  async #hiddenAnswer(operation: string, request: Request): Promise<object | undefined> {
    if (operation !== 'ForgotPassword' && !askedFor.has(operation)) return undefined;
    const user = await this.#user(request, request.Username);
    if (user && operation === 'ForgotPassword') checkRecovery(user);
    if (user || !(await this.#hidesUsers(request))) return undefined;
    if (operation === 'ForgotPassword') return fakeDelivery;
    throw operation === 'ConfirmSignUp' ? expiredCode() : wrongCode();
  }

  async #resendConfirmationCode(request: Request): Promise<object> {
    const { services, context } = this.#library;
    const pool = await this.#pool(request);
    const user = await this.#user(request, request.Username);
    if (!user && (await this.#hidesUsers(request))) return fakeDelivery;
    if (!user) throw new ServiceError('UserNotFoundException', 'Username/client id combination not found.');
    if (user.UserStatus === 'CONFIRMED') {
      throw new ServiceError('InvalidParameterException', 'User is already confirmed.');
    }
    const code = services.otp();
    await pool.saveUser(context, withCodeMailed({ ...user, ConfirmationCode: code }, 'sign-up', this.#now()));
    const destination = user.Attributes.find(({ Name }) => Name === 'email')?.Value ?? user.Username;
    const details = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: destination } as const;
    const clientId = request.ClientId ?? null;
    await services.messages.deliver(context, 'ResendCode', clientId, pool.options.Id, user, code, undefined, details);
    return { CodeDeliveryDetails: details };
  }

  async #globalSignOut(claims: TokenClaims | undefined): Promise<object> {
    const pool = await this.#poolOfClaims(claims);
    const user = await pool.getUserByUsername(this.#library.context, claims?.username ?? '');
    if (!user) throw notAuthorized('Invalid Access Token');
    await pool.saveUser(this.#library.context, { ...user, RefreshTokens: [] });
    return {};
  }

  async #adminUserGlobalSignOut(request: Request): Promise<object> {
    const pool = await this.#pool(request);
    const user = await this.#user(request, request.Username);
    if (!user) throw new ServiceError('UserNotFoundException', 'User does not exist.');
    await pool.saveUser(this.#library.context, { ...user, RefreshTokens: [] });
    return {};
  }

  /** What is no token of ours, or none that works, needs no revoking: revocation answers it like one that did (RFC 7009). */
  async #revokeToken(request: Request): Promise<object> {
    const claims = this.#signing.claimsIn(request.Token, this.#now() / 1000);
    if (claims?.token_use) throw new ServiceError('UnsupportedTokenTypeException', 'Token type is not supported.');
    const pool = await this.#pool(request);
    const user = await pool.getUserByRefreshToken(this.#library.context, request.Token ?? '');
    if (!user) return {};
    const RefreshTokens = user.RefreshTokens.filter((token) => token !== request.Token);
    await pool.saveUser(this.#library.context, { ...user, RefreshTokens });
    return {};
  }

  /** AWS takes a confirmed sign-up as proof of the address when the pool verifies addresses by code. */
  async #verifyEmail(request: Request): Promise<void> {
    const pool = await this.#pool(request);
    const user = await this.#user(request, request.Username);
    if (!user || !pool.options.AutoVerifiedAttributes?.includes('email')) return;
    const others = user.Attributes.filter(({ Name }) => Name !== 'email_verified');
    const Attributes = [...others, { Name: 'email_verified', Value: 'true' }];
    await pool.saveUser(this.#library.context, { ...user, Attributes });
  }

  async #runInLibrary(operation: string, request: Request): Promise<object | undefined> {
    try {
      return await this.#library.run(operation, request);
    } catch (error) {
      throw translated(operation, error);
    }
  }

  /** Adds what the library leaves out of a sign-in, and remembers the session of a challenge. */
  #completed(response: object | undefined, request: Request): object | undefined {
    const signIn = signInSchema.safeParse(response);
    if (!signIn.success) return response;
    const { AuthenticationResult: result, ChallengeName } = signIn.data;
    if (ChallengeName !== undefined) {
      const Session = randomUUID();
      const username = request.AuthParameters?.USERNAME ?? request.ChallengeResponses?.USERNAME ?? '';
      this.#sessions.set(Session, { username, expiresAt: this.#now() + sessionMilliseconds });
      return { ...response, Session };
    }
    const claims = this.#signing.claimsIn(result?.AccessToken, this.#now() / 1000);
    if (!claims) return response;
    const ExpiresIn = claims.exp - claims.iat;
    return { ...response, AuthenticationResult: { ...result, TokenType: 'Bearer', ExpiresIn } };
  }

  #claims(token: string): TokenClaims {
    const claims = this.#signing.claimsIn(token, this.#now() / 1000);
    if (claims?.token_use === 'access') return claims;
    throw notAuthorized('Invalid Access Token');
  }

  #pool(request: Request): Promise<UserPoolService> {
    const { services, context } = this.#library;
    if (request.UserPoolId !== undefined) return this.#found(services.cognito.getUserPool(context, request.UserPoolId));
    if (request.ClientId !== undefined) {
      return this.#found(services.cognito.getUserPoolForClientId(context, request.ClientId));
    }
    return this.#poolOfClaims(request.AccessToken === undefined ? undefined : this.#claims(request.AccessToken));
  }

  async #poolOfClaims(claims: TokenClaims | undefined): Promise<UserPoolService> {
    if (!claims) throw notAuthorized('Invalid Access Token');
    const poolId = claims.iss.split('/').at(-1) ?? '';
    return this.#found(this.#library.services.cognito.getUserPool(this.#library.context, poolId));
  }

  #found(pool: Promise<UserPoolService>): Promise<UserPoolService> {
    return pool.catch((error: unknown) => {
      throw translated('', error);
    });
  }

  async #user(request: Request, username: string | undefined): Promise<User | null> {
    const pool = await this.#pool(request);
    return username ? pool.getUserByUsername(this.#library.context, username) : null;
  }

  async #hidesUsers({ ClientId }: Request): Promise<boolean> {
    if (ClientId === undefined) return false;
    const client = await this.#library.services.cognito.getAppClient(this.#library.context, ClientId);
    return client?.PreventUserExistenceErrors === 'ENABLED';
  }
}

const signInSchema = z.looseObject({
  ChallengeName: text.optional(),
  AuthenticationResult: z.looseObject({ AccessToken: text }).optional(),
});

/** Codes to set a new password with go to addresses that are known to be the user's. */
const checkRecovery = ({ Enabled, Attributes }: User): void => {
  if (!Enabled) throw notAuthorized('User is disabled.');
  if (Attributes.some(({ Name, Value }) => Name === 'email_verified' && Value === 'true')) return;
  throw new ServiceError(
    'InvalidParameterException',
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  );
};

const fakeDelivery = {
  CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'u***@e***' },
};

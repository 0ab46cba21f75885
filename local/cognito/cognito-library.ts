import { Router } from 'cognito-local/lib/server/Router.js';
import { DateClock } from 'cognito-local/lib/services/clock.js';
import { CognitoServiceFactoryImpl } from 'cognito-local/lib/services/cognitoService.js';
import type { Context } from 'cognito-local/lib/services/context.js';
import type { DataStoreFactory } from 'cognito-local/lib/services/dataStore/factory.js';
import type { Services } from 'cognito-local/lib/services/index.js';
import type { LogService } from 'cognito-local/lib/services/LogService.js';
import type { Messages } from 'cognito-local/lib/services/messages.js';
import { JwtTokenGenerator } from 'cognito-local/lib/services/tokenGenerator.js';
import { UserPoolServiceFactoryImpl } from 'cognito-local/lib/services/userPoolService.js';
import type { TokenSigning } from './token-signing.ts';

/**
 * The boundary to cognito-local 5.3.0: only this file and types name its inner modules, and a new version must be
 * checked against it. Its own server (which answers every web page), logger, storage and AWS SDK 2 are left out. Gaps
 * closed here:
 * - files are rewritten in place and tear in a crash: json-data-store.ts;
 * - passwords are kept in plain text: password-hasher.ts;
 * - codes never expire, and one mailed for a registration would reset a password: mailed-codes.ts;
 * - password policy, letter case, disabled users, unverified addresses, forged and expired tokens, challenges without
 *   their session, error names and what is missing: strict-requests.ts;
 * - tokens are signed with a key that lies in its package: token-signing.ts.
 * Not closed: SRP and custom authentication, Lambda triggers, hosted pages, access tokens of an ended session are still
 * taken, and standard attributes such as `name` are not in the id token.
 */
export interface CognitoLibrary {
  readonly services: Services;
  readonly context: Context;
  /** Runs an operation as the library does. */
  run(operation: string, request: object): Promise<object | undefined>;
}

/** A message that Cognito would have sent: a code, or the temporary password of an invited user. */
export interface SentCode {
  /** What made Cognito send it, such as SignUp or ForgotPassword. */
  readonly reason: Parameters<Messages['deliver']>[1];
  readonly username: string;
  readonly destination: string;
  readonly code: string;
}

/** Puts the library's parts together over our storage. `issuerOrigin` gives what stands before the pool's id in `iss`. */
export const createCognitoLibrary = async (options: {
  directory: string;
  dataStores: DataStoreFactory;
  issuerOrigin: () => string;
  oneTimeCode: () => string;
  signing: Pick<TokenSigning, 'resigning'>;
  onCode: (sent: SentCode) => void;
}): Promise<CognitoLibrary> => {
  const context: Context = { logger: silentLogger };
  const clock = new DateClock();
  const pools = new UserPoolServiceFactoryImpl(clock, options.dataStores);
  const cognito = await new CognitoServiceFactoryImpl(options.directory, options.dataStores, pools).create(context, {});
  const messages: Messages = {
    deliver: async (_context, reason, _clientId, _poolId, { Username: username }, code, _metadata, details) =>
      options.onCode({ reason, username, destination: details.Destination, code }),
  };
  const tokenConfig = {
    get IssuerDomain() {
      return options.issuerOrigin();
    },
  };
  const services: Services = {
    clock,
    cognito,
    config: libraryConfig(tokenConfig),
    triggers: noTriggers,
    messages,
    otp: options.oneTimeCode,
    tokenGenerator: options.signing.resigning(new JwtTokenGenerator(clock, noTriggers, tokenConfig)),
  };
  const router = Router(services);
  return { services, context, run: async (operation, request) => router(operation)(context, request) };
};

const silence = () => {};
const silentLogger: LogService = {
  child: () => silentLogger,
  debug: silence,
  error: silence,
  info: silence,
  warn: silence,
};

const unexpected = async (): Promise<never> => {
  throw new Error('The local platform runs no Cognito triggers, yet one was called.');
};

const noTriggers: Services['triggers'] = {
  enabled: () => false,
  customEmailSender: unexpected,
  customMessage: unexpected,
  postAuthentication: unexpected,
  postConfirmation: unexpected,
  preSignUp: unexpected,
  preTokenGeneration: unexpected,
  userMigration: unexpected,
};

const libraryConfig = (tokenConfig: { IssuerDomain: string }): Services['config'] => {
  const unused = { credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, region: 'local' };
  return {
    LambdaClient: unused,
    KMSConfig: unused,
    TriggerFunctions: {},
    UserPoolDefaults: {},
    TokenConfig: tokenConfig,
    ServerConfig: { hostname: '127.0.0.1', port: 0, development: false, https: false },
  };
};

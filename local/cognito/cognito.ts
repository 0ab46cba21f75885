import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startJsonProtocolServer } from '../stepfunctions/json-protocol-server.ts';
import { createCognitoLibrary, type SentCode } from './cognito-library.ts';
import { JsonDataStores } from './json-data-store.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { StrictRequests } from './strict-requests.ts';
import { openTokenSigning } from './token-signing.ts';

/** How the embedded Cognito runs. */
export interface CognitoOptions {
  /** Where pools and users lie; undefined keeps them until `stop`. */
  directory?: string | undefined;
  /** Part of every token's issuer: keep it the same between runs. 0 takes any free port. */
  port: number;
  /** Gets the codes that Cognito would send by mail or text message. */
  onCode?: (sent: SentCode) => void;
  /** Hears of faults that no caller is told about. */
  onError?: (error: unknown) => void;
}

/** The embedded Cognito, listening. Tokens of a pool are issued by `<endpoint>/<pool id>`. */
export interface RunningCognito {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** What a browser or app calls without AWS credentials. */
const publicOperations = new Set([
  'AssociateSoftwareToken',
  'ChangePassword',
  'ConfirmForgotPassword',
  'ConfirmSignUp',
  'DeleteUser',
  'DeleteUserAttributes',
  'ForgotPassword',
  'GetUser',
  'GetUserAttributeVerificationCode',
  'GlobalSignOut',
  'InitiateAuth',
  'ResendConfirmationCode',
  'RespondToAuthChallenge',
  'RevokeToken',
  'SetUserMFAPreference',
  'SignUp',
  'UpdateUserAttributes',
  'VerifySoftwareToken',
  'VerifyUserAttribute',
]);

/**
 * Starts Cognito user pools on cognito-local; cognito-library.ts tells what it lacks and where that is closed. Signing
 * keys are served at `/{poolId}/.well-known/jwks.json`. Throws CorruptStateError when the directory cannot be understood.
 */
export const startCognito = async (options: CognitoOptions): Promise<RunningCognito> => {
  const { port, onCode = () => {}, onError } = options;
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'astromedia-cognito-')));
  const dataStores = await JsonDataStores.open(directory);
  const hashPassword = await createPasswordHasher(directory);
  const signing = await openTokenSigning(directory);
  let endpoint = `http://127.0.0.1:${port}`;
  const library = await createCognitoLibrary({
    directory,
    dataStores,
    signing,
    issuerOrigin: () => endpoint,
    oneTimeCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    onCode: (sent) => onCode({ ...sent, code: requests.readableCode(sent.code) }),
  });
  const requests = new StrictRequests(library, hashPassword, signing);
  const server = await startJsonProtocolServer({
    port,
    maximumBodyBytes: 1024 * 1024,
    isPublic: (operation) => publicOperations.has(operation),
    document: (path) => (/^\/[\w-]+\/\.well-known\/jwks\.json$/.test(path) ? signing.jwks : undefined),
    answer: async (operation, input) => withTimestamps(await requests.answer(operation, input)),
    onError,
  });
  endpoint = server.endpoint;
  return {
    endpoint,
    stop: async () => {
      await server.close();
      await requests.settled();
      if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
};

/** The protocol writes dates as epoch seconds. */
const withTimestamps = (response: object | undefined): object => {
  const epochSeconds = function (this: Record<string, unknown>, key: string, value: unknown): unknown {
    const original = this[key];
    return original instanceof Date ? Math.floor(original.getTime() / 1000) : value;
  };
  return JSON.parse(JSON.stringify(response ?? {}, epochSeconds));
};

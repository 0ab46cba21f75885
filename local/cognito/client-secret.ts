import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CognitoLibrary } from './cognito-library.ts';
import type { Request } from './cognito-request.ts';
import { notAuthorized } from './refusals.ts';

/** What Cognito takes from an app client without a signature of AWS, or beside one: a client with a secret must prove that it knows it. */
const proven: ReadonlySet<string> = new Set([
  'AdminInitiateAuth',
  'AdminRespondToAuthChallenge',
  'ConfirmForgotPassword',
  'ConfirmSignUp',
  'ForgotPassword',
  'InitiateAuth',
  'ResendConfirmationCode',
  'RespondToAuthChallenge',
  'SignUp',
]);

/** Throws NotAuthorizedException when the client has a secret and the request does not prove to come from who knows it. */
export const checkClientSecret = async (
  { services, context }: CognitoLibrary,
  operation: string,
  request: Request,
): Promise<void> => {
  const { ClientId: id } = request;
  const secret = id === undefined ? undefined : (await services.cognito.getAppClient(context, id))?.ClientSecret;
  if (id === undefined || secret === undefined) return;
  if (operation === 'RevokeToken') {
    if (!isSame(request.ClientSecret, secret)) throw notAuthorized(`Unable to verify the secret of client ${id}`);
    return;
  }
  if (!proven.has(operation)) return;
  const { SecretHash, AuthParameters, ChallengeResponses } = request;
  const given = SecretHash ?? AuthParameters?.SECRET_HASH ?? ChallengeResponses?.SECRET_HASH;
  if (given === undefined)
    throw notAuthorized(`Client ${id} is configured with secret but SECRET_HASH was not received`);
  let name = request.Username ?? AuthParameters?.USERNAME ?? ChallengeResponses?.USERNAME;
  if (request.AuthFlow?.startsWith('REFRESH_TOKEN')) {
    // A refresh token names nobody itself: the proof is for the name of the user whose it is.
    const pool = await services.cognito.getUserPoolForClientId(context, id);
    name = (await pool.getUserByRefreshToken(context, AuthParameters?.REFRESH_TOKEN ?? ''))?.Username;
    if (name === undefined) return; // nobody's: refused as such, whatever proof comes with it
  }
  const expected = createHmac('sha256', secret).update(`${name}${id}`).digest('base64');
  if (!isSame(given, expected)) throw notAuthorized(`Unable to verify secret hash for client ${id}`);
};

const isSame = (given: string | undefined, expected: string): boolean => {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
};

import * as z from 'zod';
import { ServiceError } from '../stepfunctions/json-protocol-server.ts';
import type { HashPassword } from './password-hasher.ts';

const text = z.string();
const requestSchema = z.looseObject({
  UserPoolId: text.optional(),
  ClientId: text.optional(),
  ClientSecret: text.optional(),
  SecretHash: text.optional(),
  Username: text.optional(),
  Password: text.optional(),
  PreviousPassword: text.optional(),
  ProposedPassword: text.optional(),
  TemporaryPassword: text.optional(),
  AccessToken: text.optional(),
  Token: text.optional(),
  ConfirmationCode: text.optional(),
  AuthFlow: text.optional(),
  AuthParameters: z.record(text, text).optional(),
  ChallengeName: text.optional(),
  ChallengeResponses: z.record(text, text).optional(),
  Session: text.optional(),
  UserAttributes: z.array(z.looseObject({ Name: text, Value: text.optional() })).optional(),
});

/** The fields of Cognito's requests that the strict layer reads; the others pass through. */
export type Request = z.output<typeof requestSchema>;

/** Reads a request and lowers the case of names and addresses. Throws InvalidParameterException. */
export const parseRequest = (input: unknown): Request => {
  const request = requestSchema.safeParse(input);
  if (request.success) return lowerCased(request.data);
  const [issue] = request.error.issues;
  throw new ServiceError('InvalidParameterException', `${issue?.path.join('.')}: ${issue?.message}`);
};

/** E-mail addresses and user names are compared without regard to case, as in pools made since 2020. */
const lowerCased = (request: Request): Request => {
  const lower = (values: Record<string, string> | undefined) =>
    values?.USERNAME === undefined ? values : { ...values, USERNAME: values.USERNAME.toLowerCase() };
  return {
    ...request,
    ...(request.Username === undefined ? {} : { Username: request.Username.toLowerCase() }),
    ...(request.AuthParameters ? { AuthParameters: lower(request.AuthParameters) } : {}),
    ...(request.ChallengeResponses ? { ChallengeResponses: lower(request.ChallengeResponses) } : {}),
    ...(request.UserAttributes ? { UserAttributes: request.UserAttributes.map(lowerCasedEmail) } : {}),
  };
};

const lowerCasedEmail = <Attribute extends { Name: string; Value?: string | undefined }>(
  attribute: Attribute,
): Attribute =>
  attribute.Name === 'email' && attribute.Value !== undefined
    ? { ...attribute, Value: attribute.Value.toLowerCase() }
    : attribute;

/** The password that an operation would set, to be checked against the policy. */
export const newPassword = (operation: string, request: Request): string | undefined => {
  if (operation === 'ChangePassword') return request.ProposedPassword;
  if (operation === 'AdminCreateUser') return request.TemporaryPassword;
  if (operation.endsWith('RespondToAuthChallenge')) return request.ChallengeResponses?.NEW_PASSWORD;
  return request.Password;
};

/** The same request with every password replaced by the text that is stored and compared in its place. */
export const hashPasswords = async (request: Request, hashPassword: HashPassword): Promise<Request> => {
  const hashed: Request = { ...request };
  for (const field of ['Password', 'PreviousPassword', 'ProposedPassword', 'TemporaryPassword'] as const) {
    const password = request[field];
    if (password !== undefined) hashed[field] = await hashPassword(password);
  }
  const { AuthParameters, ChallengeResponses } = request;
  if (AuthParameters?.PASSWORD !== undefined) {
    const PASSWORD = await hashPassword(AuthParameters.PASSWORD);
    hashed.AuthParameters = { ...AuthParameters, PASSWORD };
  }
  if (ChallengeResponses?.NEW_PASSWORD !== undefined) {
    const NEW_PASSWORD = await hashPassword(ChallengeResponses.NEW_PASSWORD);
    hashed.ChallengeResponses = { ...ChallengeResponses, NEW_PASSWORD };
  }
  return hashed;
};

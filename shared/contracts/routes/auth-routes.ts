// Accounts and sessions. No answer of these routes says whether an e-mail has an account, but for the 409 of a registration that asks
// for no confirmation.
import * as z from 'zod';
import { userIdSchema, workspaceIdSchema } from '../identifiers.ts';
import { lineText } from '../text.ts';
import { type Route, successSchema } from './route.ts';

const emailSchema = z.email().max(254).toLowerCase();
/** At the ends Cognito takes no blanks, so that they are refused here: a password that it refused late could come after a code was used up. */
const newPasswordSchema = z
  .string()
  .min(8, 'must have at least 8 characters')
  .max(256)
  .regex(/^\S[^\r\n]*\S$/u, 'must be one line that neither begins nor ends with a blank')
  .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, 'must have characters that can be seen')
  .describe('At least 8 characters of any kind, and none of the commonest passwords');
const nameSchema = lineText(120);
/** One that is only compared: the rules it was made by may have been others. */
const knownPasswordSchema = z.string().min(1).max(256);
const codeSchema = z
  .string()
  .trim()
  .regex(/^\S{1,32}$/, 'must be the code of the mail')
  .describe('The code of the mail');
const refreshTokenIn = z
  .enum(['cookie', 'body'])
  .default('cookie')
  .describe(
    'Where the refresh token goes: a browser keeps it in a cookie that no script can read; a program asks for it in the body',
  );

export const sessionSchema = z.strictObject({
  token: z.string().describe('Access token: send it as Authorization: Bearer'),
  expiresInSeconds: z.int().min(1),
  user: z.strictObject({
    id: userIdSchema,
    email: z.email(),
    workspaceId: workspaceIdSchema,
    name: z.string().optional(),
  }),
  refreshToken: z.string().optional().describe('Only when asked for in the body, and only where a new one is made'),
});
export type SessionAnswer = z.infer<typeof sessionSchema>;

/** Where addresses must be confirmed, a registration is answered alike whether or not the e-mail had an account. */
const confirmationRequiredSchema = z.strictObject({ confirmationRequired: z.literal(true), email: z.email() });

export const authRoutes = {
  register: {
    method: 'POST',
    path: '/auth/register',
    access: 'public',
    lambda: 'auth',
    summary: 'Creates an account with its personal workspace and signs in, or asks for the code that was mailed',
    description:
      'Where e-mails must be confirmed, nothing but the e-mail is kept: password and name are checked here and set by `/auth/confirm`, so that nobody gains anything by registering the e-mail of somebody else. Every registration of an e-mail that waits for its confirmation mails another code.',
    body: z.strictObject({
      email: emailSchema,
      password: newPasswordSchema,
      name: nameSchema.optional(),
      refreshTokenIn,
    }),
    response: z.union([sessionSchema, confirmationRequiredSchema]),
    status: 201,
    rateLimit: 'registration',
    problems: ['validation-failed', 'already-registered'],
  },
  confirmEmail: {
    method: 'POST',
    path: '/auth/confirm',
    access: 'public',
    lambda: 'auth',
    summary: 'Confirms the e-mail of a registration by the code that was mailed and sets the password; then sign in',
    body: z.strictObject({
      email: emailSchema,
      code: codeSchema,
      password: newPasswordSchema,
      name: nameSchema.optional(),
    }),
    response: successSchema,
    status: 200,
    rateLimit: 'registration-code',
    problems: ['validation-failed', 'wrong-code'],
  },
  resendCode: {
    method: 'POST',
    path: '/auth/resend-code',
    access: 'public',
    lambda: 'auth',
    summary: 'Mails the code of a registration again, if there is one to confirm',
    body: z.strictObject({ email: emailSchema }),
    response: successSchema,
    status: 202,
    rateLimit: 'registration-mail',
    problems: ['validation-failed'],
  },
  login: {
    method: 'POST',
    path: '/auth/login',
    access: 'public',
    lambda: 'auth',
    summary: 'Signs in',
    body: z.strictObject({ email: emailSchema, password: knownPasswordSchema, refreshTokenIn }),
    response: sessionSchema,
    status: 200,
    rateLimit: 'sign-in',
    problems: ['validation-failed', 'wrong-credentials', 'not-confirmed'],
  },
  // No limit of its own: a refresh token cannot be guessed, and pages that come with an old one would use up the tries of everybody at their address.
  refreshSession: {
    method: 'POST',
    path: '/auth/refresh',
    access: 'public',
    lambda: 'auth',
    summary: 'Makes a new access token with the refresh token of the cookie or the body',
    body: z.strictObject({ refreshToken: z.string().min(1).max(4096).optional() }).default({}),
    response: sessionSchema,
    status: 200,
    problems: ['validation-failed', 'unauthenticated'],
  },
  logout: {
    method: 'POST',
    path: '/auth/logout',
    access: 'public',
    lambda: 'auth',
    summary: 'Ends the session, or all of its user: their refresh tokens work no more. Safe to repeat',
    body: z
      .strictObject({
        refreshToken: z.string().min(1).max(4096).optional(),
        everywhere: z.boolean().default(false).describe('Also on every other device; open sockets are closed'),
      })
      .default({ everywhere: false }),
    response: successSchema,
    status: 200,
    problems: ['validation-failed'],
  },
  forgotPassword: {
    method: 'POST',
    path: '/auth/forgot-password',
    access: 'public',
    lambda: 'auth',
    summary: 'Mails a code to set a new password with, if the e-mail has an account',
    body: z.strictObject({ email: emailSchema }),
    response: successSchema,
    status: 202,
    rateLimit: 'reset-mail',
    problems: ['validation-failed'],
  },
  resetPassword: {
    method: 'POST',
    path: '/auth/reset-password',
    access: 'public',
    lambda: 'auth',
    summary: 'Sets a new password by the code that was mailed, and ends every session; then sign in',
    body: z.strictObject({ email: emailSchema, code: codeSchema, password: newPasswordSchema }),
    response: successSchema,
    status: 200,
    rateLimit: 'reset-code',
    problems: ['validation-failed', 'wrong-code'],
  },
  changePassword: {
    method: 'POST',
    path: '/auth/change-password',
    access: 'user',
    permission: 'profile:write',
    lambda: 'auth',
    summary: 'Changes the password of whoever knows it, ends every other session and answers with a new one',
    body: z.strictObject({
      currentPassword: knownPasswordSchema,
      newPassword: newPasswordSchema,
      refreshTokenIn,
    }),
    response: sessionSchema,
    status: 200,
    rateLimit: 'own-password',
    problems: ['validation-failed', 'wrong-credentials'],
  },
} as const satisfies Record<string, Route>;

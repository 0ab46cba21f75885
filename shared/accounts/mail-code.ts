// Has a code mailed without saying whether anybody gets one.
import {
  CodeDeliveryFailureException,
  InvalidParameterException,
  LimitExceededException,
  NotAuthorizedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { logger } from '../runtime/logger.ts';
import { isOneOf } from './user-pool.ts';

/** Nobody of that e-mail, one who needs no code, a disabled one, one who had too many, or a mail that could not leave. */
const silent = [
  UserNotFoundException,
  InvalidParameterException,
  NotAuthorizedException,
  LimitExceededException,
  CodeDeliveryFailureException,
];

/** Does what mails a code. A refusal that only an e-mail with, or without, an account can meet is logged and not told. */
export async function mailCode(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!isOneOf(error, silent)) throw error;
    logger.warn('No code was mailed', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

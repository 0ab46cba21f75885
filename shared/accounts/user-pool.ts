// The user pool that the parts of the directory talk to, and how they tell its refusals apart.
import type {
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { AppClient } from './app-client.ts';

export interface Pool {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  readonly appClient: AppClient;
  /** A registration counts only once the mailed code has come back; otherwise it is confirmed at once. */
  readonly requiresConfirmation: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: only the class of the refusal matters, not what it is made of.
type Refusal = new (options: any) => CognitoIdentityProviderServiceException;

/** Whether an error is one of these refusals; whatever is none of them is a fault that must be seen. */
export const isOneOf = (error: unknown, refusals: readonly Refusal[]): boolean =>
  refusals.some((refusal) => error instanceof refusal);

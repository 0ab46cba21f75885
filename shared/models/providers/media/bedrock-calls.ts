// What every call to Amazon Bedrock has in common, with the credentials of whoever runs this.
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { type Billing, modelFailure } from '../../errors.ts';
import { failureOfAws } from '../failure-of-aws.ts';

export interface BedrockAccess {
  readonly client: () => Promise<BedrockRuntimeClient>;
}

export const waiting = (signal: AbortSignal | undefined, seconds: number) => {
  const timeout = AbortSignal.timeout(seconds * 1000);
  return { abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout };
};

export const tooLarge = (billing: Billing) =>
  modelFailure(
    'Amazon Bedrock answered with more than 50 MB: it was thrown away. Choose another model.',
    'bad-answer',
    {
      billing,
    },
  );

/** What AWS refuses becomes a failure of the model. */
export async function sent<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw failureOfAws(error);
  }
}

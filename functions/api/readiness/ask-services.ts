// One cheap question for each service whose client is only read here. Whether they answer is all that is asked.
import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { Environment } from '../../../shared/contracts/environment.ts';
import { createBucketClient } from '../../../shared/runtime/clients/bucket-client.ts';

export function askServices({ BUCKET_NAME, STATE_MACHINE_ARN }: Environment<'BUCKET_NAME' | 'STATE_MACHINE_ARN'>) {
  const bucket = createBucketClient();
  const sfn = new SFNClient({});
  return {
    bucket: async () => bucket.send(new HeadBucketCommand({ Bucket: BUCKET_NAME })),
    stateMachine: async () => sfn.send(new DescribeStateMachineCommand({ stateMachineArn: STATE_MACHINE_ARN })),
  };
}

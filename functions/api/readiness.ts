import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { readinessRoutes } from '../../shared/contracts/routes/readiness-routes.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { pingTable } from '../../shared/data/ping-table.ts';
import { createBucketClient } from '../../shared/runtime/clients/bucket-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { httpFunction } from '../kit/http-function.ts';
import { readReadiness } from './readiness/read-readiness.ts';

const environment = readEnvironment(lambdas.readiness.environment);
const table = openTable(environment);
const bucket = createBucketClient();
const sfn = new SFNClient({});

export const handler = httpFunction('readiness', readinessRoutes, {
  readiness: readReadiness({
    ask: {
      DynamoDB: () => pingTable(table),
      S3: () => bucket.send(new HeadBucketCommand({ Bucket: environment.BUCKET_NAME })),
      'Step Functions': () =>
        sfn.send(new DescribeStateMachineCommand({ stateMachineArn: environment.STATE_MACHINE_ARN })),
    },
    clock: () => new Date(),
  }),
});

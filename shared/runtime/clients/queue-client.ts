// The SQS client. The queue's URL names a host too, but where AWS is, is decided by the SDK's own variables alone.
import { SQSClient } from '@aws-sdk/client-sqs';

export const createQueueClient = (): SQSClient => new SQSClient({ useQueueUrlAsEndpoint: false });

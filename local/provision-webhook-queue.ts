// The queue of webhooks and its dead-letter queue, as infra/constructs/webhook-queue.ts makes them on AWS.
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import {
  webhookAttempts,
  webhookDeadLetterRetentionSeconds,
  webhookRetentionSeconds,
  webhookVisibilitySeconds,
} from '../shared/contracts/webhook-retries.ts';

export interface WebhookQueueAddress {
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly deadLetterQueueUrl: string;
}

/** Creates what is missing and brings the settings of what is there up to date. Safe to repeat. */
export async function provisionWebhookQueue(client: SQSClient): Promise<WebhookQueueAddress> {
  const deadLetters = await queueOf(client, 'astromedia-webhooks-failed', {
    MessageRetentionPeriod: String(webhookDeadLetterRetentionSeconds),
  });
  const queue = await queueOf(client, 'astromedia-webhooks', {
    VisibilityTimeout: String(webhookVisibilitySeconds),
    MessageRetentionPeriod: String(webhookRetentionSeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: webhookAttempts }),
  });
  return { queueUrl: queue.url, queueArn: queue.arn, deadLetterQueueUrl: deadLetters.url };
}

async function queueOf(client: SQSClient, name: string, settings: Record<string, string>) {
  const { QueueUrl: url } = await client.send(new CreateQueueCommand({ QueueName: name }));
  await client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: settings }));
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }),
  );
  const arn = Attributes?.QueueArn;
  if (!url || !arn) throw new Error(`The embedded SQS gave the queue ${name} no address`);
  return { url, arn };
}

// Events on their way to webhooks. The worker hides a message that must be tried again; after the last attempt SQS moves it aside.
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  webhookAttempts,
  webhookDeadLetterRetentionSeconds,
  webhookRetentionSeconds,
  webhookVisibilitySeconds,
} from '../../shared/contracts/webhook-retries.ts';
import type { Settings } from '../settings.ts';
import type { ServiceFunction } from './service-function.ts';

/** Most workers at once: slow receivers of one tenant must not take the account's functions away from everything else. */
const mostWorkers = 20;

const common = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.DESTROY,
};

export class WebhookQueue extends Construct {
  private readonly queue: Queue;
  private readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, settings: Pick<Settings, 'stage'>) {
    super(scope, id);
    // Named, because the dead letters must say whose they take before that queue is there.
    const queueName = `astromedia-${settings.stage}-webhook-events`;
    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...common,
      retentionPeriod: Duration.seconds(webhookDeadLetterRetentionSeconds),
      redriveAllowPolicy: {
        redrivePermission: RedrivePermission.BY_QUEUE,
        sourceQueues: [
          Queue.fromQueueArn(this, 'Source', Stack.of(this).formatArn({ service: 'sqs', resource: queueName })),
        ],
      },
    });
    this.queue = new Queue(this, 'Queue', {
      queueName,
      ...common,
      visibilityTimeout: Duration.seconds(webhookVisibilitySeconds),
      retentionPeriod: Duration.seconds(webhookRetentionSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: webhookAttempts },
    });
  }

  /** Lets the function put messages in, and tells it the queue. */
  grantSend(service: ServiceFunction): void {
    this.allow(service, 'sqs:SendMessage');
  }

  /** Hands the queue's messages to the function, which may also say when one is to come again. */
  deliverTo(service: ServiceFunction): void {
    this.allow(
      service,
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ChangeMessageVisibility',
    );
    const mapping = new CfnEventSourceMapping(this, 'Deliveries', {
      eventSourceArn: this.queue.queueArn,
      functionName: service.functionName,
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      scalingConfig: { maximumConcurrency: mostWorkers },
    });
    // The mapping is refused until the role may receive.
    mapping.node.addDependency(service.executionRole);
  }

  /** How many messages lie aside: each one is an event that its receiver never took. */
  metricFailed() {
    return this.deadLetters.metricApproximateNumberOfMessagesVisible();
  }

  private allow(service: ServiceFunction, ...actions: string[]): void {
    service.provide({ WEBHOOK_QUEUE_URL: this.queue.queueUrl });
    service.addToRolePolicy(new PolicyStatement({ actions, resources: [this.queue.queueArn] }));
  }
}

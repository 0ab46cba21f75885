import { describe, expect, it } from 'vitest';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { webhookAttempts, webhookRetrySeconds } from '../../shared/contracts/webhook-retries.ts';
import { synthesise } from './synthesise.ts';
import { functionOf, lambdaAt, resourcesOf } from './template-reading.ts';

const { app } = synthesise();
const queues = resourcesOf(app, 'AWS::SQS::Queue');
const queueNamed = (name: string) => queues.find(({ logicalId }) => logicalId.startsWith(`WebhookEvents${name}`));

describe('the queue of webhooks', () => {
  const { Properties: queue } = queueNamed('Queue') ?? {};
  const { Properties: deadLetters, logicalId: deadLettersId } = queueNamed('DeadLetters') ?? {};

  it('and its dead-letter queue are all there are, encrypted and closed to what is not TLS', () => {
    expect(queues).toHaveLength(2);
    for (const { Properties } of queues) expect(Properties.SqsManagedSseEnabled).toBe(true);
    const policies = resourcesOf(app, 'AWS::SQS::QueuePolicy');
    expect(policies).toHaveLength(2);
    for (const { Properties } of policies)
      expect(Properties.PolicyDocument.Statement).toEqual([
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]);
  });

  it('hides a message long enough for its worker, and keeps it longer than all attempts take', () => {
    expect(queue?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * lambdas['deliver-webhook'].timeoutSeconds);
    const allPauses = webhookRetrySeconds.reduce((sum, seconds) => sum + seconds, 0);
    expect(queue?.MessageRetentionPeriod).toBeGreaterThan(2 * allPauses);
    expect(deadLetters?.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });

  it('moves a message aside after the last attempt', () => {
    expect(queue?.RedrivePolicy).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [deadLettersId, 'Arn'] },
      maxReceiveCount: webhookAttempts,
    });
  });

  it('takes dead letters from this queue and no other', () => {
    const { redrivePermission, sourceQueueArns } = deadLetters?.RedriveAllowPolicy ?? {};

    expect(redrivePermission).toBe('byQueue');
    expect(queue?.QueueName).toBe('astromedia-dev-webhook-events');
    expect(sourceQueueArns).toEqual([{ 'Fn::Join': ['', expect.arrayContaining([`:astromedia-dev-webhook-events`])] }]);
  });

  it('hands up to ten messages to the worker, which reports each on its own, on a bounded number of workers', () => {
    const [mapping, ...others] = resourcesOf(app, 'AWS::Lambda::EventSourceMapping');
    expect(others).toEqual([]);
    expect(lambdaAt(app, mapping?.Properties.FunctionName)).toBe('deliver-webhook');
    expect(mapping?.Properties).toMatchObject({
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 20 },
    });
  });

  it('sends to public addresses only', () => {
    for (const name of ['webhooks', 'deliver-webhook'] as const)
      expect(functionOf(app, name).Properties.Environment.Variables.WEBHOOK_TARGETS).toBe('public');
  });

  it('sends to receivers on the same machine too where it lies in an emulator', () => {
    const { app: emulated } = synthesise({ context: { local: '1' } });
    for (const name of ['webhooks', 'deliver-webhook'] as const)
      expect(functionOf(emulated, name).Properties.Environment.Variables.WEBHOOK_TARGETS).toBe('public-and-loopback');
  });
});

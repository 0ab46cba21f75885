import { createHmac } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  type DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it, vi } from 'vitest';
import { createAppClient } from './app-client.ts';

const environment = { USER_POOL_ID: 'pool', USER_POOL_CLIENT_ID: 'client' };
const described = { UserPoolClient: { ClientSecret: 'open sesame' } };
const prepare = (...answers: (() => Promise<object>)[]) => {
  const send = vi.fn<(command: DescribeUserPoolClientCommand) => Promise<object>>();
  for (const answer of answers) send.mockImplementationOnce(answer);
  return {
    send,
    appClient: createAppClient(Object.assign(new CognitoIdentityProviderClient({}), { send }), environment),
  };
};

describe('the app client', () => {
  it('proves by its secret, as Cognito computes it, and asks for the secret once', async () => {
    const { send, appClient } = prepare(async () => described);
    const expected = createHmac('sha256', 'open sesame').update('ann@example.comclient').digest('base64');

    const proofs = await Promise.all([appClient.proofFor('ann@example.com'), appClient.proofFor('ann@example.com')]);

    expect(proofs).toEqual(Array.from({ length: 2 }, () => ({ ClientId: 'client', SecretHash: expected })));
    expect(send.mock.calls.map(([command]) => command.input)).toEqual([{ UserPoolId: 'pool', ClientId: 'client' }]);
  });

  it('asks again after an outage', async () => {
    const outage = new Error('Cognito is down');
    const { appClient } = prepare(
      () => Promise.reject(outage),
      async () => described,
    );

    await expect(appClient.secret()).rejects.toBe(outage);
    expect(await appClient.secret()).toBe('open sesame');
  });

  it('does not go on without a secret: everybody could use such a client', async () => {
    const { appClient } = prepare(async () => ({ UserPoolClient: {} }));
    await expect(appClient.proofFor('ann@example.com')).rejects.toThrow();
  });
});

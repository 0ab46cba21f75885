// What the embedded platform takes for granted must be what the stacks say. Most of it both read from shared/contracts; the rest stands here.
import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import { prepareDefinition, readCampaignDefinition } from '../../local/stepfunctions/definition.ts';
import { playbookLambdaNames } from '../../shared/contracts/lambdas.ts';
import { accountRules, tableShape } from '../../shared/contracts/resources.ts';
import { runnableDefinitionSchema } from './runnable-definition.ts';
import { synthesise, withSetting } from './synthesise.ts';
import { resourcesOf } from './template-reading.ts';

const { data } = synthesise();
const propertiesOf = (type: string, template = data) => resourcesOf(template, type)[0]?.Properties;

describe('the embedded platform', () => {
  it('has the table of the stack: two keys of text, an expiry, no index and no stream', () => {
    const { partitionKey, sortKey, expiryAttribute } = tableShape;
    const properties = propertiesOf('AWS::DynamoDB::Table');
    expect(properties).toMatchObject({
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
    });
    for (const unknown of ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes', 'StreamSpecification'])
      expect(properties).not.toHaveProperty(unknown);
  });

  it('has the user pool of the stack: e-mails in any case, passwords by their length alone, codes for verified addresses', () => {
    expect(propertiesOf('AWS::Cognito::UserPool')).toMatchObject({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      Policies: {
        PasswordPolicy: {
          MinimumLength: accountRules.shortestPassword,
          RequireLowercase: false,
          RequireUppercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
        },
      },
    });
  });

  it('mails a code at registration where a stage asks for it, as when it is started so', () => {
    const { data: confirming } = synthesise({ context: withSetting('requireEmailConfirmation', true) });
    expect(propertiesOf('AWS::Cognito::UserPool', confirming)?.AutoVerifiedAttributes).toEqual(['email']);
    expect(propertiesOf('AWS::Cognito::UserPool')?.AutoVerifiedAttributes ?? []).toEqual([]);
  });

  it('has the app client of the stack: two flows, a secret, life of tokens, revocation, and silence about who exists', () => {
    const properties = propertiesOf('AWS::Cognito::UserPoolClient');
    expect(resourcesOf(data, 'AWS::Cognito::UserPoolClient')).toHaveLength(1);
    expect(properties).toMatchObject({
      GenerateSecret: true,
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AccessTokenValidity: accountRules.accessTokenHours * 60,
      RefreshTokenValidity: accountRules.refreshTokenDays * 24 * 60,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
    });
    expect(properties?.ExplicitAuthFlows.toSorted()).toEqual(['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_PASSWORD_AUTH']);
  });

  it('runs the state machine of the stack, which is one that its language allows', async () => {
    const definition = await readCampaignDefinition();
    expect(definition).not.toContain('${');
    expect(() => new StateMachine(JSON.parse(definition))).not.toThrow();
    expect(prepareDefinition(definition).tasks).toHaveLength(playbookLambdaNames.length);
    expect(() => runnableDefinitionSchema.parse(JSON.parse(definition))).not.toThrow();
  });

  const task = { Type: 'Task', End: true, TimeoutSeconds: 5, Resource: 'arn:aws:states:::lambda:invoke' };
  const sound = { ...task, Parameters: { FunctionName: 'one' } };
  it.each([
    ['JSONata', { StartAt: 'One', QueryLanguage: 'JSONata', States: { One: sound } }, 'QueryLanguage'],
    [
      'another service',
      { StartAt: 'One', States: { One: { ...sound, Resource: 'arn:aws:states:::sqs' } } },
      'Resource',
    ],
    ['a state of another kind', { StartAt: 'Both', States: { Both: { Type: 'Parallel', End: true } } }, 'Both'],
    ['a heartbeat', { StartAt: 'One', States: { One: { ...sound, HeartbeatSeconds: 5 } } }, 'HeartbeatSeconds'],
  ])('would not run a state machine with %s', (_what, definition, place) => {
    expect(() => runnableDefinitionSchema.parse(definition)).toThrow(place);
  });
});

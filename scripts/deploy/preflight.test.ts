import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkBeforeDeploy } from './preflight.ts';
import type { Stage } from './stages.ts';
import { type FakeAws, startFakeAws } from './testing/fake-aws.ts';

const stages: Stage[] = [
  { name: 'dev', keepData: false, reservedConcurrency: 0 },
  { name: 'prod', keepData: true, reservedConcurrency: 550 },
  { name: 'paris', keepData: true, reservedConcurrency: 550, account: '111122223333', region: 'eu-west-3' },
];
let aws: FakeAws;

beforeEach(async () => {
  aws = await startFakeAws();
  const environment = {
    AWS_ENDPOINT_URL: undefined,
    AWS_ENDPOINT_URL_STS: aws.url,
    AWS_ENDPOINT_URL_CLOUDFORMATION: aws.url,
    AWS_ENDPOINT_URL_LAMBDA: aws.url,
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: undefined,
    // Neither this machine's own configuration nor a metadata service may answer for a missing variable.
    AWS_CONFIG_FILE: '/nowhere/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

const check = (request: Parameters<typeof checkBeforeDeploy>[0]) => checkBeforeDeploy(request, stages);

describe('the preflight of a deployment', () => {
  it('says where the deployment goes, and as whom, when all is ready', async () => {
    expect(await check({ stage: 'dev' })).toEqual({
      faults: [],
      account: '111122223333',
      region: 'eu-west-1',
      caller: 'arn:aws:iam::111122223333:user/ada',
    });
  });

  it('takes the region that was asked for before that of the stage and that of the environment', async () => {
    expect(await check({ stage: 'dev', region: 'ca-central-1' })).toMatchObject({ region: 'ca-central-1' });
    expect(await check({ stage: 'paris' })).toMatchObject({ region: 'eu-west-3' });
  });

  it('asks AWS to look and never to change anything', async () => {
    await check({ stage: 'dev' });

    await check({ stage: 'paris' });

    expect(aws.actions).toEqual([
      ...['GetCallerIdentity', 'DescribeStacks'],
      ...['GetCallerIdentity', 'DescribeStacks', 'GetAccountSettings'],
    ]);
  });

  it.each([
    [
      'an unknown stage',
      () => {},
      { stage: 'staging' },
      /^Stage: cdk\.json knows no stage "staging"\. Choose one of dev, prod, paris/,
    ],
    ['no region', () => vi.stubEnv('AWS_REGION', undefined), { stage: 'dev' }, /^Region: none is set\. Pass --region/],
    ['another region than the stage belongs in', () => {}, { stage: 'paris', region: 'us-east-1' }, /^Region: paris/],
    [
      'no credentials',
      () => vi.stubEnv('AWS_ACCESS_KEY_ID', undefined),
      { stage: 'dev' },
      /^Credentials: none were found.*aws sso login/s,
    ],
    [
      'credentials that AWS does not know',
      () => {
        aws.refusal = 'InvalidClientTokenId';
      },
      { stage: 'dev' },
      /^Credentials: AWS refuses them/,
    ],
    [
      'credentials that have expired',
      () => {
        aws.refusal = 'ExpiredToken';
      },
      { stage: 'dev' },
      /^Credentials: they have expired/,
    ],
    [
      'credentials of another account than was asked for',
      () => {},
      { stage: 'dev', account: '999999999999' },
      /^Account: these credentials are of 111122223333, but dev belongs in 999999999999/,
    ],
    [
      'credentials of another account than the stage belongs in',
      () => {
        aws.account = '222222222222';
      },
      { stage: 'paris' },
      /^Account: these credentials are of 222222222222, but paris belongs in 111122223333/,
    ],
    [
      'an account that contradicts the configured one',
      () => {},
      { stage: 'paris', account: '222222222222' },
      /^Account: --account says 222222222222/,
    ],
    ['a stage that keeps data and names no account', () => {}, { stage: 'prod' }, /^Account: prod keeps its data/],
    [
      'an account without bootstrap',
      () => {
        aws.toolkit = undefined;
      },
      { stage: 'dev' },
      /^Bootstrap: .* run npx cdk bootstrap aws:\/\/111122223333\/eu-west-1\.$/,
    ],
    [
      'a bootstrap that is too old',
      () => {
        aws.toolkit = { status: 'UPDATE_COMPLETE', version: '5' };
      },
      { stage: 'dev' },
      /^Bootstrap: version 5 is too old, 6 is needed/,
    ],
    [
      'a new account, which has ten executions and may reserve none',
      () => {
        aws.concurrentExecutions = 10;
      },
      { stage: 'paris' },
      /^Concurrency: paris reserves 550 executions .* the account has 10 in eu-west-3\. Ask for 650 in Service Quotas/,
    ],
    [
      'a bootstrap that failed',
      () => {
        aws.toolkit = { status: 'ROLLBACK_COMPLETE', version: '29' };
      },
      { stage: 'dev' },
      /^Bootstrap: the stack CDKToolkit in eu-west-1 is ROLLBACK_COMPLETE/,
    ],
  ])('refuses %s and says what to do', async (_what, arrange, request, fault) => {
    arrange();

    const { faults } = await check(request);

    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it('does not take an emulator for AWS, and asks it nothing', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url);

    const { faults } = await check({ stage: 'dev' });

    expect(faults).toEqual([expect.stringMatching(/^Endpoint: .*npm run deploy:local/)]);
    expect(aws.actions).toEqual([]);
  });

  it('names every fault at once', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);

    const { faults } = await check({ stage: 'paris', region: 'us-east-1', account: '222222222222' });

    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['Region', 'Credentials', 'Account']);
  });
});

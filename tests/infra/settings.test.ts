import { RootConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../infra/settings.ts';
import { withSetting } from './synthesise.ts';

function read(context: Record<string, unknown>) {
  const { node } = new RootConstruct();
  const given = { stage: 'dev', ...withSetting('keepData', false), ...context };
  for (const [name, value] of Object.entries(given)) node.setContext(name, value);
  return readSettings(node);
}

const certificate = (region: string) => `arn:aws:acm:${region}:000000000000:certificate/sample`;

describe('settings', () => {
  it('are those of the chosen stage', () => {
    expect(read({ stage: 'dev' })).toMatchObject({ stage: 'dev', keepData: false });
    expect(read({ stage: 'prod' })).toMatchObject({ stage: 'prod', keepData: true, allowedOrigins: [] });
  });

  it.each([
    { setting: 'keepData', value: 'yes', problem: 'must be true or false' },
    { setting: 'keepData', value: undefined, problem: 'is missing' },
    { setting: 'logRetentionDays', value: 8, problem: 'must be one of 1, 3, 5, 7' },
    { setting: 'requestsPerSecond', value: 0, problem: 'must be at least 1' },
    { setting: 'requestBurst', value: 1.5, problem: 'must be a whole number' },
    { setting: 'edgeLogs', value: 'yes', problem: 'must be true or false' },
    {
      setting: 'webAclArn',
      value: 'arn:aws:wafv2:eu-west-3:1',
      problem: 'must be a global web ACL of WAF in us-east-1',
    },
    { setting: 'requireEmailConfirmation', value: 'true', problem: 'must be true or false' },
    { setting: 'registrationsPerDay', value: 0, problem: 'must be at least 1' },
    { setting: 'edgeLocations', value: 'Europe', problem: 'must be one of PRICE_CLASS_100' },
    { setting: 'allowedOrigins', value: 'http://localhost:5173', problem: 'must be a list of texts' },
  ])('refuse $setting = $value, naming the setting, the problem and the place', ({ setting, value, problem }) => {
    const act = () => read(withSetting(setting, value));

    expect(act).toThrow(`context.stages.dev.${setting}: `);
    expect(act).toThrow(problem);
    expect(act).toThrow('set it in cdk.json');
  });

  it('refuse an origin with a path, and say which one', () => {
    const act = () => read(withSetting('allowedOrigins', ['https://app.example.com', 'https://app.example.com/admin']));

    expect(act).toThrow('context.stages.dev.allowedOrigins.1: must be an origin without a path');
  });

  it.each([
    { name: 'https://app.example.com', certificateArn: certificate('us-east-1'), wrong: 'name' },
    { name: 'app.example.com', certificateArn: certificate('eu-west-3'), wrong: 'certificateArn' },
  ])('refuse the web domain $name with $certificateArn', ({ wrong, ...webDomain }) => {
    expect(() => read(withSetting('webDomain', webDomain))).toThrow(`context.stages.dev.webDomain.${wrong}: `);
  });

  it('refuse a setting nobody knows', () => {
    expect(() => read(withSetting('logRetentionHours', 7))).toThrow('must not have logRetentionHours');
  });

  it('refuse a stage that cdk.json does not describe', () => {
    expect(() => read({ stage: 'staging' })).toThrow('context.stages.staging: is missing; set it in cdk.json');
  });

  it.each([undefined, 'Prod', 'a-b'])('refuse %s as the name of a stage', (stage) => {
    expect(() => read({ stage })).toThrow(/^Cannot synthesise:\nstage: .*; pass -c stage=dev$/);
  });

  it('refuse production without keeping its data', () => {
    const act = () => read({ stage: 'prod', ...withSetting('keepData', false, 'prod') });

    expect(act).toThrow('context.stages.prod.keepData: must be true');
  });

  it.each([
    ['reservedConcurrency', { agents: 0, generation: 1 }, 'reservedConcurrency.agents: must be at least'],
    ['reservedConcurrency', { agents: 1 }, 'reservedConcurrency.generation: is missing'],
    ['mailSender', { address: 'codes', verifiedDomain: 'example.com', region: 'eu-west-1' }, 'mailSender.address'],
    ['monthlyBudget', { usd: 20, notify: [] }, 'monthlyBudget.notify'],
  ])('refuse %s = %j', (setting, value, problem) => {
    expect(() => read(withSetting(setting, value))).toThrow(`context.stages.dev.${problem}`);
  });

  it('refuse production that lets anybody register any address', () => {
    const act = () => read({ stage: 'prod', ...withSetting('requireEmailConfirmation', false, 'prod') });

    expect(act).toThrow('context.stages.prod.requireEmailConfirmation: must be true');
  });

  it('point at an emulator only when asked for one', () => {
    expect(read({})).not.toHaveProperty('emulatorUrl');
    expect(read({ local: '1' }).emulatorUrl).toMatch(/^http:/);
  });
});

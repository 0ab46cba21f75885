import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentNames, environmentSchemas } from '../shared/contracts/environment.ts';
import '../shared/contracts/issue-sentences.ts';
import { lambdaNames, lambdas } from '../shared/contracts/lambdas.ts';
import { providerSettingNames, providerSettingSchemas } from '../shared/contracts/provider-settings.ts';
import { readEnvironment } from '../shared/runtime/read-environment.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

describe('the environment', () => {
  it('is listed in .env.example, each variable under its description', () => {
    expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(environmentNames);
    for (const name of environmentNames)
      expect(example).toContain(`# ${environmentSchemas[name]().description}\n${name}=`);
  });

  it('stands apart there from the settings of model providers, each under its description and not set', () => {
    expect([...example.matchAll(/^# ([A-Z0-9_]+)=$/gm)].map(([, name]) => name)).toEqual(providerSettingNames);
    for (const name of providerSettingNames)
      expect(example).toContain(`# ${providerSettingSchemas[name].description}\n# ${name}=\n`);
  });

  it('gives every variable to at least one function', () => {
    const used = new Set(lambdaNames.flatMap((name) => lambdas[name].environment as readonly string[]));
    expect([...used].sort()).toEqual([...environmentNames].sort());
  });

  it('stops a function with the names of all bad variables, what is wrong and where they are set', () => {
    const read = () =>
      readEnvironment(['TABLE_NAME', 'LIVE_ENDPOINT', 'BUCKET_NAME'], {
        LIVE_ENDPOINT: 'nowhere',
        BUCKET_NAME: 'assets',
      });
    expect(read).toThrow(/TABLE_NAME \(DynamoDB table\): is not set/);
    expect(read).toThrow(/LIVE_ENDPOINT .*: is wrong: must be an address/);
    expect(read).toThrow(/infra\/ sets these/);
    expect(read).not.toThrow(/BUCKET_NAME/);
  });
});

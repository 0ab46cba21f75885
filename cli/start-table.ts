import { resolve } from 'node:path';
import type { Demo } from './demo.ts';
import type { Platform } from './platform-process.ts';

const labels: Readonly<Record<string, string>> = {
  dynamodb: 'DynamoDB',
  s3: 'S3',
  services: 'Other services',
  mail: 'Mail',
  models: 'Models',
};

/** What runs where, and how to stop it and start afresh. */
export const startTable = (
  platform: Platform,
  facts: Readonly<Record<string, string>>,
  directory: string,
  demo?: Pick<Demo, 'account' | 'note'>,
): string => {
  const rows: [string, string][] = [
    ...(platform.uiUrl ? [['Web application', platform.uiUrl] satisfies [string, string]] : []),
    ...demoRow(demo),
    ['API', platform.apiUrl],
    ['Live socket', platform.liveUrl],
    ...endpoints(facts),
    ['State', resolve(directory)],
    ['Log', platform.logFile],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    '',
    'AstroMedia runs on this machine:',
    '',
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    '',
    ...(platform.resumedCampaigns > 0 ? [`Unfinished campaigns that go on: ${platform.resumedCampaigns}`] : []),
    ...(demo?.note ? [demo.note] : []),
    'Stop with Ctrl-C. To start afresh, stop it and delete the state directory.',
    '',
  ].join('\n');
};

const demoRow = (demo: Pick<Demo, 'account'> | undefined): [string, string][] =>
  demo ? [['Demo account', `${demo.account.email}, password ${demo.account.password}`]] : [];

/** Whatever else the platform published, such as dynamodbUrl, in its own order. */
const endpoints = (facts: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(facts)
    .filter(([name]) => !['apiUrl', 'liveUrl', 'uiUrl'].includes(name))
    .map(([name, value]) => {
      const service = name.replace(/(Url|Endpoint)$/, '');
      return [labels[service.toLowerCase()] ?? service, value];
    });

import { describe, expect, it } from 'vitest';
import { startTable } from './start-table.ts';

const platform = {
  apiUrl: 'http://127.0.0.1:8000',
  liveUrl: 'ws://127.0.0.1:8000/live',
  notices: [],
  resumedCampaigns: 0,
  isNew: true,
  isOwn: true,
  logFile: '/state/logs/platform.log',
  ended: new Promise<string>(() => {}),
  offerDemo: () => {},
  stop: async () => {},
};

describe('the table of npm start', () => {
  it('names every address that the platform published, in columns', () => {
    const facts = {
      apiUrl: 'http://127.0.0.1:8000',
      dynamoDbUrl: 'http://127.0.0.1:5',
      servicesUrl: 'http://127.0.0.1:6',
      mail: '/state/mail',
    };

    const table = startTable(platform, facts, '/state');

    expect(table).toMatch(/^ {2}API {13}http:\/\/127\.0\.0\.1:8000$/m);
    expect(table).toMatch(/^ {2}DynamoDB {8}http:\/\/127\.0\.0\.1:5$/m);
    expect(table).toMatch(/^ {2}Other services {2}http:\/\/127\.0\.0\.1:6$/m);
    expect(table).toMatch(/^ {2}Mail {12}\/state\/mail$/m);
    expect(table.match(/127\.0\.0\.1:8000$/gm)).toHaveLength(1);
    expect(table).toContain('Stop with Ctrl-C');
  });

  it('names the demo account, and says what becomes of its campaigns', () => {
    const account = { email: 'demo@astromedia.example', password: 'demo-0123456789' };

    const table = startTable(platform, {}, '/state', { account, note: 'Two campaigns are on their way.' });

    expect(table).toMatch(/^ {2}Demo account {2}demo@astromedia\.example, password demo-0123456789$/m);
    expect(table).toContain('\nTwo campaigns are on their way.\n');
    expect(startTable(platform, {}, '/state')).not.toContain('Demo');
  });

  it('says that unfinished campaigns go on', () => {
    expect(startTable({ ...platform, notices: [], resumedCampaigns: 3 }, {}, '/state')).toContain(
      'Unfinished campaigns that go on: 3',
    );
  });
});

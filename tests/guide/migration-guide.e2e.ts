// The commands of version 2's migration guide (its sections "Vérification" and "Integration E2E") against `npm start`, as typed.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { npmStart, type Started } from './start-platform.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);

/** Runs a command line in the shell, in the root of the project; `$TOKEN` is what the person copied. */
const typed = async (command: string, token = ''): Promise<string> => {
  const { stdout } = await execute('bash', ['-c', command], {
    cwd: projectRoot,
    env: { ...process.env, TOKEN: token },
  });
  return stdout;
};
const json = async (command: string, token?: string) => JSON.parse(await typed(command, token));

let started: Started;
beforeAll(async () => {
  started = await npmStart();
});
afterAll(() => started.stop());

const register = (password: string) => `curl -X POST http://localhost:8000/api/v1/auth/register \
  -H "Content-Type: application/json" \
  -d '{"email":"test@example.com","password":"${password}"}'`;

let token: string;

describe('the verification', () => {
  it('finds the API healthy', async () => {
    expect(await json('curl http://localhost:8000/api/v1/health')).toMatchObject({ status: 'ok' });
  });

  it('registers test@example.com with password123, and is given a token and the user', async () => {
    const answer = await json(register('password123'));
    expect(answer.user.email).toBe('test@example.com');
    token = answer.token;
    expect(token.split('.')).toHaveLength(3);
  });

  it('reads the metrics by the names that the dashboards ask for', async () => {
    const text = await typed('curl http://localhost:8000/metrics');
    expect(text).toMatch(/^astromedia_http_requests_total\{.*route="POST \/api\/v1\/auth\/register".*\} 1$/m);
    expect(text).toMatch(/^astromedia_http_request_duration_seconds_bucket\{le="0\.1",route="POST /m);
    expect(text).toContain('# TYPE astromedia_llm_cost_usd_total counter');
  });
});

describe('the integration test', () => {
  it('cannot register the same address with another password; the one who registered it signs in', async () => {
    expect(await json(register('Test123456'))).toMatchObject({ status: 409, code: 'already-registered' });
    const login = register('password123').replace('/register', '/login');
    expect((await json(login)).user.email).toBe('test@example.com');
  });

  it('creates a campaign from test-campaign.json, which runs by itself to the end', async () => {
    const campaign = await json(
      `curl -X POST http://localhost:8000/api/v1/campaigns \
  -H "Authorization: Bearer $TOKEN" \
  -H "Content-Type: application/json" \
  -d @test-campaign.json`,
      token,
    );
    expect(campaign).toMatchObject({ status: 'RUNNING', phaseCount: 11 });
    const read = `curl -s http://localhost:8000/api/v1/campaigns/${campaign.id} -H "Authorization: Bearer $TOKEN"`;
    await expect
      .poll(async () => (await json(read, token)).status, { timeout: 50_000, interval: 250 })
      .toBe('COMPLETED');
  });

  it('opens the application on port 5173', async () => {
    expect(started.table).toContain('http://localhost:5173');
    expect(await typed('curl http://localhost:5173')).toContain('<title>AstroMedia</title>');
    expect(await typed('curl http://localhost:5173/settings.json')).toContain('http://localhost:8000');
  });
});

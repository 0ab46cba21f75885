// What the functions print while campaigns run beside each other: who reads the log must find a request, a campaign and a phase by their ids,
// and nothing that people and providers keep to themselves.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApiClient } from '../../shared/client/api-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import { metricNames } from '../../shared/contracts/metrics.ts';
import { partnerPrefix } from '../../shared/contracts/routes.ts';
import { briefOf, follow } from '../support/campaign-driver.ts';
import { paidModels, sampleText, sampleVisual } from '../support/fake-models.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { sendRaw } from '../support/raw-requests.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';

// Before the logger is made, which reads its level then. What is printed is kept, and shown nobody.
const { printed, stop } = vi.hoisted(() => {
  const { POWERTOOLS_LOG_LEVEL, POWERTOOLS_METRICS_DISABLED } = process.env;
  Object.assign(process.env, { POWERTOOLS_LOG_LEVEL: 'DEBUG', POWERTOOLS_METRICS_DISABLED: 'false' });
  const [out, error] = [process.stdout.write, process.stderr.write];
  const printed: string[] = [];
  const keep = (chunk: Uint8Array | string) => printed.push(String(chunk)) > 0;
  process.stdout.write = keep;
  process.stderr.write = keep;
  return {
    printed,
    stop() {
      Object.assign(process.env, { POWERTOOLS_LOG_LEVEL, POWERTOOLS_METRICS_DISABLED });
      process.stdout.write = out;
      process.stderr.write = error;
    },
  };
});
afterAll(stop);

/** Each stands in one place of what people and models send, and may stand in no line. */
const said = {
  password: 'a-password-of-9-lions',
  email: 'reader.of.logs@example.com',
  brief: 'Teal herons over the quarry',
  feedback: 'Say it like a lighthouse keeper',
  prompt: 'Prompt about paper lanterns',
  answer: 'Answer about brass kettles',
};

const free = { worstCaseMicroUsd: 0, costMicroUsd: 0 };
const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({
    directory,
    models: paidModels(free, () => ({ text: async () => ({ answer: said.answer }) })),
    agents: simulatedAgents(async ({ phaseId, input, tools }) => {
      if (phaseId === 'research') {
        await tools.text({ ...sampleText, prompt: said.prompt });
        await tools.image(sampleVisual('A'));
      }
      if (phaseId === 'strategy' && input.feedback.length === 0) throw new TypeError('An agent stumbled');
      return undefined;
    }),
  }),
);

type Line = Readonly<Record<string, unknown>>;
const secrets: Record<string, string> = { ...said };
/** The campaign that each request was about, by the id that it was sent with. */
const asked = new Map<string, string>();
let campaigns: readonly string[] = [];

/** Two campaigns beside each other: one phase of each fails, is asked for again and shown to people; their headers are read all the time. */
beforeAll(async () => {
  const answer = await createApiClient({ baseUrl: platform.apiUrl }).call('register', {
    body: { email: said.email, password: said.password },
  });
  const { token, user } = openedSession(answer);
  const client = createApiClient({ baseUrl: platform.apiUrl, token: () => token });
  const { secret } = await client.call('createApiKey', {
    body: { name: 'Shop', expiresInDays: 30, scopes: ['campaigns:read'] },
  });
  Object.assign(secrets, { token, secret });

  const run = async (name: string): Promise<string> => {
    const brief = briefOf({ name, governanceMode: 'SEMI_AUTO' });
    brief.briefData.companyInfo.sector = said.brief;
    const { id } = await client.call('createCampaign', { body: brief });
    const follower = follow(platform, { client, token, id: user.id, workspaceId: user.workspaceId }, id);
    const strategy = { params: { campaignId: id, phaseId: 'strategy' } };
    await follower.untilPhase('strategy', 'FAILED');
    await client.call('retryPhase', { ...strategy, body: { instructions: said.feedback } });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION', 2);
    await Promise.all(Array.from({ length: 8 }, () => look(id, token)));
    await client.call('approvePhase', strategy);
    await follower.untilPhase('strategy', 'COMPLETED');
    follower.close();
    return id;
  };
  const look = async (campaignId: string, bearer: string): Promise<void> => {
    const id = `look-${randomUUID()}`;
    asked.set(id, campaignId);
    const path = `/api/v1/campaigns/${campaignId}`;
    expect((await sendRaw(platform, { method: 'GET', path, token: bearer, headers: { 'x-request-id': id } })).status).toBe(200);
  }; // biome-ignore format: a request

  campaigns = await Promise.all([run('First of two'), run('Second of two')]);
  const byKey = { method: 'GET', path: `${partnerPrefix}/campaigns`, headers: { 'x-api-key': secret } };
  expect((await sendRaw(platform, byKey)).status).toBe(200);
  for (const refused of [{ token: `${token}x` }, { headers: { authorization: said.password } }])
    expect((await sendRaw(platform, { method: 'GET', path: '/api/v1/users/me', ...refused })).status).toBe(401);
  expect((await sendRaw(platform, { method: 'POST', path: '/api/v1/auth/login', body: `{"email":"${said.email}","password":"${said.password}"` })).status).toBe(400);
}); // biome-ignore format: requests

const lines = (): Line[] => printed.join('').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line); // biome-ignore format: one step a line
const isMetric = (line: Line) => '_aws' in line;

describe('what is printed', () => {
  it('is one JSON object a line, with level, time, service and the id of the request', () => {
    const told = lines().filter((line) => !isMetric(line));
    expect(told.length).toBeGreaterThan(asked.size);
    for (const line of told)
      expect(line).toMatchObject({
        level: expect.stringMatching(/^(DEBUG|INFO|WARN|ERROR)$/),
        message: expect.any(String),
        service: expect.any(String),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        requestId: expect.stringMatching(/^[\w.:-]{8,128}$/),
      });
  });

  it('names the campaign that a request was about, however many run beside it', () => {
    const found = lines().flatMap(({ message, requestId, campaignId }) =>
      message === 'request' && asked.has(String(requestId)) ? [[requestId, campaignId]] : [],
    );
    expect(new Map(found as [string, string][])).toEqual(asked);
  });

  it('names campaign and phase where a step failed', () => {
    const failed = lines().filter(({ message, level }) => level === 'ERROR' && message === 'A step failed');
    expect(failed.map(({ campaignId, phaseId }) => [campaignId, phaseId]).sort()).toEqual(
      campaigns.map((id) => [id, 'strategy']).sort(),
    );
    expect(failed.map(({ error }) => error)).toEqual(
      failed.map(() => expect.objectContaining({ name: 'TypeError', message: 'An agent stumbled' })),
    );
  });

  it('counts what models read and wrote, and the files that were made', () => {
    const counted = (name: string) =>
      lines().flatMap((line) => (name in line ? [`${line['kind']} ${line[name]}`] : []));
    expect(counted(metricNames.assets.name)).toEqual(['image 1', 'image 1']);
    const tokens = [10, 20, 10, 20].map((many) => `${many === 10 ? 'input' : 'output'} ${many}`);
    expect(counted(metricNames.modelTokens.name).sort()).toEqual([...tokens, ...tokens].sort());
  });

  it('holds no password, token, key, prompt, answer, brief or address of a person', () => {
    const text = printed.join('');
    expect(Object.entries(secrets).filter(([, secret]) => text.includes(secret)).map(([name]) => name)).toEqual([]);
  }); // biome-ignore format: one question
});

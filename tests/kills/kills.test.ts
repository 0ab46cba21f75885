// The platform dies again and again at random requests to the table while campaigns are created, decided on and paid for. Afterwards
// everything that was said to have happened has happened once: campaigns, decisions with their records, calls with their money, files,
// keys, events and their webhooks. `npm run test:kills` kills 200 times.
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient } from '../../shared/client/api-client.ts';
import { ApiProblem } from '../../shared/client/api-errors.ts';
import { partnerPrefix } from '../../shared/contracts/routes.ts';
import { webhookReminderSeconds, webhookVisibilitySeconds } from '../../shared/contracts/webhook-retries.ts';
import { isFirstTry } from '../../shared/domain/costs/call-name.ts';
import { briefOf, registerUser, type Target, type User } from '../support/campaign-driver.ts';
import { kills, killsEverywhere, random } from '../support/kill-density.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

/** Two campaigns and all that surrounds them make about so many half requests. */
const longestLife = 1400;
const campaignsAtOnce = 2;

const program = fileURLToPath(new URL('../support/mortal-platform.ts', import.meta.url));

let directory: string;
let receiver: WebhookReceiver;
let child: ChildProcess | undefined;
let target: Target;
let user: User;
let secret: string;

/** Begins a life; undefined when it ended before it was ready. */
async function live(halfRequests: number): Promise<Target | undefined> {
  const born = fork(program, [join(directory, 'state'), String(halfRequests)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, POWERTOOLS_METRICS_DISABLED: 'true', POWERTOOLS_LOG_LEVEL: 'SILENT' },
  });
  child = born;
  const [message] = await Promise.race([once(born, 'message'), once(born, 'exit').then(() => [undefined])]);
  return message;
}
async function end(): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
const isDead = () => child?.exitCode !== null || child?.signalCode !== null;

interface Wanted {
  readonly key: string;
  readonly governanceMode: 'AUTO' | 'GUIDED';
  id?: string | undefined;
  status?: string;
  /** Decisions that were answered: phase and attempt. */
  readonly decided: Set<string>;
}
const wanted: Wanted[] = [];
const isOpen = ({ status }: Wanted) => status === undefined || !['COMPLETED', 'FAILED', 'CANCELLED'].includes(status);

/** Asks for new campaigns where there are too few under way. */
function want(): void {
  while (wanted.filter(isOpen).length < campaignsAtOnce)
    wanted.push({
      key: `order-${wanted.length}`,
      governanceMode: wanted.length % 2 === 0 ? 'GUIDED' : 'AUTO',
      decided: new Set(),
    });
}

/** The client of this life. */
const clientNow = (): ApiClient =>
  createApiClient({ baseUrl: target.apiUrl, token: () => user.token, timeoutSeconds: 10 });

/** One look at a campaign, and what a person would do then. Throws what the platform's death makes of it. */
async function attend(campaign: Wanted): Promise<void> {
  campaign.id ??= await create(campaign);
  if (campaign.id === undefined) return; // an earlier try holds the key for a minute
  const params = { campaignId: campaign.id };
  const { status, phases } = await clientNow().call('getCampaign', { params });
  for (const { id: phaseId, attempt } of phases.filter((phase) => phase.status === 'WAITING_VALIDATION')) {
    const isFirst = attempt === 1 && phaseId === 'strategy';
    const call = isFirst
      ? clientNow().call('rejectPhase', { params: { ...params, phaseId }, body: { attempt, feedback: 'bolder' } })
      : clientNow().call('approvePhase', { params: { ...params, phaseId }, body: { attempt } });
    await call.then(
      () => campaign.decided.add(`${phaseId} ${attempt} ${isFirst ? 'REJECTED' : 'APPROVED'}`),
      (error: unknown) => {
        // Decided in a life that could not say so any more.
        if (!(error instanceof ApiProblem && error.code === 'conflict')) throw error;
      },
    );
  }
  campaign.status = status;
}

async function create({ key, governanceMode }: Wanted): Promise<string | undefined> {
  const answer = await fetch(`${target.apiUrl}/api/v1/campaigns`, {
    method: 'POST',
    headers: { authorization: `Bearer ${user.token}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ ...briefOf({ governanceMode }), aiBudgetUsd: 1000 }),
  });
  const content = (await answer.json()) as { id?: string; code?: string };
  if (content.code === 'request-in-progress') return undefined;
  expect([answer.status, content.code]).toEqual([201, undefined]);
  return content.id;
}

/** Attends to what is open until the platform dies, or until nothing is left to do. */
async function work(): Promise<void> {
  while (!isDead()) {
    const open = wanted.filter(isOpen);
    if (open.length === 0) return;
    const outcomes = await Promise.allSettled(open.map(attend));
    const failed = outcomes.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') {
      // A platform that dies breaks its connections a moment before it is seen to have exited.
      if (child && !isDead()) await Promise.race([once(child, 'exit'), wait(5000)]);
      if (!isDead()) throw failed.reason;
      return;
    }
    await wait(20); // a person looks again
  }
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'astromedia-kills-'));
  receiver = await startWebhookReceiver();
  const first = await live(-1);
  if (!first) throw new Error('The platform ended before it was ready');
  target = first;
  user = await registerUser(target);
  ({ secret } = await user.client.call('createApiKey', {
    body: { name: 'Shop', expiresInDays: 1, scopes: ['campaigns:read'] },
  }));
  await user.client.call('createWebhook', {
    body: { url: `${receiver.url}/events`, events: ['phase:status', 'phase:approved', 'campaign:completed'] },
  });
  want();
  // A creation that is cut off holds its key for a minute: the sample has no time for that.
  if (!killsEverywhere) for (const campaign of wanted) campaign.id = await create(campaign);
  await end();

  for (let death = 0; death < kills; death += 1) {
    if (killsEverywhere) want();
    const ready = await live(random(longestLife));
    if (ready) {
      target = ready;
      await work();
    }
    await end(); // who had nothing left to do before its time
  }
  const last = await live(-1);
  if (!last) throw new Error('The platform ended before it was ready');
  target = last;
  await work();
}, 30 * 60_000);
afterAll(async () => {
  await end();
  await receiver.stop();
  await rm(directory, { recursive: true, force: true });
});

const each = <Result>(look: (params: { campaignId: string }, campaign: Wanted) => Promise<Result>): Promise<Result[]> =>
  Promise.all(wanted.map((campaign) => look({ campaignId: campaign.id ?? '' }, campaign)));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe(`after ${kills} deaths`, () => {
  it('every campaign that was asked for exists once, has completed, and none is a draft', async () => {
    const found: string[] = [];
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
      const page = await clientNow().call('listCampaigns', { query: { limit: 100, cursor } });
      found.push(...page.campaigns.map(({ id, status }) => `${id} ${status}`));
      cursor = page.nextCursor;
    }
    expect(found.sort()).toEqual(wanted.map(({ id }) => `${id} COMPLETED`).sort());
  });

  it('every decision that was answered has its record, and every approved phase has exactly one', async () => {
    const faults = await each(async (params, { id, decided, governanceMode }) => {
      const { phases } = await clientNow().call('getCampaign', { params });
      const looks = phases.map(async ({ id: phaseId, needsApproval }) => {
        const { approvals } = await clientNow().call('getPhase', { params: { ...params, phaseId } });
        const records = approvals.map(({ attempt, decision }) => `${phaseId} ${attempt} ${decision}`);
        const approved = records.filter((record) => record.endsWith('APPROVED')).length;
        return [
          ...[...decided].filter((record) => record.startsWith(`${phaseId} `) && !records.includes(record)),
          ...(new Set(records).size === records.length ? [] : [`twice: ${records.join(', ')}`]),
          ...(approved === (needsApproval ? 1 : 0) ? [] : [`${approved} approvals of ${phaseId} in ${governanceMode}`]),
        ].map((fault) => `${id} ${fault}`);
      });
      return (await Promise.all(looks)).flat();
    });
    expect(faults.flat()).toEqual([]);
  });

  it('records, campaigns, usage and month agree to the call and to the micro-dollar', async () => {
    const lists = await each(async (params) => (await clientNow().call('listModelCalls', { params })).calls);
    const headers = await each((params) => clientNow().call('getCampaign', { params }));
    for (const [index, calls] of lists.entries()) {
      const cost = sum(calls.map(({ costMicroUsd }) => costMicroUsd));
      expect([headers[index]?.spentMicroUsd, headers[index]?.committedMicroUsd]).toEqual([cost, cost]);
      expect(calls.filter(({ status }) => status === 'RESERVED')).toEqual([]);
    }
    const calls = lists.flat();
    const [{ total }, { used }] = await Promise.all([clientNow().call('getUsage'), clientNow().call('getQuota')]);
    const made = calls.filter(({ id }) => isFirstTry(id)).length;
    expect([total.calls, used]).toEqual([made, made]);
    expect(total.costMicroUsd).toBe(sum(calls.map(({ costMicroUsd }) => costMicroUsd)));
  });

  it('every campaign has its four files, and their bytes are those that were listed', async () => {
    const files = await each(async (params) => {
      const { assets } = await clientNow().call('listAssets', { query: { ...params, limit: 100 } });
      const intact = await Promise.all(
        assets.map(async ({ id, sha256 }) => {
          const { url } = await clientNow().call('downloadAsset', { params: { assetId: id } });
          const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
          return createHash('sha256').update(bytes).digest('hex') === sha256;
        }),
      );
      return intact.filter(Boolean).length;
    });
    expect(files).toEqual(wanted.map(() => 4));
  });

  it('the key still opens the partner API, and is the only one', async () => {
    const answer = await fetch(`${target.apiUrl}${partnerPrefix}/campaigns`, { headers: { 'x-api-key': secret } });
    expect(answer.status).toBe(200);
    expect((await clientNow().call('listApiKeys')).keys).toHaveLength(1);
  });

  it('the numbers of events have no gaps', async () => {
    const gaps = async () => {
      const found = await each(async (params) => {
        const { events, lastEvent } = await clientNow().call('listEvents', { params, query: { limit: 500 } });
        const numbers = new Set(events.map(({ number }) => number));
        return Array.from({ length: lastEvent }, (_, index) => index + 1).filter((number) => !numbers.has(number));
      });
      return found.flat();
    };
    // A replay waits a few seconds for whoever may still be storing a number before it fills the gap.
    await expect.poll(gaps, { timeout: 30_000, interval: 500 }).toEqual([]);
  });

  // A message that a dead worker had taken comes back after its visibility time-out, which is minutes.
  it.runIf(killsEverywhere)(
    'every stored event reached its webhook',
    async () => {
      const missing = async () => {
        const received = new Set(
          receiver.at('/events').map(({ payload }) => `${payload.campaignId} ${payload.number}`),
        );
        const found = await each(async (params) => {
          const { events } = await clientNow().call('listEvents', { params, query: { limit: 500 } });
          return events
            .filter(({ type }) => ['phase:status', 'phase:approved', 'campaign:completed'].includes(type))
            .map(({ number }) => `${params.campaignId} ${number}`)
            .filter((event) => !received.has(event));
        });
        return found.flat();
      };
      const timeout = (webhookVisibilitySeconds + 4 * webhookReminderSeconds) * 1000;
      await expect.poll(missing, { timeout, interval: 1000 }).toEqual([]);
    },
    600_000,
  );
});

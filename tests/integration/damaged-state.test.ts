// The databases of a state directory, damaged in every way: the platform says which and what its loss means, and does not start; it never starts
// silently broken. What else lies there begins anew.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningPlatform } from '../../local/start-platform.ts';
import { databases } from '../../local/state/databases.ts';
import { openStateDirectory } from '../../local/state/state-directory.ts';
import { agents } from '../../shared/agents/registry.ts';
import { imitationMedia } from '../../shared/agents/testing/imitation-media.ts';
import { createApiClient } from '../../shared/client/api-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import { briefOf, follow, registerUser, type Target, type User } from '../support/campaign-driver.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';

const program = fileURLToPath(new URL('../support/recorded-platform.ts', import.meta.url));

let scratch: string;
/** A directory whose platform stopped in order, with something of everything in it. */
let sound: string;
let email: string;
let waitingId: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'astromedia-damaged-'));
  sound = join(scratch, 'sound');
  const first = await startPlatformWithAgents({ directory: sound, agents, models: imitationMedia() });
  const user = await registerUser(first);
  email = (await user.client.call('getProfile')).email;
  const { id } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'AUTO' }) });
  const follower = follow(first, user, id);
  await follower.untilFinished();
  follower.close();
  waitingId = await waitingCampaign(first, user);
  const { secret } = await user.client.call('createApiKey', {
    body: { name: 'Shop', expiresInDays: 1, scopes: ['campaigns:read'] },
  });
  await fetch(`${first.apiUrl}/partner/v1/campaigns`, { headers: { 'x-api-key': secret } });
  await user.client.call('createWebhook', { body: { url: 'http://127.0.0.1:9/', events: ['campaign:completed'] } });
  await first.stop();
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(scratch, 'copy-'));
  await cp(sound, directory, { recursive: true });
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** The functions of this process have been told the addresses of its first platform. */
async function startInOwnProcess(state: string) {
  const { AWS_LAMBDA_MAX_CONCURRENCY: _ours, ...env } = process.env;
  const child = fork(program, [state, join(scratch, 'runs.tsv'), '{}'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env,
  });
  const [target] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The platform ended before it was ready'))),
  ])) as [Target];
  return { child, target };
}

async function waitingCampaign(platform: RunningPlatform, user: User): Promise<string> {
  const { id } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'SEMI_AUTO' }) });
  const follower = follow(platform, user, id);
  await follower.untilPhase('strategy', 'WAITING_VALIDATION');
  follower.close();
  return id;
}

const damages: Record<string, (file: string) => Promise<void>> = {
  halved: async (file) => {
    const content = await readFile(file);
    await writeFile(file, content.subarray(0, Math.floor(content.length / 2)));
  },
  emptied: (file) => writeFile(file, ''),
  garbled: async (file) => writeFile(file, Buffer.alloc((await stat(file)).size, 'x\u0000')),
  deleted: (file) => rm(file),
};
const openedAt = (path: string) =>
  openStateDirectory(path).then(
    async ({ notices, release }) => {
      await release();
      return { notices };
    },
    ({ name, message }: Error) => ({ name, message }),
  );

describe.each(Object.keys(damages))('a database that was %s', (damage) => {
  it.each(['stopped in order', 'was killed'])(
    'is named with what it holds and what its loss means, after a platform that %s',
    async (end) => {
      for (const [path, holds] of Object.entries(databases)) {
        const copy = await mkdtemp(join(directory, 'one-'));
        await cp(sound, copy, { recursive: true });
        if (end === 'was killed') await openedAt(copy); // whoever opens it takes the seal away until the next stop in order
        await damages[damage]?.(join(copy, path));

        expect([path, await openedAt(copy)]).toEqual([
          path,
          {
            name: 'DamagedStateError',
            message: expect.stringMatching(new RegExp(`${path} is .*${holds.slice(0, 20)}[^]*No other file`)),
          },
        ]);
        await rm(copy, { recursive: true });
      }
    },
  );
});

describe.each(['deleted', 'garbled', 'halved'])(
  'a platform of which everything that may begin anew was %s',
  (damage) => {
    it('signs in with the right password, and goes on with the campaign that waited', async () => {
      const contents = (await readdir(join(directory, 's3'))).map((file) => `s3/${file}`);
      expect(contents.length).toBeGreaterThan(0);
      for (const path of [...contents, 'format.json', 'lock.db']) await damages[damage]?.(join(directory, path));

      const { child, target: platform } = await startInOwnProcess(directory);
      try {
        const answer = await createApiClient({ baseUrl: platform.apiUrl }).call('login', {
          body: { email, password: 'password123' },
        });
        const { token, user } = openedSession(answer);
        const client = createApiClient({ baseUrl: platform.apiUrl, token: () => token });
        const person = { client, token, id: user.id, workspaceId: user.workspaceId };
        await client.call('approvePhase', {
          params: { campaignId: waitingId, phaseId: 'strategy' },
          body: { attempt: 1 },
        });
        const follower = follow(platform, person, waitingId);
        await follower.untilPhase('visuals', 'WAITING_VALIDATION');
        follower.close();
        expect((await client.call('getProfile')).email).toBe(email);
      } finally {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    });
  },
);

it('says nothing of a directory that is sound, nor of one that was killed', async () => {
  expect(await openedAt(directory)).toEqual({ notices: [] });
  await writeFile(join(directory, 'dynamodb/table.db-wal'), 'torn by the kill');
  expect(await openedAt(directory)).toEqual({ notices: [] });
});

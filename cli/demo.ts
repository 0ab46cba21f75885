// The demo account of an empty platform, with a finished campaign and one that waits for approval: made through the API, as by any person.
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { readJsonFile } from '../local/state/read-json-file.ts';
import { writeFileAtomically } from '../local/state/write-file-atomically.ts';
import { type ApiClient, createApiClient } from '../shared/client/api-client.ts';
import { ApiProblem } from '../shared/client/api-errors.ts';
import { openedSession } from '../shared/client/opened-session.ts';
import { type DemoAccount, demoAccountSchema } from '../shared/contracts/demo-account.ts';
import { readBriefFile } from './brief-file.ts';
import { isOfflineStudio, type Platform } from './platform-process.ts';

/** What is kept of it, from before the account is registered. */
const keptSchema = demoAccountSchema.extend({ hasCampaigns: z.boolean().default(false) });
type Kept = z.infer<typeof keptSchema>;

export interface Demo {
  readonly account: DemoAccount;
  /** What is to be said about its campaigns; nothing once they are there. */
  readonly note?: string | undefined;
  /** Launches what is missing of its campaigns. May end at any moment: the next one goes on. */
  launch(signal: AbortSignal): Promise<void>;
}

export interface DemoSettings {
  readonly platform: Pick<Platform, 'apiUrl' | 'models' | 'isNew'>;
  readonly directory: string;
  /** Where registrations must be confirmed by mail, no account is made. */
  readonly mayRegister: boolean;
}

/** One that finishes by itself, and one that stops at its strategy. The one that is sooner worth a look comes first. */
const briefFiles = ['../examples/saas-launch.json', '../test-campaign.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * Signs in to the demo account of the state directory; makes one where nobody is registered yet. Undefined where people have come without
 * it, or have deleted it or changed its password.
 */
export const openDemo = async ({ platform, directory, mayRegister }: DemoSettings): Promise<Demo | undefined> => {
  const file = join(resolve(directory), 'demo.json');
  const keep = (content: Kept) => writeFileAtomically(file, `${JSON.stringify(content)}\n`);
  const isToBeMade = mayRegister && platform.isNew;
  const known = await readJsonFile(file, keptSchema);
  if (!known && !isToBeMade) return undefined;
  const kept = known ?? newAccount();
  if (!known) await keep(kept);
  const { email, password } = kept;
  const token = await enter(createApiClient({ baseUrl: platform.apiUrl }), { email, password }, isToBeMade);
  if (token === undefined) {
    await rm(file, { force: true });
    return undefined;
  }
  const client = createApiClient({ baseUrl: platform.apiUrl, token: () => token });
  const isFree = isOfflineStudio(platform.models);
  return {
    account: { email, password },
    note: kept.hasCampaigns ? undefined : isFree ? beingMade : notMade(platform.models),
    launch: async (signal) => {
      if (kept.hasCampaigns || !isFree) return;
      await launchMissing(client, signal);
      if (!signal.aborted) await keep({ ...kept, hasCampaigns: true });
    },
  };
};

const beingMade =
  'The demo account is given two campaigns: one that finishes by itself, and one that waits for approval.';
const notMade = (models = 'configured models') =>
  `The demo account is given no campaigns, because ${models} may cost money. Launch the sample brief there, or start with --models offline.`;

const newAccount = (): Kept => ({
  email: 'demo@astromedia.example',
  password: `demo-${randomBytes(5).toString('hex')}`,
  hasCampaigns: false,
});

/** The access token of the account; undefined when it lets nobody in and must not be registered. */
const enter = async (client: ApiClient, account: DemoAccount, mayRegister: boolean): Promise<string | undefined> => {
  if (mayRegister) return openedSession(await client.call('register', { body: { ...account, name: 'Demo' } })).token;
  try {
    return (await client.call('login', { body: account })).token;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'wrong-credentials') return undefined;
    throw error;
  }
};

/** What an earlier start launched before it was stopped is not launched again. */
const launchMissing = async (client: ApiClient, signal: AbortSignal): Promise<void> => {
  const { campaigns } = await client.call('listCampaigns');
  for (const file of briefFiles) {
    const brief = await readBriefFile(file);
    if (signal.aborted) return;
    if (!campaigns.some(({ name }) => name === brief.name)) await client.call('createCampaign', { body: brief });
  }
};

// A world of its own for a test: a provider on loopback with its own bill, and the embedded platform in a process that knows no more of it than a
// key and an address.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform } from '../../cli/platform-process.ts';
import { readLock } from '../../local/state/directory-lock.ts';
import type { BriefInput } from '../../shared/contracts/brief.ts';
import type { ProviderSettingName } from '../../shared/contracts/provider-settings.ts';
import { unzipExport } from '../../shared/export/unzip-export.ts';
import type { Journey } from '../e2e/journey.ts';
import { briefOf, type Follower, follow, registerUser, type User } from '../support/campaign-driver.ts';
import { type AgentAnswers, recordAnswers } from '../support/fake-provider/agent-answers.ts';
import type { Behaviour, FakeUsage } from '../support/fake-provider/behaviour.ts';
import { type FakeProvider, fakeProtocols, startFakeProvider } from '../support/fake-provider/fake-provider.ts';
import { type FakeMedia, fakeMediaProvider } from '../support/fake-provider/media-protocols.ts';
import type { FakeRequest } from '../support/fake-provider/protocol.ts';
import { noRealModels } from '../support/no-real-models.ts';

/** The key of every provider: nothing that leaves the platform may hold it. */
export const secretKey = 'sk-or-v1-5d1c7e90aa64b2f83317c0de9b6fa842';

export const englishBrief = briefOf({ aiBudgetUsd: 20 });
export const frenchBrief: BriefInput = briefOf({
  ...{ name: 'Lancement de printemps', language: 'fr', aiBudgetUsd: 20 },
  briefData: {
    companyInfo: { name: 'Maison Lumière', sector: 'Boulangerie artisanale', size: '12 personnes' },
    campaignGoals: {
      objectives: ['Obtenir 1 200 précommandes de la Brioche de Minuit'],
      targetAudience: 'Gourmands de 25 à 45 ans, urbains',
      budget: { amount: 9000, currency: 'EUR' },
      duration: '6 semaines',
    },
    brandIdentity: {
      tone: 'Chaleureux',
      brandValues: 'Transparence, proximité',
      priorityChannels: ['instagram', 'facebook'],
    },
  },
});

/** What the agents of both briefs are answered, told apart by the language that they ask in. */
export async function answersOfBoth(): Promise<AgentAnswers> {
  const [french, english] = await Promise.all([recordAnswers(frenchBrief), recordAnswers(englishBrief)]);
  const of = (request: FakeRequest) => (isFrench(JSON.stringify(request.body)) ? french : english);
  return {
    agentOf: (request) => of(request).agentOf(request),
    answer: (request) => of(request).answer(request),
  };
}

const isFrench = (text: string): boolean =>
  count(text, /\b(le|la|les|des|une|et|pour|dans)\b/g) > count(text, /\b(the|and|of|for|with|to)\b/g);
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** About what small models cost, and no round number. */
const priceOf = (_request: FakeRequest | string, { inputTokens, outputTokens }: FakeUsage): number =>
  Math.ceil(inputTokens * 0.23 + outputTokens * 1.37);

export interface Provider extends FakeProvider {
  readonly media: FakeMedia;
}

/** A provider that answers every agent as it should, until a test says otherwise. */
export async function startProvider(answers: AgentAnswers): Promise<Provider> {
  const { media, protocols } = fakeMediaProvider();
  const provider = await startFakeProvider({
    protocols: [...fakeProtocols, ...protocols],
    behave: (request) => usual(answers, request),
    priceOf,
  });
  media.pendingPolls = 0;
  return Object.assign(provider, { media });
}

/** A text for whoever asks for one; of pictures and films the protocol knows itself what to answer. */
export const usual = (answers: AgentAnswers, request: FakeRequest): Behaviour =>
  request.path.endsWith('/chat/completions') ? answers.answer(request) : { does: 'answer' };

export interface World {
  readonly directory: string;
  /** Everything the platform has answered over HTTP. */
  readonly heard: readonly string[];
  /** By a person of its own unless one is given: what was answered in one workspace is not taken for another. */
  launch(brief: BriefInput, by?: User): Promise<Journey>;
  /** Kills the platform with SIGKILL and starts it again on what is left. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** What it takes to be served by a provider: a key and an address. */
export const settingsOf = (provider: FakeProvider) => ({
  OPENROUTER_API_KEY: secretKey,
  OPENROUTER_BASE_URL: provider.url,
});

/** Starts the platform with these settings and no others. */
export async function startWorld(settings: Readonly<Partial<Record<ProviderSettingName, string>>>): Promise<World> {
  Object.assign(process.env, noRealModels, settings);
  const directory = await mkdtemp(join(tmpdir(), 'astromedia-models-'));
  const heard: string[] = [];
  const silence = listenIn(heard);
  let platform = await startPlatform({ directory });
  const followers: Follower[] = [];
  const leave = () => {
    for (const follower of followers.splice(0)) follower.close();
  };
  return {
    directory,
    heard,
    async launch(brief, by) {
      const user = by ?? (await registerUser(platform));
      const { id: campaignId } = await user.client.call('createCampaign', { body: brief });
      const follower = follow(platform, user, campaignId);
      followers.push(follower);
      const at = { params: { campaignId } };
      return { user, campaignId, follower, at, on: (phaseId) => ({ params: { campaignId, phaseId } }) };
    },
    async killAndRestart() {
      const holder = await readLock(directory);
      if (!holder) throw new Error('Nobody holds the directory');
      process.kill(holder.pid, 'SIGKILL');
      await platform.ended;
      platform = await startPlatform({ directory }); // at the same address, which is the directory's own
    },
    async stop() {
      leave();
      silence();
      await platform.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Keeps what is answered over HTTP to this process. Answers with what ends that. */
function listenIn(heard: string[]): () => void {
  const original = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const answer = await original(...request);
    heard.push(JSON.stringify([...answer.headers]), await answer.clone().text());
    return answer;
  };
  return () => {
    globalThis.fetch = original;
  };
}

/** The export of a campaign as a client gets it: every file by its path. */
export async function exportOf({ user, at }: Journey): Promise<ReadonlyMap<string, Uint8Array>> {
  const { url } = await user.client.call('exportCampaign', { ...at, body: {} });
  const archive = new Uint8Array(await (await fetch(url)).arrayBuffer());
  return new Map(unzipExport(archive).map(({ path, bytes }) => [path, bytes]));
}

const text = (files: ReadonlyMap<string, Uint8Array>, path: string): string => {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`The export has no ${path}`);
  return new TextDecoder().decode(bytes);
};

/** What the two accounts of an export say that each call cost, in micro-dollars by the name of the call. */
export function costsIn(files: ReadonlyMap<string, Uint8Array>) {
  const [header = [], ...rows] = text(files, 'costs.csv')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(/[;,]/).map((cell) => cell.replaceAll('"', '')));
  const [call, cost] = [header.indexOf('call'), header.indexOf('cost_micro_usd')];
  const listed = new Map(rows.map((row) => [String(row[call]), Number(row[cost])]));
  const total = listed.get('TOTAL');
  listed.delete('TOTAL');
  const { outputs } = JSON.parse(text(files, 'provenance.json')) as {
    outputs: { costMicroUsd: number; calls: { id: string; costMicroUsd: number }[] }[];
  };
  const traced = new Map(outputs.flatMap(({ calls }) => calls.map(({ id, costMicroUsd }) => [id, costMicroUsd])));
  return { listed, total, traced };
}

export const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Every file below a directory, as it lies there. */
export async function filesBelow(directory: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return { path, bytes: await readFile(path) };
      }),
  );
}

// A campaign of the offline studio from its brief to its files, over HTTP, and what every one of them must have made.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { type AgentOutput, agentOutputSchemas, publishedText } from '../../shared/contracts/agent-outputs.ts';
import type { AgentId } from '../../shared/contracts/agents.ts';
import { type GeneratedAsset, isGenerated } from '../../shared/contracts/asset.ts';
import { type BriefInput, briefSchema } from '../../shared/contracts/brief.ts';
import { postLength, postRules } from '../../shared/contracts/post-rules.ts';
import { assetFiles } from '../../shared/domain/media/asset-files.ts';
import { imageRatiosFor } from '../../shared/domain/media/media-formats.ts';
import { follow, registerUser, type Target, type User } from './campaign-driver.ts';

/** A brief of the project's own examples, by its file. */
export const exampleBrief = async (file: string): Promise<BriefInput> =>
  briefSchema.parse(JSON.parse(await readFile(new URL(`../../${file}`, import.meta.url), 'utf8')));

/** Creates a campaign of the brief for a new person, and follows it. */
export async function launch(platform: Target, brief: BriefInput) {
  const user = await registerUser(platform);
  const { id } = await user.client.call('createCampaign', { body: brief });
  return {
    user,
    id,
    follower: follow(platform, user, id),
    phase: (phaseId: string) => ({ params: { campaignId: id, phaseId } }),
  };
}

/** The output of a phase, checked against the schema of its agent. */
export async function outputOf<Id extends AgentId>(
  user: User,
  campaignId: string,
  phaseId: string,
  agent: Id,
): Promise<AgentOutput<Id>> {
  const { output } = await user.client.call('getPhase', { params: { campaignId, phaseId } });
  return agentOutputSchemas[agent].parse(output) as AgentOutput<Id>;
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;
const startsWith = (bytes: Uint8Array, expected: readonly number[], offset = 0) =>
  expected.every((byte, index) => bytes[offset + index] === byte);
const isPng = (bytes: Uint8Array) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const isJpeg = (bytes: Uint8Array) => startsWith(bytes, [0xff, 0xd8, 0xff]);
const isMp4 = (bytes: Uint8Array) => startsWith(bytes, [...Buffer.from('ftyp')], 4);

const isOfType: Record<string, (bytes: Uint8Array) => boolean> = {
  'image/png': isPng,
  'image/jpeg': isJpeg,
  'video/mp4': isMp4,
};

/** What a finished campaign of the offline studio must have made, whatever its brief; answers the assets. */
export async function checkCampaign(user: User, id: string, brief: BriefInput): Promise<GeneratedAsset[]> {
  const campaign = await user.client.call('getCampaign', { params: { campaignId: id } });
  expect(campaign).toMatchObject({
    status: 'COMPLETED',
    finishedPhaseCount: 11,
    spentMicroUsd: 0,
    committedMicroUsd: 0,
  });
  for (const { id: phaseId, agent } of campaign.phases) await outputOf(user, id, phaseId, agent);

  const { articleMarkdown } = await outputOf(user, id, 'content', 'ContentWriter');
  expect(wordsIn(articleMarkdown)).toBeGreaterThanOrEqual(500);
  expect(wordsIn(articleMarkdown)).toBeLessThanOrEqual(800);
  expect(articleMarkdown).toContain(brief.briefData.companyInfo.name);

  const { scheduledPosts } = await outputOf(user, id, 'distribution', 'Social');
  for (const post of scheduledPosts)
    expect(postLength(post.channel, publishedText(post))).toBeLessThanOrEqual(postRules[post.channel].most);
  expect(new Set(scheduledPosts.map(({ text }) => text)).size).toBe(scheduledPosts.length);

  const assets = (await user.client.call('listAssets', { query: { campaignId: id } })).assets.filter(isGenerated);
  const { calls } = await user.client.call('listModelCalls', { params: { campaignId: id } });
  for (const made of [...assets, ...calls])
    expect([made.provider, made.model]).toEqual(['offline-studio', 'offline-studio-1']);
  for (const call of calls) {
    expect([call.status, call.costMicroUsd]).toEqual(['SETTLED', 0]);
    expect(call.warnings.join(' ')).toMatch(
      brief.language === 'en' ? /without any AI model/ : /sans aucun modèle d’IA/,
    );
  }
  const pictures = imageRatiosFor(briefSchema.parse(brief).briefData.brandIdentity.priorityChannels);
  for (const { kind, formats } of assets)
    if (kind === 'image') expect(formats.map(({ ratio }) => ratio)).toEqual(pictures);
  for (const [asset, file] of assets.flatMap((each) => assetFiles(each).map((one) => [each, one] as const))) {
    const named = file === asset ? {} : { file: file.fileName };
    const link = await user.client.call('downloadAsset', { params: { assetId: asset.id }, query: named });
    if (file.mediaType === 'video/mp4')
      expect((await fetch(link.posterUrl ?? '')).headers.get('content-type')).toBe('image/jpeg');
    else expect(link.posterUrl).toBeUndefined();
    const answer = await fetch(link.url);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, file.mediaType]);
    expect(answer.headers.get('content-disposition')).toContain(file.fileName);
    expect(bytes.byteLength).toBe(file.byteLength);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect(isOfType[file.mediaType]?.(bytes)).toBe(true);
  }
  return assets;
}

/** What was made, in one order. */
export const kinds = (assets: readonly GeneratedAsset[]) =>
  assets.map(({ kind, variant, attempt }) => `${kind} ${variant} ${attempt}`).sort();

// Deletion wins over whoever is at work: campaigns and accounts are deleted at random moments of a run, and nothing of them stays.
import { describe, expect, it } from 'vitest';
import { briefOf, follow, registerUser, type User } from '../support/campaign-driver.ts';
import { freeModels, sampleText, sampleVideo, sampleVisual } from '../support/fake-models.ts';
import { killsEverywhere, random } from '../support/kill-density.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';
import { storedThings } from '../support/stored-things.ts';

/** In `npm run test:kills` every event of a run is such a moment. */
const rounds = killsEverywhere ? 50 : 12;
const eventsOfARun = 36;

const agents = simulatedAgents(async ({ phaseId, tools }) => {
  await tools.text(sampleText);
  if (phaseId === 'visuals') await Promise.all([tools.image(sampleVisual('A')), tools.image(sampleVisual('B'))]);
  if (phaseId === 'video') await Promise.all([tools.video(sampleVideo('A')), tools.video(sampleVideo('B'))]);
});
const platform = scratchPlatform((directory) => startPlatformWithAgents({ directory, agents, models: freeModels() }));

/** What mentions any of the ids, but for the notes that say what was deleted and the marks of closed accounts. */
const isMark = (thing: string) => thing.includes('"pk":"DELETED"') || thing.startsWith('{"closedAt"');
async function mentioning(...ids: string[]): Promise<string[]> {
  const { items, objects } = await storedThings();
  return [...items, ...objects].filter((thing) => !isMark(thing) && ids.some((id) => thing.includes(id)));
}

/** Starts a campaign and resolves at one of its events. */
async function startedUntil(user: User, event: number): Promise<string> {
  const { id } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'AUTO' }) });
  const follower = follow(platform, user, id);
  await Promise.race([
    ...(['phase:status', 'phase:output', 'cost:updated', 'asset:created', 'campaign:status'] as const).map((type) =>
      follower.until(type, ({ number }) => number >= event),
    ),
  ]);
  follower.close();
  return id;
}

/** Agents at work end a moment after the deletion, and take what they wrote with them. */
const untilNothingMentions = (...ids: string[]) =>
  expect.poll(() => mentioning(...ids), { timeout: 20_000, interval: 100 }).toEqual([]);

describe('a campaign that is deleted at a random moment', () => {
  it.each(Array.from({ length: rounds }, (_, round) => [round, 1 + random(eventsOfARun)]))(
    'leaves nothing in table and bucket but what its person used (round %i, event %i)',
    async (_round, event) => {
      const user = await registerUser(platform);
      const id = await startedUntil(user, event);
      await user.client.call('deleteCampaign', { params: { campaignId: id } });
      expect((await user.client.call('listAssets', { query: { campaignId: id } })).assets).toEqual([]);
      const ofUsage = (thing: string) => thing.includes('"sk":"USAGE#');
      const ofConnections = (thing: string) => thing.includes('"pk":"CONNECTION#');
      await expect
        .poll(async () => (await mentioning(id)).filter((thing) => !ofUsage(thing) && !ofConnections(thing)), {
          timeout: 20_000,
          interval: 100,
        })
        .toEqual([]);
      // The month agrees with the usage that stays.
      const [{ used }, { total }] = await Promise.all([user.client.call('getQuota'), user.client.call('getUsage')]);
      expect(used).toBe(total.calls);
    },
    30_000,
  );
});

describe('an account that is deleted at a random moment of its campaign', () => {
  it.each(Array.from({ length: Math.ceil(rounds / 4) }, (_, round) => [round, 1 + random(eventsOfARun)]))(
    'leaves nothing (round %i, event %i)',
    async (_round, event) => {
      const user = await registerUser(platform);
      const id = await startedUntil(user, event);
      await user.client.call('deleteAccount', { body: { password: 'password123' } });
      await untilNothingMentions(id, user.id);
    },
    30_000,
  );
});

// npm run campaign: runs one campaign from brief to export on this machine, asking for each approval its mode wants.
import { ApiProblem } from '../shared/client/api-errors.ts';
import type { Brief } from '../shared/contracts/brief.ts';
import { type CampaignDetail, isTerminalCampaign } from '../shared/contracts/campaign.ts';
import { printable } from './board.ts';
import { readBriefFile } from './brief-file.ts';
import { type CampaignArguments, campaignUsage, parseCampaignArguments, resumeCommand } from './campaign-arguments.ts';
import { checkFolder } from './check-folder.ts';
import { CommandFailed } from './command-errors.ts';
import { estimateLines } from './estimate-lines.ts';
import { type ExportSettings, exportCampaign } from './export-campaign.ts';
import { followCampaign } from './follow-campaign.ts';
import { createLineReader } from './line-reader.ts';
import { type Platform, usePlatform } from './platform-process.ts';
import { createProgressScreen } from './progress-screen.ts';
import { readingLines } from './reading-lines.ts';
import { runCommand } from './run-command.ts';
import { openSession, type Session } from './session.ts';
import { findBrowser } from './write-pdf.ts';

const main = async (signal: AbortSignal, interrupt: () => void): Promise<number> => {
  const args = parseCampaignArguments(process.argv.slice(2));
  if (args.help) {
    console.log(campaignUsage);
    return 0;
  }
  const brief = args.resume ? undefined : await readBriefFile(args.file, args);
  await checkFolder('--out', args.out);
  const browser = args.pdf ? await findBrowser(process.env) : undefined;
  console.error('Starting the platform…');
  const platform = await usePlatform({ directory: args.directory, models: args.models });
  try {
    if (signal.aborted) return 0;
    return await runCampaign({ ...args, browser }, brief, platform, { signal, interrupt });
  } finally {
    await platform.stop();
  }
};

interface Interruption {
  readonly signal: AbortSignal;
  readonly interrupt: () => void;
}

const runCampaign = async (
  args: CampaignArguments & Pick<ExportSettings, 'browser'>,
  brief: Brief | undefined,
  platform: Platform,
  { signal, interrupt }: Interruption,
): Promise<number> => {
  const session = await openSession(platform.apiUrl, args.directory);
  const screen = createProgressScreen(process.stdout, process.env);
  const reader = createLineReader({ input: process.stdin, output: process.stdout, onInterrupt: interrupt });
  try {
    screen.print(whereItRuns(platform, args));
    if (brief) for (const line of await understood(session, brief)) screen.print(line);
    const campaign = brief
      ? await session.client.call('createCampaign', { body: brief })
      : await findCampaign(session, args);
    screen.print(`Campaign ${campaign.id}\n`);
    const following = followCampaign({ session, liveUrl: platform.liveUrl, screen, reader, signal }, campaign);
    const result = await Promise.race([following, platformGone(platform, args)]);
    screen.end();
    if (result.outcome === 'stopped') return 0;
    if (result.outcome === 'left-waiting') return explainWaiting(result.campaign, args);
    console.log(await exportCampaign(session, campaign.id, args));
    return result.campaign.status === 'COMPLETED' ? 0 : 1;
  } finally {
    screen.end();
    reader.close();
    session.end();
  }
};

const whereItRuns = ({ isOwn, apiUrl, uiUrl, resumedCampaigns }: Platform, args: CampaignArguments): string => {
  const place = `${isOwn ? 'Platform' : 'Using the platform that runs already'}: ${uiUrl ?? apiUrl} · state in ${args.directory}`;
  if (resumedCampaigns === 0 || args.resume) return place;
  const others = resumedCampaigns === 1 ? '1 unfinished campaign goes' : `${resumedCampaigns} unfinished campaigns go`;
  return `${place}\n${others} on as well; follow with ${resumeCommand(args)}`;
};

/** What the platform reads out of the brief, before anything is started. */
const understood = async ({ client }: Session, brief: Brief): Promise<string[]> => {
  const estimate = await client.call('estimateCampaign', { body: brief });
  return [...readingLines(estimate.reading, brief.language), ...estimateLines(estimate, brief.language)].map(printable);
};

/** The campaign named, or the newest that has not ended. */
const findCampaign = async ({ client }: Session, { resume, directory }: CampaignArguments): Promise<CampaignDetail> => {
  const campaignId = resume?.campaignId ?? (await newestUnfinished({ client }));
  if (!campaignId) throw new CommandFailed(`No unfinished campaign in ${directory}. Start one with: npm run campaign`);
  try {
    return await client.call('getCampaign', { params: { campaignId } });
  } catch (error) {
    if (!(error instanceof ApiProblem && error.code === 'not-found')) throw error;
    throw new CommandFailed(`There is no campaign ${campaignId} of this user in ${directory}.`);
  }
};

const newestUnfinished = async ({ client }: Pick<Session, 'client'>): Promise<string | undefined> => {
  let cursor: string | undefined;
  do {
    const page = await client.call('listCampaigns', { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    const unfinished = page.campaigns.find(({ status }) => !isTerminalCampaign(status));
    if (unfinished) return unfinished.id;
    cursor = page.nextCursor;
  } while (cursor);
  return undefined;
};

const platformGone = async (platform: Platform, args: CampaignArguments): Promise<never> => {
  const lastWords = await platform.ended;
  throw new CommandFailed(
    `The platform ended before the campaign did; its state is kept, ${resumeCommand(args)} goes on.\n${lastWords}\nLog: ${platform.logFile}`,
  );
};

const explainWaiting = ({ id, phases }: CampaignDetail, args: CampaignArguments): number => {
  const waiting = phases.filter(({ status }) => status === 'WAITING_VALIDATION').map(({ name }) => name.en);
  const what =
    waiting.length > 0
      ? `${waiting.join(', ')} still ${waiting.length > 1 ? 'wait' : 'waits'} for a decision`
      : 'It waits for a decision';
  console.error(`\n${what}. State kept; go on with: ${resumeCommand(args, id)}`);
  return 1;
};

await runCommand(main, () => `State kept, ${resumeCommand(parseCampaignArguments(process.argv.slice(2)))} goes on.`);

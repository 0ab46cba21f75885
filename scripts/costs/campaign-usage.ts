// From what was counted in one campaign to what AWS bills for a month of such campaigns. Pure.
import { type LambdaName, lambdas, scheduledLambdaNames } from '../../shared/contracts/lambdas.ts';
import { type RouteLambda, routes } from '../../shared/contracts/routes.ts';
import { assumptions } from './assumptions.ts';
import type { CampaignCounts } from './count-campaign.ts';
import type { FunctionTally } from './counters/tally.ts';
import type { Usage } from './prices.ts';

const gigabyte = 1e9;
const hoursPerMonth = 730;
const minutesPerMonth = hoursPerMonth * 60;
const daysPerMonth = 30;
const apiLambdas: ReadonlySet<string> = new Set<RouteLambda>(Object.values(routes).map(({ lambda }) => lambda));

/** Everything billed for a month in which this many such campaigns run, and are kept from its first day. */
export function monthOf(counts: CampaignCounts, campaigns: number): Usage {
  const isBusy = campaigns / daysPerMonth >= assumptions.campaignsADayThatKeepWarm;
  const each = Object.entries(campaignUsage(counts, isBusy)).map(([name, quantity]) => [name, quantity * campaigns]);
  const metricMonths = Math.min(1, (campaigns * assumptions.metricHoursPerCampaign) / hoursPerMonth);
  return { ...Object.fromEntries(each), customMetrics: counts.metrics.size * metricMonths };
}

/** What one campaign uses, without what is billed by the hour whether one campaign runs in it or many. */
function campaignUsage(counts: CampaignCounts, isBusy: boolean): Usage {
  const functions = [...counts.functions];
  const invocations = total(functions.map(([, { invocations }]) => invocations));
  const apiRequests = total(functions.map(([name, { invocations }]) => (apiLambdas.has(name) ? invocations : 0)));
  const messagesIn = counts.functions.get('live-message')?.invocations ?? 0;
  const logBytes = logBytesOf(counts, invocations, apiRequests);
  return {
    lambdaInvocations: invocations,
    lambdaCompute: total(functions.map(([name, tally]) => gigabyteSeconds(name, tally, isBusy))),
    stateTransitions: counts.stateTransitions,
    tableWrites: counts.writeUnits,
    tableReads: counts.readUnits,
    tableStorage: counts.tableBytes / gigabyte,
    tableBackup: counts.tableBytes / gigabyte,
    bucketWrites: counts.requests.get('s3 PUT') ?? 0,
    bucketReads: (counts.requests.get('s3 GET') ?? 0) + counts.downloads,
    bucketStorage: counts.bucketBytesIn / gigabyte,
    httpRequests: apiRequests,
    socketMessages: counts.socketFrames + messagesIn,
    socketMinutes: assumptions.watchedMinutes,
    edgeRequests: apiRequests + assumptions.pageFiles,
    edgeFunctionCalls: assumptions.pageFiles,
    edgeTransfer: (counts.answerBytes + assumptions.pageBytes) / gigabyte,
    directTransfer: (counts.downloadedBytes + counts.socketBytes) / gigabyte,
    logIngestion: logBytes / gigabyte,
    logStorage: (logBytes / gigabyte) * assumptions.logRetentionMonths,
    // Each request, each event of the socket and the execution begin a trace. X-Ray samples when there are more than one a second.
    traces: apiRequests + messagesIn + 2 + 1,
  };
}

/** Work measured on a whole CPU takes longer on a share of one; to that come the ways to services and the cold starts. */
function gigabyteSeconds(name: LambdaName, tally: FunctionTally, isBusy: boolean): number {
  const { memoryMegabytes } = lambdas[name];
  const slowdown = Math.max(1, assumptions.megabytesPerCpu / memoryMegabytes);
  const coldStarts = isBusy ? tally.invocations * assumptions.coldShareWhenBusy : tally.mostAtOnce;
  const milliseconds =
    tally.handlerMilliseconds * slowdown +
    tally.serviceCalls * assumptions.serviceCallMilliseconds +
    coldStarts * assumptions.coldStartMilliseconds;
  return (milliseconds / 1000) * (memoryMegabytes / 1024);
}

function logBytesOf(counts: CampaignCounts, invocations: number, apiRequests: number): number {
  const { platformLogBytes, platformLogLines, accessLogBytes, logLineOverheadBytes } = assumptions;
  const lines = counts.logLines + invocations * platformLogLines + apiRequests;
  const text = counts.logBytes + invocations * platformLogBytes + apiRequests * accessLogBytes;
  return text + lines * logLineOverheadBytes;
}

/** A month in which nobody does anything and this many finished campaigns are kept: schedules and the poll of a queue go on. */
export function idleMonth(counts: CampaignCounts, keptCampaigns: number): Usage {
  const scheduled = scheduledLambdaNames.map((name) => ({
    ...lambdas[name],
    calls: minutesPerMonth / lambdas[name].everyMinutes,
  }));
  const calls = total(scheduled.map((schedule) => schedule.calls));
  const millisecondsACall = assumptions.idleCallMilliseconds + assumptions.coldStartMilliseconds;
  return {
    lambdaInvocations: calls,
    lambdaCompute: total(
      scheduled.map((schedule) => schedule.calls * (millisecondsACall / 1000) * (schedule.memoryMegabytes / 1024)),
    ),
    tableReads: calls,
    traces: calls,
    queueRequests: minutesPerMonth * assumptions.queuePollsAMinute,
    secrets: 1, // the settings of model providers
    tableStorage: (counts.tableBytes * keptCampaigns) / gigabyte,
    tableBackup: (counts.tableBytes * keptCampaigns) / gigabyte,
    bucketStorage: (counts.bucketBytesIn * keptCampaigns) / gigabyte + assumptions.deployedGigabytes,
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

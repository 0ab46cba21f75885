// docs/COSTS.md as Markdown. Figures come in; nothing is computed here but sums of them.
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { assumptions } from './assumptions.ts';
import { idleMonth, monthOf } from './campaign-usage.ts';
import type { CampaignCounts } from './count-campaign.ts';
import { amount, count, dollars, section, table } from './markdown.ts';
import {
  type PriceName,
  priceNames,
  prices,
  pricesCheckedOn,
  pricesRegion,
  totalUsd,
  type Usage,
  usdOf,
} from './prices.ts';

/** The goals of ARCHITECTURE §9. */
const goals = { campaignUsd: 0.01, idleMonthUsd: 2 };
const volumes = [1, 10, 10_000, 1_000_000];
const keptCampaigns = [0, 1000, 100_000];

/** The whole report on campaigns of these modes; the first is the default. */
export function renderReport(all: readonly [CampaignCounts, ...CampaignCounts[]]): string {
  const [first] = all;
  const sections = [
    introduction(first),
    section('A month', ['What is billed by the hour is shared by the campaigns of the month.', monthTable(first)]),
    section('A campaign, item by item', ['As one of 10,000 in a month, which keeps functions warm.', itemTable(all)]),
    section('An idle month', [idleTable(first), idleNotes]),
    section('What was counted', [
      'Most counts are the same in every run. A few vary by some percent with the speed of the machine: a client asks again for events that come late.',
      countTable(all),
      functionTable(first),
    ]),
    section('What was not counted but assumed', [assumptionList()]),
    section('Prices', [
      `List prices for ${pricesRegion}, known to the author in ${pricesCheckedOn}; verify before relying on them. Free tiers, volume discounts and taxes are left out.`,
      priceTable(),
    ]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function introduction(counts: CampaignCounts): string {
  const busy = totalUsd(monthOf(counts, 10_000)) / 10_000;
  const alone = totalUsd(monthOf(counts, 1));
  const idle = totalUsd(idleMonth(counts, 1000));
  return [
    '# What it costs on AWS',
    '',
    'Written by `npm run costs`, which runs the example campaign on the embedded platform and counts. Do not edit. AI providers are not in it:',
    'their cost is counted by the application itself, call by call.',
    '',
    table(
      ['', 'goal', 'computed', ''],
      [
        ['campaign, one of 10,000 in a month', dollars(goals.campaignUsd), dollars(busy), met(busy, goals.campaignUsd)],
        [
          'campaign, the only one in a month',
          dollars(goals.campaignUsd),
          dollars(alone),
          met(alone, goals.campaignUsd),
        ],
        ['idle month, 1,000 campaigns kept', dollars(goals.idleMonthUsd), dollars(idle), met(idle, goals.idleMonthUsd)],
      ],
    ),
    '',
    `A campaign that is alone pays ${dollars(usdOf('customMetrics', monthOf(counts, 1).customMetrics ?? 0))} for ${counts.metrics.size} custom metrics, each billed for a whole hour; campaigns of the same hour share it.`,
  ].join('\n');
}

const idleItems = [
  'tableStorage',
  'tableBackup',
  'tableReads',
  'bucketStorage',
  'lambdaInvocations',
  'lambdaCompute',
  'queueRequests',
  'traces',
] as const satisfies readonly PriceName[];

const idleNotes = [
  'Schedules call their functions and Lambda asks an empty queue, all day. Nothing else is billed while nothing runs: no instance, address, key or',
  'secret is paid by the month (the key of webhook secrets is a parameter of the standard tier), metrics without values cost nothing, the two',
  'dashboards are among the three that an account has for nothing (settings of a stage can leave them out), and',
  `Cognito asks ${dollars(prices.activeUsers.usd)} for each person who signs in during a month (its free tier of 10,000 is left out like every other).`,
].join('\n');

function monthTable(counts: CampaignCounts): string {
  const months = volumes.map((campaigns) => ({ campaigns, usage: monthOf(counts, campaigns) }));
  const row = (name: string, of: (usage: Usage, campaigns: number) => number) => [
    name,
    ...months.map(({ usage, campaigns }) => dollars(of(usage, campaigns))),
  ];
  return table(
    ['campaigns in the month', ...volumes.map(count)],
    [
      ...services.map((service) => row(service, (usage) => serviceUsd(usage, service))),
      row('**month**', totalUsd),
      row('**campaign**', (usage, campaigns) => totalUsd(usage) / campaigns),
    ],
  );
}

const services = [...new Set(priceNames.filter((name) => name !== 'activeUsers').map((name) => prices[name].service))];
const serviceUsd = (usage: Usage, service: string): number =>
  totalUsd(Object.fromEntries(Object.entries(usage).filter(([name]) => namesOf(service).includes(name))));
const namesOf = (service: string): string[] => priceNames.filter((name) => prices[name].service === service);

function itemTable(all: readonly CampaignCounts[]): string {
  const campaigns = 10_000;
  const months = all.map((counts) => monthOf(counts, campaigns));
  const rows = priceNames
    .filter((name) => months.some((usage) => (usage[name] ?? 0) > 0))
    .map((name) => ({ name, cost: usdOf(name, months[0]?.[name] ?? 0) }))
    .sort((one, other) => other.cost - one.cost)
    .map(({ name }) => [
      `${prices[name].service}: ${prices[name].item} (${prices[name].unit})`,
      ...months.flatMap((usage) => {
        const quantity = (usage[name] ?? 0) / campaigns;
        return [amount(quantity), dollars(usdOf(name, quantity))];
      }),
    ]);
  const sums = months.flatMap((usage) => ['', `**${dollars(totalUsd(usage) / campaigns)}**`]);
  const heads = all.flatMap(({ governanceMode }) => [governanceMode, 'USD']);
  return table(['item', ...heads], [...rows, ['**campaign**', ...sums]]);
}

function idleTable(counts: CampaignCounts): string {
  const months = keptCampaigns.map((kept) => idleMonth(counts, kept));
  return table(
    ['campaigns kept', ...keptCampaigns.map(count)],
    [
      ...idleItems.map((name) => [
        `${prices[name].service}: ${prices[name].item}`,
        ...months.map((usage) => dollars(usdOf(name, usage[name] ?? 0))),
      ]),
      ['**month**', ...months.map((usage) => `**${dollars(totalUsd(usage))}**`)],
    ],
  );
}

function countTable(all: readonly CampaignCounts[]): string {
  const row = (name: string, of: (counts: CampaignCounts) => number) => [
    name,
    ...all.map((counts) => count(of(counts))),
  ];
  const operations = [...new Set(all.flatMap(({ requests }) => [...requests.keys()]))].sort();
  return table(
    ['', ...all.map(({ governanceMode }) => governanceMode)],
    [
      row('state transitions, with the start', ({ stateTransitions }) => stateTransitions),
      row('DynamoDB write units', ({ writeUnits }) => writeUnits),
      row('DynamoDB read units', ({ readUnits }) => readUnits),
      ...operations.map((operation) => row(operation, ({ requests }) => requests.get(operation) ?? 0)),
      row('KB of files stored', ({ bucketBytesIn }) => bucketBytesIn / 1000),
      row('custom metrics', ({ metrics }) => metrics.size),
      row('log lines of functions', ({ logLines }) => logLines),
    ],
  );
}

function functionTable({ functions, governanceMode }: CampaignCounts): string {
  const rows = [...functions]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, tally]) => [
      name,
      count(lambdas[name].memoryMegabytes),
      count(tally.invocations),
      count(tally.handlerMilliseconds),
      count(tally.serviceCalls),
    ]);
  return [
    `Functions in ${governanceMode}; milliseconds are wall time on the machine that wrote this, all invocations together, overlaps included.`,
    '',
    table(['function', 'MB', 'invocations', 'measured ms', 'service calls'], rows),
  ].join('\n');
}

const assumptionList = (): string =>
  [
    `- Billed time = measured time × ${assumptions.megabytesPerCpu} MB ÷ memory (a share of a CPU is that much slower) + ${assumptions.serviceCallMilliseconds} ms for each call of a service.`,
    `- A cold start is billed with ${assumptions.coldStartMilliseconds} ms: one for each environment a campaign needs at once, or ${assumptions.coldShareWhenBusy * 100} % of invocations from ${assumptions.campaignsADayThatKeepWarm} campaigns a day on.`,
    `- Agents are those of the offline studio. A real provider makes run-agent wait: ${dollars(usdOf('lambdaCompute', (10 * 60 * lambdas['run-agent'].memoryMegabytes) / 1024))} for ten minutes in all.`,
    `- Lambda writes ${assumptions.platformLogBytes} bytes for each invocation, the HTTP API ${assumptions.accessLogBytes} for each request; CloudWatch adds ${assumptions.logLineOverheadBytes} to each line. Logs are kept for ${assumptions.logRetentionMonths} months.`,
    `- A person keeps the page open for ${assumptions.watchedMinutes} minutes, loads ${assumptions.pageFiles} files of ${count(assumptions.pageBytes / 1000)} KB together, and downloads every generated file once.`,
    `- A custom metric is paid for ${assumptions.metricHoursPerCampaign} hour by each campaign, until they fill the month. X-Ray records every trace, though it samples above one a second.`,
    '- Signing in is not in it: a request and a few milliseconds, once an hour.',
    '- Storage of a campaign is that of its first month; it stays until the campaign is deleted.',
  ].join('\n');

const priceTable = (): string =>
  table(
    ['service', 'item', 'USD', 'per'],
    priceNames.map((name) => {
      const { service, item, unit, usd, per } = prices[name];
      return [service, item, String(usd), per === 1 ? unit : `${count(per)} × ${unit}`];
    }),
  );

const met = (value: number, goal: number): string => (value <= goal ? 'met' : '**missed**');

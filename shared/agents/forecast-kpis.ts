// Forecasts what the media budget brings, channel by channel, in the goal's own metric and within bands, from dated rates with
// their source; holds it against the target of the brief; and says what cannot be forecast and which figure is missing.
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import type { BriefReading } from '../contracts/brief-reading.ts';
import { type Channel, channelName } from '../contracts/channels.ts';
import type { Language } from '../contracts/language.ts';
import { type Band, bandOf, divided, sumOf, times, type Uncertain } from './forecast-bands.ts';
import { type ForecastTexts, forecastTexts } from './forecast-texts.ts';
import {
  type ActionRate,
  actionRates,
  assumedDollars,
  type MediaRate,
  mediaRates,
  mediaRatesReadOn,
  noPaidPetitions,
} from './media-rates.ts';

type Kpi = AgentOutput<'Analytics'>['kpiTable'][number];

export interface ForecastInput {
  readonly reading: Pick<BriefReading, 'goal' | 'offer' | 'audience'>;
  readonly budget: { readonly amount: number; readonly currency: string };
  readonly channelMix: readonly { readonly channel: Channel; readonly budgetPercent: number }[];
  readonly postCount: number;
  readonly language: Language;
}

export interface Forecast {
  readonly kpiTable: Kpi[];
  /** One sentence on the target, where the brief gives one that can be checked. */
  readonly targetCheck: string | undefined;
  /** What is not forecast and why, each with the figure that is missing. */
  readonly notes: string[];
}

/** Above this a thing is not bought on its page like in a shop. */
const DEAREST_SHOP_ITEM = 1000;
const PAID_BY_NOBODY: readonly Channel[] = ['email', 'blog'];

export function forecastKpis(input: ForecastInput): Forecast {
  const { reading, budget, language } = input;
  const texts = forecastTexts(language, budget.currency);
  const posts = {
    kpi: texts.posts,
    value: input.postCount,
    unit: texts.postUnit,
    basis: texts.postsBasis,
    status: 'forecast' as const,
  };
  const refusal = refusalOf(input, texts);
  if (refusal) return { kpiTable: [posts], targetCheck: undefined, notes: [refusal, texts.organic] };

  const bought = input.channelMix.filter(({ budgetPercent }) => budgetPercent > 0).map((share) => buy(share, input));
  const known = bought.filter((entry) => entry.rate !== undefined);
  const clicks = sumOf(known.flatMap((entry) => entry.clicks ?? []));
  const views = sumOf(known.flatMap((entry) => entry.views ?? []));
  const spent = known.reduce((total, entry) => total + entry.amount, 0);
  const action = actionRateFor(reading.goal.kind, reading.audience.country);
  const isDear = reading.goal.kind === 'buy' && dollarsOf(reading.offer.price) > DEAREST_SHOP_ITEM;
  const actions = isDear ? undefined : actionsOf(action, clicks, spent, budget.currency);
  const sources = [...new Set(known.flatMap(({ rate }) => rate?.source ?? []))].join(' · ');
  const line = (kpi: string, unit: string, band: Band, basis: string): Kpi => ({
    kpi, unit, value: band.mid, low: band.low, high: band.high, basis: basis.slice(0, 600), status: 'forecast',
  }); // biome-ignore format: one row

  const rows: Kpi[] = [posts];
  if (views.mid > 0)
    rows.push(
      line(
        texts.impressions,
        texts.impressionUnit,
        bandOf(views),
        texts.impressionBasis(spent, sources, mediaRatesReadOn),
      ),
    );
  if (clicks.mid > 0)
    rows.push(line(texts.clicks, texts.clickUnit, bandOf(clicks), texts.clickBasis(spent, sources, mediaRatesReadOn)));
  if (actions) {
    const metric = texts.metric[reading.goal.kind];
    rows.push(
      line(
        metric,
        metric.toLocaleLowerCase(language),
        bandOf(actions),
        texts.actionBasis(action?.source ?? '', action?.isAssumption ?? false),
      ),
    );
    const cost: Uncertain = { mid: spent / actions.mid, spread: actions.spread };
    rows.push(line(texts.costOf(metric), budget.currency, bandOf(cost, false), texts.costBasis));
  }
  const notes = [
    ...bought
      .filter((entry) => entry.rate === undefined)
      .map(({ channel, amount }) =>
        texts.noRate(channelName(channel, language), amount, PAID_BY_NOBODY.includes(channel)),
      ),
    ...(isDear ? [texts.tooDear(reading.offer.price?.words ?? '')] : []),
    ...(!actions && !isDear && reading.goal.kind !== 'know'
      ? [texts.noActionRate(texts.metric[reading.goal.kind])]
      : []),
    ...(known.some(({ rate }) => rate && rate.currency !== budget.currency)
      ? [texts.conversion(assumedDollars[budget.currency] ?? 1)]
      : []),
    texts.organic,
  ];
  return { kpiTable: rows, targetCheck: targetCheck(input, texts, actions && bandOf(actions), bandOf(clicks)), notes };
}

function refusalOf({ reading, budget }: ForecastInput, texts: ForecastTexts): string | undefined {
  const { country } = reading.audience;
  if (budget.amount <= 0) return texts.noBudget;
  if (assumedDollars[budget.currency] === undefined) return texts.noCurrency;
  if (country === undefined) return texts.noCountry;
  if (reading.goal.kind === 'petition' && noPaidPetitions.includes(country)) return texts.noPaidPetition;
  return undefined;
}

interface Bought {
  readonly channel: Channel;
  readonly amount: number;
  readonly rate: MediaRate | undefined;
  readonly clicks?: Uncertain;
  readonly views?: Uncertain;
}

function buy(
  { channel, budgetPercent }: ForecastInput['channelMix'][number],
  { budget, reading }: ForecastInput,
): Bought {
  const amount = (budget.amount * budgetPercent) / 100;
  const rate = rateFor(channel, reading.audience.country);
  if (!rate) return { channel, amount, rate };
  const paid = converted(amount, budget.currency, rate.currency);
  return {
    channel,
    amount,
    rate,
    ...(rate.perClick ? { clicks: divided(paid, rate.perClick) } : {}),
    ...(rate.perThousand ? { views: times(divided(paid, rate.perThousand), [1, 1], 1000) } : {}),
  };
}

const rateFor = (channel: Channel, country = ''): MediaRate | undefined => {
  const own = mediaRates.filter((rate) => rate.channel === channel);
  return (
    own.find(({ countries }) => countries.includes(country)) ?? own.find(({ countries }) => countries.includes('*'))
  );
};

const actionRateFor = (kind: BriefReading['goal']['kind'], country = ''): ActionRate | undefined => {
  const own = actionRates.filter((rate) => rate.kind === kind);
  return (
    own.find(({ countries }) => countries.includes(country)) ?? own.find(({ countries }) => countries.includes('*'))
  );
};

function actionsOf(
  rate: ActionRate | undefined,
  clicks: Uncertain,
  spent: number,
  currency: string,
): Uncertain | undefined {
  if (rate?.each && spent > 0) return divided(converted(spent, currency, rate.each.currency), rate.each.range);
  return rate?.ofClicks && clicks.mid > 0 ? times(clicks, rate.ofClicks, 1 / 100) : undefined;
}

const converted = (amount: number, from: string, to: string): number =>
  from === to ? amount : (amount * (assumedDollars[from] ?? 1)) / (assumedDollars[to] ?? 1);

const dollarsOf = (price: BriefReading['offer']['price']): number =>
  price ? converted(price.amount, price.currency, 'USD') : 0;

/** How the target of the brief stands to the band; without a rate of action, how many of the clicks it would need. */
function targetCheck(
  { reading, budget }: ForecastInput,
  texts: ForecastTexts,
  actions: Band | undefined,
  clicks: Band,
): string | undefined {
  const { target, kind } = reading.goal;
  if (!target || kind === 'know') return undefined;
  const { count, of } = target;
  if (/^[A-Z]{3}$/u.test(of)) return texts.moneyTarget(count, of);
  if (!actions) return clicks.mid > 0 ? texts.neededShare(count, of, clicks) : undefined;
  const each = budget.amount / count;
  if (count <= actions.low) return texts.safe(count, of, actions, each);
  if (count <= actions.mid) return texts.plausible(count, of, actions, each);
  if (count <= actions.high) return texts.stretch(count, of, actions, each);
  const needed = [(budget.amount * count) / actions.high, (budget.amount * count) / Math.max(actions.mid, 1)] as const;
  return texts.outOfReach(count, of, actions, needed);
}

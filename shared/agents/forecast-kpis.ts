// Forecasts a campaign's figures from its budget and its number of posts by formulas that each line states.
// They are hypotheses to be replaced by the networks' own figures, so everything is rounded to two digits.

import type { AgentOutput } from '../contracts/agent-outputs.ts';
import type { Language } from '../contracts/brief.ts';
import { costPerThousandImpressions } from './impression-costs.ts';

/** Hypotheses, in the middle of what media plans commonly start from; none is a measurement. */
const ORGANIC_IMPRESSIONS_PER_POST = 500;
const CLICK_RATE = 0.01;
const ENGAGEMENT_RATE = 0.02;
const CONVERSION_RATE = 0.02;

type Kpi = AgentOutput<'Analytics'>['kpiTable'][number];

/** Six lines with a budget in a currency whose prices are assumed, four otherwise; every one a forecast whose basis says how it was computed. */
export function forecastKpis(input: {
  readonly budget: { readonly amount: number; readonly currency: string };
  readonly postCount: number;
  readonly language: Language;
}): Kpi[] {
  const { budget, postCount, language } = input;
  const costPerThousand = budget.amount > 0 ? costPerThousandImpressions(budget.currency) : undefined;
  const paid = costPerThousand === undefined ? 0 : (budget.amount / costPerThousand) * 1000;
  const organic = postCount * ORGANIC_IMPRESSIONS_PER_POST;
  const clicks = (paid + organic) * CLICK_RATE;
  const conversions = clicks * CONVERSION_RATE;
  const words = kpiWords[language];
  const line = (name: keyof KpiWords, value: number): Kpi => {
    const [kpi, unit, basis] = words[name](budget.currency, costPerThousand);
    return {
      kpi,
      value: name === 'cost' ? roundedToTwoDigits(value) : roundedToTwoDigits(Math.round(value)),
      unit,
      basis,
      status: 'forecast',
    };
  };
  const paidLines = [line('paid', paid)];
  const costLines = [line('cost', conversions > 0 ? budget.amount / conversions : 0)];
  return [
    ...(costPerThousand === undefined ? [] : paidLines),
    line('organic', organic),
    line('engagements', (paid + organic) * ENGAGEMENT_RATE),
    line('clicks', clicks),
    line('conversions', conversions),
    ...(costPerThousand === undefined ? [] : costLines),
  ];
}

/** 1234 → 1200, 0.0567 → 0.057. */
const roundedToTwoDigits = (value: number): number => Number(value.toPrecision(2));

type Words = (currency: string, costPerThousand?: number) => readonly [kpi: string, unit: string, basis: string];
interface KpiWords {
  readonly paid: Words;
  readonly organic: Words;
  readonly engagements: Words;
  readonly clicks: Words;
  readonly conversions: Words;
  readonly cost: Words;
}
const kpiWords: Record<Language, KpiWords> = {
  fr: {
    paid: (currency, costPerThousand) => [
      'Impressions payées',
      'impressions',
      `Budget ÷ ${costPerThousand} ${currency} pour mille impressions (hypothèse de coût, tout le budget en achat d’espace).`,
    ],
    organic: () => [
      'Impressions organiques',
      'impressions',
      `Nombre de publications × ${ORGANIC_IMPRESSIONS_PER_POST} impressions par publication (hypothèse).`,
    ],
    engagements: () => ['Interactions', 'interactions', 'Impressions totales × 2 % d’interactions (hypothèse).'],
    clicks: () => ['Clics vers le site', 'clics', 'Impressions totales × 1 % de clics (hypothèse).'],
    conversions: () => ['Conversions', 'conversions', 'Clics × 2 % de conversions (hypothèse à caler sur le site).'],
    cost: (currency) => ['Coût par conversion', currency, 'Budget ÷ conversions prévues.'],
  },
  en: {
    paid: (currency, costPerThousand) => [
      'Paid impressions',
      'impressions',
      `Budget ÷ ${costPerThousand} ${currency} per thousand impressions (cost hypothesis, whole budget spent on media).`,
    ],
    organic: () => [
      'Organic impressions',
      'impressions',
      `Number of posts × ${ORGANIC_IMPRESSIONS_PER_POST} impressions per post (hypothesis).`,
    ],
    engagements: () => ['Engagements', 'engagements', 'Total impressions × 2% engagement (hypothesis).'],
    clicks: () => ['Clicks to the site', 'clicks', 'Total impressions × 1% click rate (hypothesis).'],
    conversions: () => ['Conversions', 'conversions', 'Clicks × 2% conversion rate (hypothesis to tune to the site).'],
    cost: (currency) => ['Cost per conversion', currency, 'Budget ÷ forecast conversions.'],
  },
};

// What the form holds, as text fields do, and the brief that it makes. Checked by the contract's own schema.
import { type BriefInput, briefSchema } from '../../../shared/contracts/brief.ts';
import { type Channel, channelSchema } from '../../../shared/contracts/channels.ts';
import type { BriefWord } from './messages.ts';

export interface BriefForm {
  readonly name: string;
  readonly companyName: string;
  readonly sector: string;
  readonly size: string;
  readonly website: string;
  readonly objectives: string;
  readonly targetAudience: string;
  readonly tone: string;
  readonly brandValues: string;
  readonly language: 'fr' | 'en';
  readonly channels: readonly Channel[];
  readonly budgetAmount: string;
  readonly currency: string;
  readonly duration: string;
  readonly governanceMode: 'GUIDED' | 'SEMI_AUTO' | 'AUTO';
  readonly aiBudgetUsd: string;
  readonly analysisDepth: 'quick' | 'detailed';
}
export type BriefField = keyof BriefForm;

export const briefSteps = ['company', 'goal', 'brand', 'channels', 'review'] as const;
export type BriefStep = (typeof briefSteps)[number];

export const fieldsOfStep: Readonly<Record<BriefStep, readonly BriefField[]>> = {
  company: ['name', 'companyName', 'sector', 'size', 'website'],
  goal: ['objectives', 'targetAudience'],
  brand: ['tone', 'brandValues', 'language'],
  channels: ['channels', 'budgetAmount', 'currency', 'duration'],
  review: ['governanceMode', 'aiBudgetUsd', 'analysisDepth'],
};

const currencyOfRegion: Readonly<Record<string, string>> = {
  GB: 'GBP',
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  CH: 'CHF',
  JP: 'JPY',
};
/** What is paid with where somebody reads `en-GB` or `fr-CH`; where no region is said, the euro, and the dollar in English. */
const currencyOf = (locale: string): string => {
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1];
  return (region && (currencyOfRegion[region] ?? 'EUR')) || (locale.startsWith('en') ? 'USD' : 'EUR');
};

export const emptyForm = (language: 'fr' | 'en', locale: string = language): BriefForm => ({
  name: '',
  companyName: '',
  sector: '',
  size: '',
  website: '',
  objectives: '',
  targetAudience: '',
  tone: '',
  brandValues: '',
  language,
  channels: [],
  budgetAmount: '',
  currency: currencyOf(locale),
  duration: '',
  governanceMode: 'SEMI_AUTO',
  aiBudgetUsd: '5',
  analysisDepth: 'quick',
});

/** A number as people write it in either language: `1 200,50`, `1,200.50`, `18000`. Undefined for what is none. */
export function readNumber(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f']/g, '');
  const plain = /,\d{1,2}$/.test(compact)
    ? compact.replaceAll('.', '').replace(',', '.')
    : compact.replace(/[,.](?=\d{3}(\D|$))/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

const given = <Name extends string>(name: Name, text: string) => (text.trim() ? { [name]: text.trim() } : {});

export function toBrief(form: BriefForm): BriefInput {
  return {
    name: form.name,
    governanceMode: form.governanceMode,
    language: form.language,
    aiBudgetUsd: readNumber(form.aiBudgetUsd) ?? Number.NaN,
    briefData: {
      companyInfo: {
        name: form.companyName,
        sector: form.sector,
        ...given('size', form.size),
        ...given('website', form.website),
      },
      campaignGoals: {
        objectives: linesOf(form.objectives),
        targetAudience: form.targetAudience,
        budget: { amount: readNumber(form.budgetAmount) ?? Number.NaN, currency: form.currency },
        duration: form.duration,
      },
      brandIdentity: {
        tone: form.tone,
        ...given('brandValues', form.brandValues),
        priorityChannels: [...form.channels],
      },
      analysisDepth: form.analysisDepth,
      ragEnabled: false,
    },
  };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A brief of the API in the form's shape: the sample, or a draft. */
export function toForm({ name, governanceMode, language, aiBudgetUsd, briefData }: BriefInput): BriefForm {
  const { companyInfo, campaignGoals, brandIdentity, analysisDepth } = briefData;
  const blank = emptyForm(language ?? 'fr');
  return {
    ...blank,
    name,
    companyName: companyInfo.name,
    sector: companyInfo.sector,
    size: companyInfo.size ?? '',
    website: companyInfo.website ?? '',
    objectives: campaignGoals.objectives.join('\n'),
    targetAudience: campaignGoals.targetAudience,
    tone: brandIdentity.tone,
    brandValues: brandIdentity.brandValues ?? '',
    channels: brandIdentity.priorityChannels.flatMap((channel) => channelSchema.safeParse(channel).data ?? []),
    budgetAmount: String(campaignGoals.budget.amount),
    currency: String(campaignGoals.budget.currency),
    duration: campaignGoals.duration,
    governanceMode: governanceMode ?? blank.governanceMode,
    aiBudgetUsd: String(aiBudgetUsd ?? blank.aiBudgetUsd),
    analysisDepth: analysisDepth ?? blank.analysisDepth,
  };
}

const fieldOfPath: Readonly<Record<string, BriefField>> = {
  name: 'name',
  aiBudgetUsd: 'aiBudgetUsd',
  'briefData.companyInfo.name': 'companyName',
  'briefData.companyInfo.sector': 'sector',
  'briefData.companyInfo.size': 'size',
  'briefData.companyInfo.website': 'website',
  'briefData.campaignGoals.objectives': 'objectives',
  'briefData.campaignGoals.targetAudience': 'targetAudience',
  'briefData.campaignGoals.budget.amount': 'budgetAmount',
  'briefData.campaignGoals.duration': 'duration',
  'briefData.brandIdentity.tone': 'tone',
  'briefData.brandIdentity.brandValues': 'brandValues',
  'briefData.brandIdentity.priorityChannels': 'channels',
};

const needs = {
  name: 'needName',
  companyName: 'needCompanyName',
  sector: 'needSector',
  size: 'needSize',
  website: 'needWebsite',
  objectives: 'needObjectives',
  targetAudience: 'needTargetAudience',
  tone: 'needTone',
  brandValues: 'needBrandValues',
  channels: 'needChannels',
  budgetAmount: 'needBudgetAmount',
  duration: 'needDuration',
  aiBudgetUsd: 'needAiBudgetUsd',
} as const satisfies Partial<Record<BriefField, BriefWord>>;

/** What each field still needs, by the name of its sentence. Empty when the brief can be sent. */
export function needsOf(form: BriefForm): Partial<Record<BriefField, BriefWord>> {
  const { error } = briefSchema.safeParse(toBrief(form));
  const found: Partial<Record<BriefField, BriefWord>> = {};
  for (const { path } of error?.issues ?? []) {
    const names = path.filter((part) => typeof part === 'string').join('.');
    const field = fieldOfPath[names];
    if (field && field in needs) found[field] = needs[field as keyof typeof needs];
  }
  return found;
}

export const stepOfField = (field: BriefField): BriefStep =>
  briefSteps.find((step) => fieldsOfStep[step].includes(field)) ?? 'company';

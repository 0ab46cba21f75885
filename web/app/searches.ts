// What the addresses of the application say after their question mark, read for each page.
import { type CampaignStatus, campaignStatuses } from '../../shared/contracts/campaign.ts';

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((known) => known === value);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const optional = (search: Record<string, unknown>, ...fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = text(search[field]);
      return value ? [[field, value]] : [];
    }),
  );

/**
 * Reads what an address says after its question mark. What the page does not understand is as if nobody had said it: the router would hand
 * it to the page as it is otherwise, and `?day=nonsense` is no day.
 */
const understood =
  <Search extends object>(read: (search: Record<string, unknown>) => Search) =>
  (search: Record<string, unknown>): Search => ({
    ...Object.fromEntries(Object.keys(search).map((field) => [field, undefined])),
    ...read(search),
  });

export const sessionSearch = understood((search): { next?: string } => {
  const next = text(search['next']);
  // An address of ours, or none: nobody is sent elsewhere by a link.
  return next?.startsWith('/') && !next.startsWith('//') ? { next } : {};
});

interface HomeSearch {
  readonly search?: string;
  readonly status?: CampaignStatus;
}
export const homeSearch = understood((search): HomeSearch => {
  const words = text(search['search']);
  const status = oneOf(campaignStatuses, search['status']);
  return { ...(words ? { search: words } : {}), ...(status ? { status } : {}) };
});

const briefSteps = ['company', 'goal', 'brand', 'channels', 'review'] as const;
interface BriefSearch {
  readonly step?: (typeof briefSteps)[number];
  readonly draft?: string;
  readonly start?: 'sample';
}
export const briefSearch = understood((search): BriefSearch => {
  const step = oneOf(briefSteps, search['step']);
  const draft = text(search['draft']);
  return {
    ...(step ? { step } : {}),
    ...(draft ? { draft } : {}),
    ...(search['start'] === 'sample' ? { start: 'sample' } : {}),
  };
});

interface RunSearch {
  readonly phase?: string;
  readonly view?: 'graph' | 'timeline' | 'log';
  readonly tab?: 'output' | 'inputs' | 'provenance' | 'history';
}
export const runSearch = understood((search): RunSearch => {
  const phase = text(search['phase']);
  const view = oneOf(['graph', 'timeline', 'log'] as const, search['view']);
  const tab = oneOf(['output', 'inputs', 'provenance', 'history'] as const, search['tab']);
  return { ...(phase ? { phase } : {}), ...(view ? { view } : {}), ...(tab ? { tab } : {}) };
});

interface CompareSearch {
  readonly mode?: 'overlay';
  readonly blind?: true;
}
export const compareSearch = understood(
  (search): CompareSearch => ({
    ...(search['mode'] === 'overlay' ? { mode: 'overlay' as const } : {}),
    ...(search['blind'] === true ? { blind: true as const } : {}),
  }),
);

interface InboxSearch {
  readonly list?: 'waiting' | 'later' | 'decided';
  readonly campaign?: string;
  readonly phase?: string;
  readonly tab?: NonNullable<RunSearch['tab']>;
}
export const inboxSearch = understood((search): InboxSearch => {
  const campaign = text(search['campaign']);
  const phase = text(search['phase']);
  const tab = oneOf(['output', 'inputs', 'provenance', 'history'] as const, search['tab']);
  const list = oneOf(['waiting', 'later', 'decided'] as const, search['list']);
  return {
    ...(list ? { list } : {}),
    ...(campaign && phase ? { campaign, phase, ...(tab ? { tab } : {}) } : {}),
  };
});

interface CostsSearch {
  readonly month?: string;
  readonly by?: 'campaign' | 'agent' | 'model' | 'provider';
  readonly day?: string;
  readonly campaignId?: string;
  readonly agent?: string;
  readonly model?: string;
  readonly provider?: string;
}
export const costsSearch = understood((search): CostsSearch => {
  const month = text(search['month']);
  const by = oneOf(['campaign', 'agent', 'model', 'provider'] as const, search['by']);
  const narrowed = optional(search, 'day', 'campaignId', 'agent', 'model', 'provider');
  return { ...(month && /^\d{4}-\d{2}$/.test(month) ? { month } : {}), ...(by ? { by } : {}), ...narrowed };
});

interface CalendarSearch {
  readonly view?: 'month' | 'week' | 'list';
  readonly day?: string;
  readonly channel?: string;
  readonly campaign?: string;
  readonly post?: string;
}
export const calendarSearch = understood((search): CalendarSearch => {
  const view = oneOf(['month', 'week', 'list'] as const, search['view']);
  const day = text(search['day']);
  return {
    ...(view ? { view } : {}),
    ...(day && !Number.isNaN(Date.parse(day)) && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
    ...optional(search, 'channel', 'campaign', 'post'),
  };
});

interface AssetsSearch {
  readonly kind?: 'image' | 'video';
  readonly status?: 'draft' | 'approved' | 'rejected' | 'archived';
  readonly campaign?: string;
  readonly asset?: string;
}
export const assetsSearch = understood((search): AssetsSearch => {
  const kind = oneOf(['image', 'video'] as const, search['kind']);
  const status = oneOf(['draft', 'approved', 'rejected', 'archived'] as const, search['status']);
  return { ...(kind ? { kind } : {}), ...(status ? { status } : {}), ...optional(search, 'campaign', 'asset') };
});

interface SettingsSearch {
  readonly section?: 'account' | 'keys' | 'webhooks';
}
export const settingsSearch = understood((search): SettingsSearch => {
  const section = oneOf(['account', 'keys', 'webhooks'] as const, search['section']);
  return section ? { section } : {};
});

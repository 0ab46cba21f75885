// The addresses of the application. Each page is a file of its own, loaded when it is gone to; what a page shows is in its address.
import { type QueryClient, useQueryErrorResetBoundary } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { useCallback } from 'react';
import { type CampaignStatus, campaignStatuses } from '../../shared/contracts/campaign.ts';
import { ProblemNotice } from '../design/notice.tsx';
import { PageSkeleton } from '../design/placeholders.tsx';
import { useWords } from '../i18n/messages.ts';
import { usePageTitle } from '../live/page-title.ts';
import { currentSession } from '../live/session.ts';
import { appWords } from './messages.ts';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

interface Context {
  readonly queries: QueryClient;
}

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

const rootRoute = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const sessionRoute = (path: '/sign-in' | '/register' | '/confirm' | '/forgot') =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    validateSearch: understood((search): { next?: string } => {
      const next = text(search['next']);
      // An address of ours, or none: nobody is sent elsewhere by a link.
      return next?.startsWith('/') && !next.startsWith('//') ? { next } : {};
    }),
    component: lazyRouteComponent(() => import('./routes/session-route.tsx')),
  });

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: ({ location }) => {
    if (!currentSession())
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
  },
  component: Shell,
});

export interface HomeSearch {
  readonly search?: string;
  readonly status?: CampaignStatus;
}
const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: understood((search): HomeSearch => {
    const words = text(search['search']);
    const status = oneOf(campaignStatuses, search['status']);
    return { ...(words ? { search: words } : {}), ...(status ? { status } : {}) };
  }),
  component: lazyRouteComponent(() => import('./routes/home-route.tsx')),
});

const briefSteps = ['company', 'goal', 'brand', 'channels', 'review'] as const;
export interface BriefSearch {
  readonly step?: (typeof briefSteps)[number];
  readonly draft?: string;
  readonly start?: 'sample';
}
const briefRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns/new',
  validateSearch: understood((search): BriefSearch => {
    const step = oneOf(briefSteps, search['step']);
    const draft = text(search['draft']);
    return {
      ...(step ? { step } : {}),
      ...(draft ? { draft } : {}),
      ...(search['start'] === 'sample' ? { start: 'sample' } : {}),
    };
  }),
  component: lazyRouteComponent(() => import('./routes/brief-route.tsx')),
});

export interface RunSearch {
  readonly phase?: string;
  readonly view?: 'graph' | 'timeline' | 'log';
  readonly tab?: 'output' | 'inputs' | 'provenance' | 'history';
}
const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns/$campaignId',
  validateSearch: understood((search): RunSearch => {
    const phase = text(search['phase']);
    const view = oneOf(['graph', 'timeline', 'log'] as const, search['view']);
    const tab = oneOf(['output', 'inputs', 'provenance', 'history'] as const, search['tab']);
    return { ...(phase ? { phase } : {}), ...(view ? { view } : {}), ...(tab ? { tab } : {}) };
  }),
  component: lazyRouteComponent(() => import('./routes/run-route.tsx')),
});

export interface CompareSearch {
  readonly mode?: 'overlay';
  readonly blind?: true;
}
const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns/$campaignId/compare/$phaseId',
  validateSearch: understood(
    (search): CompareSearch => ({
      ...(search['mode'] === 'overlay' ? { mode: 'overlay' as const } : {}),
      ...(search['blind'] === true ? { blind: true as const } : {}),
    }),
  ),
  component: lazyRouteComponent(() => import('./routes/compare-route.tsx')),
});

export interface InboxSearch {
  readonly list?: 'waiting' | 'later' | 'decided';
  readonly campaign?: string;
  readonly phase?: string;
  readonly tab?: NonNullable<RunSearch['tab']>;
}
const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/approvals',
  validateSearch: understood((search): InboxSearch => {
    const campaign = text(search['campaign']);
    const phase = text(search['phase']);
    const tab = oneOf(['output', 'inputs', 'provenance', 'history'] as const, search['tab']);
    const list = oneOf(['waiting', 'later', 'decided'] as const, search['list']);
    return {
      ...(list ? { list } : {}),
      ...(campaign && phase ? { campaign, phase, ...(tab ? { tab } : {}) } : {}),
    };
  }),
  component: lazyRouteComponent(() => import('./routes/inbox-route.tsx')),
});

export interface CostsSearch {
  readonly month?: string;
  readonly by?: 'campaign' | 'agent' | 'model' | 'provider';
  readonly day?: string;
  readonly campaignId?: string;
  readonly agent?: string;
  readonly model?: string;
  readonly provider?: string;
}
const costsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/costs',
  validateSearch: understood((search): CostsSearch => {
    const month = text(search['month']);
    const by = oneOf(['campaign', 'agent', 'model', 'provider'] as const, search['by']);
    const narrowed = optional(search, 'day', 'campaignId', 'agent', 'model', 'provider');
    return { ...(month && /^\d{4}-\d{2}$/.test(month) ? { month } : {}), ...(by ? { by } : {}), ...narrowed };
  }),
  component: lazyRouteComponent(() => import('./routes/costs-route.tsx')),
});

export interface CalendarSearch {
  readonly view?: 'month' | 'week' | 'list';
  readonly day?: string;
  readonly channel?: string;
  readonly campaign?: string;
  readonly post?: string;
}
const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calendar',
  validateSearch: understood((search): CalendarSearch => {
    const view = oneOf(['month', 'week', 'list'] as const, search['view']);
    const day = text(search['day']);
    return {
      ...(view ? { view } : {}),
      ...(day && !Number.isNaN(Date.parse(day)) && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
      ...optional(search, 'channel', 'campaign', 'post'),
    };
  }),
  component: lazyRouteComponent(() => import('./routes/calendar-route.tsx')),
});

export interface AssetsSearch {
  readonly kind?: 'image' | 'video';
  readonly status?: 'draft' | 'approved' | 'rejected' | 'archived';
  readonly campaign?: string;
  readonly asset?: string;
}
const assetsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assets',
  validateSearch: understood((search): AssetsSearch => {
    const kind = oneOf(['image', 'video'] as const, search['kind']);
    const status = oneOf(['draft', 'approved', 'rejected', 'archived'] as const, search['status']);
    return { ...(kind ? { kind } : {}), ...(status ? { status } : {}), ...optional(search, 'campaign', 'asset') };
  }),
  component: lazyRouteComponent(() => import('./routes/assets-route.tsx')),
});

export interface SettingsSearch {
  readonly section?: 'account' | 'keys' | 'webhooks';
}
const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  validateSearch: understood((search): SettingsSearch => {
    const section = oneOf(['account', 'keys', 'webhooks'] as const, search['section']);
    return section ? { section } : {};
  }),
  component: lazyRouteComponent(() => import('./routes/settings-route.tsx')),
});

const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: lazyRouteComponent(() => import('./routes/design-route.tsx')),
});

/** In the place of a page that could not be read or drawn; what stands around it still works. */
function PageProblem({ error, reset }: ErrorComponentProps) {
  const say = useWords(appWords);
  usePageTitle(say('problemTitle'));
  const { reset: readAgain } = useQueryErrorResetBoundary();
  const retry = useCallback(() => {
    readAgain();
    reset();
  }, [readAgain, reset]);
  return (
    <div className="page">
      <h1>{say('problemTitle')}</h1>
      <ProblemNotice error={error} retry={retry} />
    </div>
  );
}

const routeTree = rootRoute.addChildren([
  sessionRoute('/sign-in'),
  sessionRoute('/register'),
  sessionRoute('/confirm'),
  sessionRoute('/forgot'),
  designRoute,
  shellRoute.addChildren([
    homeRoute,
    briefRoute,
    runRoute,
    compareRoute,
    inboxRoute,
    costsRoute,
    calendarRoute,
    assetsRoute,
    settingsRoute,
  ]),
]);

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0, // the server-state library alone knows what is fresh
    defaultPendingMs: 200,
    defaultPendingMinMs: 300,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageProblem,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

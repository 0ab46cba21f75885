// The addresses of the application. Each page is a file of its own, loaded when it is gone to; what a page shows is in its address.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { PageSkeleton } from '../design/placeholders.tsx';
import { currentSession } from '../live/session.ts';
import { NotFound } from './not-found.tsx';
import { PageProblem } from './page-problem.tsx';
import {
  assetsSearch,
  briefSearch,
  calendarSearch,
  compareSearch,
  costsSearch,
  homeSearch,
  inboxSearch,
  runSearch,
  sessionSearch,
  settingsSearch,
} from './searches.ts';
import { Shell } from './shell.tsx';

interface Context {
  readonly queries: QueryClient;
}

const rootRoute = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const sessionRoute = (path: '/sign-in' | '/register' | '/confirm' | '/forgot') =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    validateSearch: sessionSearch,
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

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: homeSearch,
  component: lazyRouteComponent(() => import('./routes/home-route.tsx')),
});

const briefRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns/new',
  validateSearch: briefSearch,
  component: lazyRouteComponent(() => import('./routes/brief-route.tsx')),
});

const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns/$campaignId',
  validateSearch: runSearch,
  component: lazyRouteComponent(() => import('./routes/campaign-route.tsx')),
});

const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns/$campaignId/compare/$phaseId',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('./routes/compare-route.tsx')),
});

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/approvals',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('./routes/inbox-route.tsx')),
});

const costsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/costs',
  validateSearch: costsSearch,
  component: lazyRouteComponent(() => import('./routes/costs-route.tsx')),
});

const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calendar',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('./routes/calendar-route.tsx')),
});

const assetsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assets',
  validateSearch: assetsSearch,
  component: lazyRouteComponent(() => import('./routes/assets-route.tsx')),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('./routes/settings-route.tsx')),
});

const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: lazyRouteComponent(() => import('./routes/design-route.tsx')),
});

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

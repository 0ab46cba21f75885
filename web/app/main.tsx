// Begins the application: where the API is, who is signed in, then the first page.
import '@fontsource-variable/martian-mono/wdth.css';
import '@fontsource-variable/schibsted-grotesk/wght.css';
import '../design/tokens.css';
import '../design/base.css';
import '../design/components.css';
import './app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiUnreachable } from '../../shared/client/api-errors.ts';
import { Boundary, ProblemNotice } from '../design/notice.tsx';
import { applyTheme } from '../design/theme.ts';
import { currentLanguage, useLanguage } from '../i18n/messages.ts';
import { resumeSession } from '../live/api.ts';
import { loadSettings } from '../live/settings.ts';
import { onRetry } from '../retry/retry-signal.ts';
import { createAppRouter } from './router.tsx';

applyTheme();
document.documentElement.lang = currentLanguage();
const root = createRoot(document.getElementById('application') ?? document.body);
const queries = new QueryClient({
  defaultOptions: {
    // What the server has answered it has answered; only who did not answer is asked again.
    queries: { retry: (count, error) => error instanceof ApiUnreachable && count < 2, staleTime: 10_000 },
  },
});
const router = createAppRouter(queries);

function Application() {
  useLanguage();
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

/** A server that is not there yet, or a network that is not, is tried again by itself. */
const patienceMilliseconds = 3_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

async function begin(): Promise<void> {
  clearTimeout(waiting);
  try {
    await loadSettings();
    await resumeSession();
  } catch (error) {
    root.render(
      <main className="page">
        <h1>AstroMedia</h1>
        <ProblemNotice error={error} retry={() => void begin()} />
      </main>,
    );
    if (error instanceof ApiUnreachable) waiting = setTimeout(() => void begin(), patienceMilliseconds);
    return;
  }
  onRetry(() => void queries.invalidateQueries());
  root.render(
    <StrictMode>
      <Boundary>
        <Application />
      </Boundary>
    </StrictMode>,
  );
}
void begin();

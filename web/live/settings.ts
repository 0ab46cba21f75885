// Where the API and the socket are: whoever serves the application says so in a file beside it.
import { ApiUnreachable } from '../../shared/client/api-errors.ts';
import type { BriefInput } from '../../shared/contracts/brief.ts';
import type { DemoAccount } from '../../shared/contracts/demo-account.ts';

export interface Settings {
  readonly apiUrl: string;
  readonly liveUrl: string;
  /** A brief to begin with, in the language of the page. */
  readonly sampleBriefs: { readonly en: BriefInput; readonly fr: BriefInput };
  /** An account to look around with, where the platform on one's own machine has one. */
  readonly demo?: DemoAccount;
}

let known: Settings | undefined;

/** Reads them once, before anything is drawn. Throws ApiUnreachable when nobody answers. */
export async function loadSettings(): Promise<void> {
  const answer = await fetch('/settings.json', { cache: 'no-cache' }).catch((cause: unknown) => {
    throw new ApiUnreachable('/settings.json got no answer', { cause });
  });
  if (!answer.ok) throw new Error(`/settings.json: ${answer.status}`);
  const read = (await answer.json()) as Omit<Settings, 'apiUrl'> & { readonly apiUrl?: string };
  // Where the application is of the API's own origin, as behind CloudFront, there is none to name.
  known = { ...read, apiUrl: read.apiUrl ?? location.origin };
}

export function settings(): Settings {
  if (!known) throw new Error('The settings are read before anything is drawn.');
  return known;
}

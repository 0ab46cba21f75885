// A plain page that signs in, starts the sample campaign and lists campaigns live. It knows the API and the socket, nothing else.
import { createApiClient } from '../../shared/client/api-client.ts';
import { ApiProblem } from '../../shared/client/api-errors.ts';
import { createLiveClient } from '../../shared/client/live-client.ts';
import type { BriefInput } from '../../shared/contracts/brief.ts';
import type { CardActions } from './campaign-card.ts';
import { createCampaignList } from './campaign-list.ts';
import { byId } from './element.ts';

/** Where the API and the socket are, and the brief to begin with: whoever serves the page knows. */
interface Settings {
  /** Where the page is of the API's own origin, as behind CloudFront, there is none to name. */
  readonly apiUrl?: string;
  readonly liveUrl: string;
  readonly sampleBrief: BriefInput;
}

const settings: Settings = await fetch('/settings.json').then((answer) => answer.json());
const apiUrl = settings.apiUrl ?? location.origin;
const tokenName = 'token'; // where version 2's client kept it
const token = (): string | undefined => localStorage.getItem(tokenName) ?? undefined;
const client = createApiClient({ baseUrl: apiUrl, token });
const notice = byId('notice');

byId('documentation').setAttribute('href', `${apiUrl}/api/v1/docs`);
byId('sign-out').addEventListener('click', signOut);
onSubmit('signing-in', async (form) => {
  const credentials = { email: String(form.get('email')), password: String(form.get('password')) };
  const session = await client.call(form.get('how') === 'register' ? 'register' : 'login', { body: credentials });
  if ('token' in session) localStorage.setItem(tokenName, session.token);
  await showWhatFits();
});
await attempt(showWhatFits);

async function showWhatFits(): Promise<void> {
  const isSignedIn = token() !== undefined;
  byId('signing-in').hidden = isSignedIn;
  byId('campaigns').hidden = !isSignedIn;
  byId('sign-out').hidden = !isSignedIn;
  if (isSignedIn) await showCampaigns();
}

async function showCampaigns(): Promise<void> {
  const live = createLiveClient({ url: settings.liveUrl, token: () => token() ?? '' });
  const list = createCampaignList({ client, live, list: byId('list'), empty: byId('empty'), actions });
  onSubmit('campaigns', async (form) => {
    const governanceMode = form.get('mode') as NonNullable<BriefInput['governanceMode']>; // the options of the page
    list.add(await client.call('createCampaign', { body: { ...settings.sampleBrief, governanceMode } }));
  });
  await list.load();
}

const actions: CardActions = {
  approve: ({ id }, phase) =>
    attempt(() =>
      client.call('approvePhase', { params: { campaignId: id, phaseId: phase.id }, body: { attempt: phase.attempt } }),
    ),
  retry: ({ id }, phase) =>
    attempt(() =>
      client.call('retryPhase', { params: { campaignId: id, phaseId: phase.id }, body: { attempt: phase.attempt } }),
    ),
  download: ({ id }) =>
    attempt(async () => {
      const { url } = await client.call('exportCampaign', { params: { campaignId: id } });
      location.assign(url);
    }),
  cancel: ({ id }) =>
    attempt(() => client.call('changeCampaign', { params: { campaignId: id }, body: { action: 'cancel' } })),
};

/** Does something and says what went wrong, in the words of the API. Whose token is over signs in again. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  notice.hidden = true;
  try {
    await work();
  } catch (error) {
    if (hasStatus(error, 401) && !(error instanceof ApiProblem)) return signOut();
    notice.textContent = error instanceof Error ? error.message : String(error);
    notice.hidden = false;
  }
}

const hasStatus = (error: unknown, status: number) =>
  error instanceof Error && 'status' in error && error.status === status;

function signOut(): void {
  localStorage.removeItem(tokenName);
  location.reload();
}

function onSubmit(sectionId: string, submit: (form: FormData) => Promise<unknown>): void {
  const form = byId(sectionId).querySelector('form');
  if (!form) throw new Error(`#${sectionId} has no form`);
  form.onsubmit = (event) => {
    event.preventDefault();
    void attempt(() => submit(new FormData(form, event.submitter)));
  };
}

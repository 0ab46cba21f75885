// The page that the platform serves beside the API: it may call from whichever port it is on, and its words are of one language.
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPlatform } from '../../local/start-platform.ts';
import { apiPrefix } from '../../shared/contracts/routes.ts';
import { defaultPlaybook } from '../../shared/domain/default-playbook.ts';
import { sampleDossier } from '../../shared/export/testing/sample-dossier.ts';
import { campaignCard } from '../../web/start-page/campaign-card.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { noteUnexpectedError } from '../support/unexpected-errors.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

let pagePort: number;
const platform = scratchPlatform(async (directory) => {
  pagePort = await freePort();
  return startPlatform({ directory, onError: noteUnexpectedError, pagePort });
});

describe('the page on a port of its own', () => {
  it('may call the API that it is told of, and no other page may', async () => {
    const settings = await fetch(`http://127.0.0.1:${pagePort}/settings.json`).then((answer) => answer.json());
    const allowed = async (origin: string) => {
      const answer = await fetch(`${settings.apiUrl}${apiPrefix}/campaigns`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      return answer.headers.get('access-control-allow-origin');
    };

    expect(settings.apiUrl).toBe(platform.apiUrl);
    for (const host of ['localhost', '127.0.0.1'])
      expect(await allowed(`http://${host}:${pagePort}`)).toBe(`http://${host}:${pagePort}`);
    expect(await allowed(`http://localhost:${pagePort + 1}`)).toBeNull();
  });
});

describe('a campaign on the page', () => {
  /** As much of a document as the card needs: it collects the texts. */
  class FakeElement {
    readonly texts: string[] = [];
    setAttribute(): void {}
    addEventListener(): void {}
    append(...children: (FakeElement | string)[]): void {
      for (const child of children) this.texts.push(...(typeof child === 'string' ? [child] : child.texts));
    }
  }
  beforeEach(
    () => void vi.stubGlobal('document', { documentElement: { lang: 'en' }, createElement: () => new FakeElement() }),
  );
  afterEach(() => void vi.unstubAllGlobals());

  it('names its phases in the language of the page, and what they wait for by name', () => {
    const { campaign } = sampleDossier();
    for (const phase of campaign.phases)
      if (phase.id === 'video') Object.assign(phase, { status: 'IDLE', waitsFor: ['visuals'] });
    const nothing = () => undefined;

    const card = campaignCard(campaign, { approve: nothing, retry: nothing, download: nothing, cancel: nothing });

    const { texts } = card as unknown as FakeElement;
    expect(campaign.language).toBe('fr');
    expect(texts).toEqual(expect.arrayContaining(defaultPlaybook.phases.map(({ name }) => name.en)));
    expect(texts).toContain('waits for A/B visuals');
  });
});

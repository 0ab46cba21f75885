// The web application in front of a deployment on an emulator, as its synthesised stack describes it.
import { join } from 'node:path';
import type { Deployment } from '../../../scripts/deploy/emulator.ts';
import { mustRunCdk } from '../../../scripts/deploy/run-cdk.ts';
import { deployedValues, readTemplate } from './deployed-values.ts';
import { publishSite, removeSite } from './publish-site.ts';
import { serveSite } from './serve-site.ts';

const stack = 'AstroMedia-dev-web';

export interface Site {
  /** Under the name `localhost`, where browsers keep cookies that are for TLS only. */
  readonly url: string;
  readonly files: number;
  stop(): Promise<void>;
}

/** Synthesises the stack, fills the bucket and serves it. */
export async function openSite({ stacks, apiUrl }: Deployment, directory: string): Promise<Site> {
  const assembly = join(directory, 'site');
  const app = ['--app', 'node tests/deploy/site/site-app.ts', '--output', assembly];
  await mustRunCdk(['synth', stack, '--exclusively', '--quiet', '-c', 'stage=dev', '-c', 'local=1', ...app]);
  const template = await readTemplate(assembly, stack);
  const resolve = await deployedValues(assembly, stacks);
  const files = await publishSite({ assembly, stack, template, resolve });
  const { endpoint, stop } = await serveSite({ template, resolve, emulator: new URL(apiUrl).origin });
  return {
    url: endpoint.replace('127.0.0.1', 'localhost'),
    files,
    stop: async () => {
      await stop();
      await removeSite();
    },
  };
}

/** Throws where an answer is not what a browser is to get from CloudFront. */
export async function checkSite({ url }: Site): Promise<void> {
  const page = await fetch(`${url}/campaigns/any/address`);
  const html = await page.text();
  const policy = page.headers.get('content-security-policy') ?? '';
  const script = /<script [^>]*src="(\/assets\/[^"]+)"/.exec(html)?.[1];
  const asset = await fetch(`${url}${script}`);
  const settings = await (await fetch(`${url}/settings.json`)).json();
  const facts = {
    'a deep link is answered with the page': page.status === 200 && html.includes('<div id="application">'),
    'the page is asked for anew each time': page.headers.get('cache-control') === 'public, max-age=0, must-revalidate',
    'nothing inline may run': policy.includes("script-src 'self'") && !/unsafe-(inline|eval)/.test(policy),
    'a file named after its content is kept':
      asset.headers.get('cache-control') === 'public, max-age=31536000, immutable',
    'such a file is a script': asset.ok && asset.headers.get('content-type') === 'text/javascript',
    'a file that is not there is no page': (await fetch(`${url}/assets/none.js`)).status === 403,
    'the API is of the same origin': settings.apiUrl === undefined && (await fetch(`${url}/api/v1/health`)).ok,
    'the socket is named': /^ws:\/\/127\.0\.0\.1:\d+\/_aws\/execute-api\/\w+\/live$/.test(settings.liveUrl),
  };
  const wrong = Object.entries(facts).flatMap(([fact, holds]) => (holds ? [] : [fact]));
  if (wrong.length > 0) throw new Error(`It does not hold that ${wrong.join(', nor that ')}`);
}

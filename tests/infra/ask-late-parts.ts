// Run by bundles.test.ts in a process of its own: asks the bundle for what it reads late, and prints what it answers.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [directory = '.'] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(join(directory, 'index.mjs')).href);

async function ask(routeKey: string, method: string, rawPath: string) {
  const { statusCode, headers } = await handler(
    {
      version: '2.0',
      routeKey,
      rawPath,
      rawQueryString: '',
      headers: {},
      requestContext: { http: { method, sourceIp: '192.0.2.1' } },
      isBase64Encoded: false,
    },
    { awsRequestId: 'request-1', functionName: 'bundled' },
  );
  return { status: statusCode, allow: headers.allow };
}

/** The whole table tells methods, and phases have the shapes of all outputs: a stranger is refused by their rows. */
const otherMethod = await ask('$default', 'PUT', '/api/v1/campaigns');
const phase = await ask('GET /api/v1/campaigns/{campaignId}/phases/{phaseId}', 'GET', '/api/v1/campaigns/c/phases/p');
console.log(JSON.stringify({ otherMethod, phase }));
process.exit(0);

// Run by bundles.test.ts in a process of its own: asks the bundle for campaigns by a character reference, and prints what is wrong with it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [directory = '.'] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(join(directory, 'index.mjs')).href);
const claims = { sub: 'user', token_use: 'access', iat: '1', jti: 'token' };
const { statusCode, body } = await handler(
  {
    version: '2.0',
    routeKey: 'GET /api/v1/campaigns',
    rawPath: '/api/v1/campaigns',
    rawQueryString: 'search=%26shy%3B',
    queryStringParameters: { search: '&shy;' },
    headers: {},
    requestContext: { http: { method: 'GET', sourceIp: '192.0.2.1' }, authorizer: { jwt: { claims } } },
    isBase64Encoded: false,
  },
  { awsRequestId: 'request-1', functionName: 'bundled' },
);
console.log(JSON.stringify({ status: statusCode, errors: JSON.parse(body).errors }));
process.exit(0);

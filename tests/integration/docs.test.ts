// The documentation as a browser gets it, and whether real answers are what it promises. Over real HTTP, with everything behind it.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { docsFiles } from '../../shared/contracts/routes/docs-routes.ts';
import { apiPrefix, type OperationId, operationIds, type Route, routes } from '../../shared/contracts/routes.ts';
import { briefOf, follow, registerUser, type User } from '../support/campaign-driver.ts';
import { platformWithImage } from '../support/platform-with-image.ts';
import { type RawAnswer, sendRaw } from '../support/raw-requests.ts';
import { idsOfNothing, type Owned, sampleBodies } from '../support/route-samples.ts';

const platform = platformWithImage();
const get = (path: string, headers: Record<string, string> = {}) =>
  sendRaw(platform, { method: 'GET', path: `${apiPrefix}${path}`, headers });

describe('the page', () => {
  it('and every file it is made of are public, typed, and may run nothing from elsewhere', async () => {
    const types = { css: 'text/css', js: 'text/javascript', html: 'text/html', json: 'application/json' };
    for (const path of ['/docs', '/openapi.json', ...docsFiles.map((file) => `/docs/${file}`)]) {
      const { status, headers, text } = await get(path);
      const type = path === '/docs' ? types.html : Object.entries(types).find(([end]) => path.endsWith(end))?.[1];
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, `${type}; charset=utf-8`]);
      expect(headers.get('content-encoding')).toBe('gzip');
      expect(headers.get('content-security-policy')).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(text.length).toBeGreaterThan(100);
    }
  });

  it('is not sent again to whoever has it', async () => {
    const first = await get('/docs');
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/docs', { 'if-none-match': etag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await get('/docs', { 'if-none-match': '"older"' })).status).toBe(200);
  });

  it.each(['package.json', '..%2Fpackage.json', 'page.html', 'swagger-ui.js', '%00'])(
    'has no file %s',
    async (file) => {
      expect(await get(`/docs/${file}`)).toMatchObject({ status: 404, json: { code: 'not-found' } });
    },
  );

  it('reads the committed description', async () => {
    const committed = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));
    expect((await get('/openapi.json')).json).toEqual(committed);
  });
});

describe('an answer', () => {
  const contentSchema = z.record(z.string(), z.looseObject({ schema: z.record(z.string(), z.unknown()).optional() }));
  const responseSchema = z.looseObject({ $ref: z.string().optional(), content: contentSchema.optional() });
  const documentSchema = z.looseObject({
    paths: z.record(
      z.string(),
      z.record(z.string(), z.looseObject({ responses: z.record(z.string(), responseSchema) })),
    ),
    components: z.looseObject({ responses: z.record(z.string(), responseSchema) }),
  });
  let owner: User;
  let owned: Owned;
  let document: z.infer<typeof documentSchema>;
  let ajv: Ajv2020;

  beforeAll(async () => {
    document = documentSchema.parse((await get('/openapi.json')).json);
    // Formats are zod's to check; here it is the shapes that count.
    ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema({ $id: 'api', ...document });
    owner = await registerUser(platform);
    const { id } = await owner.client.call('createCampaign', { body: briefOf({ governanceMode: 'SEMI_AUTO' }) });
    const follower = follow(platform, owner, id);
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const { data } = await follower.until('asset:created');
    follower.close();
    owned = { ...idsOfNothing, campaignId: id, phaseId: 'strategy', assetId: data.asset.id };
  });

  /** What the document promises for this status, or the reason why it promises nothing. */
  function faultsOf(id: OperationId, answer: RawAnswer): unknown {
    const route: Route = routes[id];
    const promised = document.paths[route.path]?.[route.method.toLowerCase()]?.responses[String(answer.status)];
    if (!promised) return `${id} does not say that it answers ${answer.status}: ${answer.text.slice(0, 300)}`;
    const response = promised.$ref ? document.components.responses[promised.$ref.split('/').at(-1) ?? ''] : promised;
    const type = answer.headers.get('content-type') ?? '';
    const media = Object.entries(response?.content ?? {}).find(([name]) => type.split(';')[0] === name.split(';')[0]);
    if (!media) return `${id} does not say that it answers ${answer.status} as ${type}`;
    if (!media[1].schema) return undefined;
    const validate = ajv.compile(withAbsoluteReferences(media[1].schema));
    return validate(answer.json) ? undefined : validate.errors;
  }
  const withAbsoluteReferences = (schema: object) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'));

  /** Asks an operation whose path can be filled in; undefined for one that names something else. */
  async function ask(id: OperationId, token: string | undefined, ids: Owned = owned): Promise<RawAnswer | undefined> {
    const { method, path }: Route = routes[id];
    const values = new Map(Object.entries(ids));
    const filled = path.replace(/\{(\w+)\}/g, (placeholder, name: string) => values.get(name) ?? placeholder);
    if (filled.includes('{')) return undefined;
    return sendRaw(platform, { method, path: `${apiPrefix}${filled}`, token, body: sampleBodies[id] });
  }
  const reading = operationIds.filter((id) => routes[id].method === 'GET' && !('mediaType' in routes[id]));
  const core = [
    'listCampaigns',
    'getCampaign',
    'getPhase',
    'listEvents',
    'listModelCalls',
    'listAssets',
    'getAsset',
    'downloadAsset',
  ];

  it.each(reading)('of %s has the shape the description promises', async (id) => {
    const answer = await ask(id, owner.token);
    if (!answer) return;
    expect(faultsOf(id, answer)).toBeUndefined();
    if (core.includes(id)) expect(answer.status).toBe(200);
  });

  it.each(reading)('to nobody, and about nothing, from %s is promised too', async (id) => {
    const answers = [await ask(id, undefined), await ask(id, owner.token, idsOfNothing)];
    for (const answer of answers) if (answer) expect(faultsOf(id, answer)).toBeUndefined();
  });

  it('would be caught if it had another shape', async () => {
    const answer = await get('/health');
    expect(faultsOf('health', answer)).toBeUndefined();
    expect(faultsOf('health', { ...answer, json: { status: 'ok' } })).toHaveLength(2);
    expect(faultsOf('health', { ...answer, status: 418 })).toContain('does not say that it answers 418');
  });

  it('to what is created, changed, decided and refused has the promised shape', async () => {
    const send = (id: OperationId, body: unknown, token: string | undefined = owner.token) =>
      sendRaw(platform, {
        method: routes[id].method,
        path: `${apiPrefix}${routes[id].path.replace('{campaignId}', owned.campaignId).replace('{phaseId}', owned.phaseId)}`,
        token,
        body,
      });
    const answers: [OperationId, number, RawAnswer][] = [
      ['register', 201, await send('register', { email: `docs-${Date.now()}@example.com`, password: 'password123' })],
      ['register', 422, await send('register', { email: 'nobody' })],
      ['createCampaign', 201, await send('createCampaign', briefOf())],
      ['createCampaign', 400, await send('createCampaign', '{')],
      ['createCampaign', 422, await send('createCampaign', {})],
      ['createCampaign', 401, await send('createCampaign', briefOf(), '')],
      ['createCampaign', 413, await send('createCampaign', { name: 'x'.repeat(1_000_001) })],
      ['createCampaign', 413, await send('createCampaign', { name: 'x'.repeat(10 * 1024 * 1024) })],
      ['approvePhase', 200, await send('approvePhase', {})],
      ['approvePhase', 409, await send('approvePhase', {})],
      ['changeCampaign', 200, await send('changeCampaign', { action: 'cancel' })],
      ['deleteCampaign', 200, await send('deleteCampaign', undefined)],
      ['deleteCampaign', 404, await send('deleteCampaign', undefined)],
    ];
    for (const [id, status, answer] of answers) {
      expect([id, answer.status]).toEqual([id, status]);
      expect(faultsOf(id, answer)).toBeUndefined();
    }
  });
});

describe('readiness', () => {
  afterEach(() => vi.unstubAllEnvs());

  /** What a new instance of the function answers whose variables differ. */
  async function readinessWith(variables: Record<string, string>) {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    vi.resetModules();
    const { handler } = await import('../../functions/api/readiness.ts');
    const event = {
      version: '2.0',
      routeKey: `GET ${apiPrefix}/health/ready`,
      rawPath: `${apiPrefix}/health/ready`,
      headers: {},
      requestContext: { http: { method: 'GET', sourceIp: '192.0.2.1' } },
    };
    // Only the parts of event and context that a function may rely on.
    const answer = await handler(event as never, { awsRequestId: 'request-1' } as never);
    return [answer.statusCode, JSON.parse(answer.body)];
  }

  it('is given while DynamoDB, S3 and Step Functions really answer', async () => {
    expect(await get('/health/ready')).toMatchObject({ status: 200, json: { status: 'ready' } });
    expect(await get('/health/live')).toMatchObject({ status: 200, json: { status: 'live', node: process.version } });
  });

  it.each([
    ['a table that is not there', { TABLE_NAME: 'no-such-table' }, 'No answer from DynamoDB.'],
    ['a bucket that is not there', { BUCKET_NAME: 'no-such-bucket' }, 'No answer from S3.'],
    [
      'a state machine that is not there',
      { STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:nothing' },
      'No answer from Step Functions.',
    ],
    [
      'services that nobody runs',
      { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9', AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:9' },
      'No answer from S3 and Step Functions.',
    ],
  ])('is refused with %s, by the name of the service and no more', async (_what, variables, detail) => {
    const [status, problem] = await readinessWith(variables);
    expect([status, problem]).toEqual([503, expect.objectContaining({ code: 'unavailable', detail })]);
    expect(JSON.stringify(problem)).not.toMatch(/no-such|arn:|127\.0\.0\.1/);
  });
});

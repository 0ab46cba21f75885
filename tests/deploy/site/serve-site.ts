// Answers a browser as CloudFront does by the synthesised distribution: files from the bucket, the API passed on, the functions at the edge run,
// and the headers of the policy on every answer. The emulator's own CloudFront keeps such distributions and answers nobody.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { runInNewContext } from 'node:vm';
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { type Listening, listen } from '../../../local/endpoint/listen.ts';
import type { Resolve, Template } from './deployed-values.ts';
import { siteBucket } from './publish-site.ts';

const reference = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const behaviorSchema = z.object({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  ResponseHeadersPolicyId: z.object({ Ref: z.string() }),
  FunctionAssociations: z.array(z.object({ EventType: z.literal('viewer-request'), FunctionARN: reference })),
});
const distributionSchema = z.object({
  DefaultCacheBehavior: behaviorSchema,
  CacheBehaviors: z.array(behaviorSchema),
  Origins: z.array(
    z.object({
      Id: z.string(),
      DomainName: z.unknown(),
      S3OriginConfig: z.unknown().optional(),
      OriginCustomHeaders: z.array(z.object({ HeaderName: z.string(), HeaderValue: z.unknown() })).default([]),
    }),
  ),
});
const policySchema = z.object({
  CustomHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) }),
  SecurityHeadersConfig: z.object({
    ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.unknown() }),
    FrameOptions: z.object({ FrameOption: z.string() }),
    ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }),
    StrictTransportSecurity: z.object({ AccessControlMaxAgeSec: z.number() }),
  }),
});

interface SiteOptions {
  readonly template: Template;
  readonly resolve: Resolve;
  /** Where the emulator listens, such as http://127.0.0.1:4566. */
  readonly emulator: string;
}

type EdgeFunction = (event: { request: EdgeRequest; viewer: { ip: string } }) => EdgeRequest;
interface EdgeRequest {
  uri: string;
  readonly headers: Record<string, { value: string }>;
}

/** Listens on 127.0.0.1 only. */
export function serveSite({ template, resolve, emulator }: SiteOptions): Promise<Listening> {
  const propertiesOf = (type: string, logicalId?: string) => {
    const found = Object.entries(template.Resources).find(
      ([id, { Type }]) => Type === type && id === (logicalId ?? id),
    );
    if (!found) throw new Error(`The template has no ${type} ${logicalId ?? ''}`);
    return found[1].Properties;
  };
  const { DefaultCacheBehavior, CacheBehaviors, Origins } = distributionSchema.parse(
    propertiesOf('AWS::CloudFront::Distribution')['DistributionConfig'],
  );
  const behaviors = [...CacheBehaviors, DefaultCacheBehavior].map((behavior) => ({
    matches: (path: string) => path.startsWith((behavior.PathPattern ?? '/').replace(/\*$/, '')),
    origin: Origins.find(({ Id }) => Id === behavior.TargetOriginId),
    headers: headersOf(propertiesOf('AWS::CloudFront::ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId.Ref)),
    functions: behavior.FunctionAssociations.map(({ FunctionARN }) =>
      edgeFunction(String(propertiesOf('AWS::CloudFront::Function', FunctionARN['Fn::GetAtt'][0])['FunctionCode'])),
    ),
  }));

  /** The policy as it is, with the emulator's addresses in the place of those of AWS. */
  function headersOf(properties: Readonly<Record<string, unknown>>): Record<string, string> {
    const { CustomHeadersConfig, SecurityHeadersConfig: security } = policySchema.parse(
      properties['ResponseHeadersPolicyConfig'],
    );
    const policy = String(resolve(security.ContentSecurityPolicy.ContentSecurityPolicy));
    return {
      'content-security-policy': policy
        .replaceAll(/wss:\/\/[^ ;/]+\.amazonaws\.com/g, emulator.replace('http', 'ws'))
        .replaceAll(/https:\/\/s3\.[^ ;/]+\.amazonaws\.com/g, emulator),
      'x-content-type-options': 'nosniff',
      'x-frame-options': security.FrameOptions.FrameOption,
      'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
      'strict-transport-security': `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}; includeSubDomains`,
      ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', 'http://site');
    const behavior = behaviors.find(({ matches }) => matches(pathname));
    if (!behavior?.origin) throw new Error(`No behaviour takes ${pathname}`);
    const asked: EdgeRequest = { uri: pathname, headers: {} };
    const passed = behavior.functions.reduce(
      (known, run) => run({ request: known, viewer: { ip: '127.0.0.1' } }),
      asked,
    );
    const added = Object.fromEntries(Object.entries(passed.headers).map(([name, { value }]) => [name, value]));
    for (const { HeaderName, HeaderValue } of behavior.origin.OriginCustomHeaders)
      added[HeaderName] = String(resolve(HeaderValue));
    for (const [name, value] of Object.entries(behavior.headers)) response.setHeader(name, value);
    if (behavior.origin.S3OriginConfig) return sendFile(passed.uri, response);
    const [apiId] = String(resolve(behavior.origin.DomainName)).split('.');
    return passOn(`${emulator}/_aws/execute-api/${apiId}${passed.uri}${search}`, { request, response, added });
  }

  return listen(
    createServer((request, response) => {
      answer(request, response).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(502);
        response.end(`The origin could not be reached: ${error instanceof Error ? error.message : error}`);
      });
    }),
  );
}

/** The handler that CloudFront finds by its name. */
const edgeFunction = (code: string): EdgeFunction => runInNewContext(`${code}\nhandler`) as EdgeFunction;

async function sendFile(uri: string, response: ServerResponse): Promise<void> {
  try {
    const { Body, ContentType, CacheControl } = await new S3Client({ forcePathStyle: true }).send(
      new GetObjectCommand({ Bucket: siteBucket, Key: decodeURIComponent(uri.slice(1)) }),
    );
    response.writeHead(200, { 'content-type': ContentType, 'cache-control': CacheControl });
    response.end(await Body?.transformToByteArray());
  } catch (error) {
    if (!(error instanceof NoSuchKey)) throw error;
    response.writeHead(403).end(); // as S3 says it to who may read but not list
  }
}

interface Passed {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Headers of the distribution's own. */
  readonly added: Readonly<Record<string, string>>;
}

async function passOn(address: string, { request, response, added }: Passed): Promise<void> {
  const { host: _host, connection: _connection, ...own } = request.headers as Record<string, string>;
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await fetch(address, {
    method: request.method ?? 'GET',
    headers: { ...own, ...added, 'accept-encoding': 'identity' },
    redirect: 'manual',
    ...(hasBody && chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers)
    if (!['transfer-encoding', 'connection', 'set-cookie', 'content-length'].includes(name))
      response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (answer.body) await pipeline(answer.body, response);
  else response.end();
}

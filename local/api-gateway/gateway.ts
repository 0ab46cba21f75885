// API Gateway on one loopback port: the HTTP API, the REST API of partners and the WebSocket API.
import type { VerifyToken } from '../../functions/live/token-verifier.ts';
import type { Prometheus } from '../cloudwatch/prometheus.ts';
import { answeringServer, listen } from '../endpoint/listen.ts';
import type { LambdaRuntime } from '../lambda/lambda-runtime.ts';
import { createHttpApi } from './http-api.ts';
import type { Keys } from './keys.ts';
import type { LiveApi } from './live-api.ts';
import { createPartnerApi } from './partner-api.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface GatewayOptions {
  readonly port: number;
  readonly runtime: LambdaRuntime;
  readonly liveApi: Pick<LiveApi, 'upgrade' | 'close'>;
  /** Of the page that the platform serves beside the API, if it serves one. */
  readonly pagePort?: number | undefined;
  readonly verifyToken: VerifyToken;
  /** What the functions measured; only here, for on AWS it is in CloudWatch. */
  readonly metrics: Pick<Prometheus, 'contentType' | 'text'>;
  readonly keys: Keys;
  readonly usageMeter: UsageMeter;
  readonly onError: (error: unknown) => void;
}

/** Where the web application is developed. */
const developmentPort = 5173;
/** The addresses of pages on this machine that may call; on AWS the application has the API's own origin. */
const originsOf = (pagePort: number | undefined): string[] =>
  [...new Set([developmentPort, ...(pagePort ? [pagePort] : [])])].flatMap((port) => [
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}`,
  ]);

/** Listens on 127.0.0.1 only. Rejects when the port is taken. */
export async function startGateway(options: GatewayOptions) {
  const { port, runtime, liveApi, verifyToken, keys, usageMeter, metrics, onError } = options;
  const httpApi = createHttpApi({ runtime, verifyToken, allowedOrigins: originsOf(options.pagePort), onError });
  const partnerApi = createPartnerApi({ runtime, keys, usageMeter, onError });
  const server = answeringServer(
    async (request) => {
      if (request.method === 'GET' && request.url === '/metrics')
        return { headers: { 'content-type': metrics.contentType }, body: await metrics.text() };
      return (await partnerApi(request)) ?? httpApi(request);
    },
    (error) => {
      onError(error);
      return { status: 500 };
    },
  );
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => {}); // the client went away: nobody is left to be told
    void liveApi.upgrade(request, stream, head);
  });
  const { stop } = await listen(server, port);
  return {
    stop(): Promise<void> {
      liveApi.close();
      return stop();
    },
  };
}

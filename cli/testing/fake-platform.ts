// The API and the socket of a platform with one campaign, on loopback and in memory, published like a real one's.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { openStateDirectory } from '../../local/state/state-directory.ts';
import { estimate } from '../../shared/campaigns/estimate.ts';
import { briefSchema } from '../../shared/contracts/brief.ts';
import type { ProblemCode } from '../../shared/contracts/problems.ts';
import type { ModelChoice } from '../../shared/contracts/routes/phases-routes.ts';
import { apiPrefix, type OperationId, operationIds, type Route, routes } from '../../shared/contracts/routes.ts';
import { readBrief } from '../../shared/domain/brief-reading/read-brief.ts';
import { agentWorkload } from '../../shared/domain/costs/agent-workload.ts';
import { defaultPlaybook } from '../../shared/domain/playbook/default-playbook.ts';
import { exportFiles } from '../../shared/export/export-files.ts';
import { slugOf } from '../../shared/export/file-names.ts';
import { sampleExportData } from '../../shared/export/testing/sample-export-data.ts';
import { zipExport } from '../../shared/export/zip-export.ts';
import { modelRegistry } from '../../shared/models/registry.ts';
import { createFakeCampaign, type FakeCampaign, type FakeCampaignRules } from './fake-campaign.ts';

export interface FakePlatform {
  readonly apiUrl: string;
  readonly campaign: FakeCampaign;
  /** Names of the operations called, in order. */
  readonly calls: OperationId[];
  /** Accounts by e-mail address. */
  readonly users: Map<string, string>;
  stop(): Promise<void>;
}

interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
}
type Answer = { readonly [key: string]: unknown };
class Refusal extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  constructor(code: ProblemCode, status: number) {
    super(code);
    this.code = code;
    this.status = status;
  }
}

/** Starts on a free port and publishes its addresses in the state directory, as `npm start` does. */
export const startFakePlatform = async (directory: string, rules: FakeCampaignRules): Promise<FakePlatform> => {
  const campaign = createFakeCampaign(rules);
  const users = new Map<string, string>();
  const calls: OperationId[] = [];
  const files = new Map(sampleExportData().assets.map(({ asset, files }) => [`/files/${asset.id}`, files[0]]));
  const archive = zipExport(exportFiles(sampleExportData()), campaign.detail.createdAt);
  let apiUrl = '';
  const operations = createOperations(campaign, users, archive, () => apiUrl);

  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const file = path === '/export.zip' ? archive : files.get(path);
    if (file) return response.end(file);
    const found = match(request.method, path);
    const answer = found && operations[found.operation];
    if (found) calls.push(found.operation);
    try {
      if (!found || !answer) throw new Refusal('not-found', 404);
      const content = answer({ params: found.params, body: await readBody(request) });
      response.writeHead(routes[found.operation].status).end(JSON.stringify(content));
    } catch (error) {
      const { code, status } = error instanceof Refusal ? error : new Refusal('internal', 500);
      response
        .writeHead(status)
        .end(JSON.stringify({ type: `urn:${code}`, title: code, status, code, requestId: 'r' }));
    }
  });
  const sockets = serveEvents(campaign, server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  apiUrl = `http://127.0.0.1:${port}`;
  const state = await openStateDirectory(directory);
  await state.publish({ apiUrl, liveUrl: `ws://127.0.0.1:${port}/live` });
  const stop = async () => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    server.close();
    await state.release();
  };
  return { apiUrl, campaign, calls, users, stop };
};

const serveEvents = (campaign: FakeCampaign, server: ReturnType<typeof createServer>): WebSocketServer => {
  const sockets = new WebSocketServer({ server, path: '/live' });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      const { action, after = 0 } = JSON.parse(String(data));
      if (action !== 'subscribe:campaign') return;
      const { id, lastEvent } = campaign.detail;
      socket.send(JSON.stringify({ type: 'subscribed', campaignId: id, lastEvent }));
      for (const event of campaign.events.filter(({ number }) => number > after)) socket.send(JSON.stringify(event));
      campaign.onEvent = (event) => socket.send(JSON.stringify(event));
      campaign.run();
    });
  });
  return sockets;
};

const sampleModels: readonly ModelChoice[] = [
  modelChoice('offline-studio', 'offline-studio-1', [0, 0], { asked: false, fitsCap: true }),
  modelChoice('gemini', 'little', [1_200, 42_000], { asked: true, fitsCap: true }),
  modelChoice('openrouter', 'great', [250_000, 1_500_000], { asked: false, fitsCap: false }),
];

function modelChoice(
  provider: string,
  id: string,
  [minimum, maximum]: readonly [number, number],
  marks: Pick<ModelChoice, 'asked' | 'fitsCap'>,
): ModelChoice {
  return { provider, id, costMicroUsd: { minimum, maximum }, ...marks };
}

const createOperations = (
  campaign: FakeCampaign,
  users: Map<string, string>,
  archive: Uint8Array,
  apiUrl: () => string,
): Partial<Record<OperationId, (call: Call) => Answer>> => {
  const dossier = sampleExportData();
  const session = (email: string) => ({
    token: `token of ${email}`,
    expiresInSeconds: 3600,
    user: { id: 'user-1', email, workspaceId: 'wsp_sample' },
  });
  const decide = (decision: string, act: (phaseId: string) => void) => (call: Call) => {
    const phaseId = call.params.phaseId ?? '';
    const phase = () => campaign.detail.phases.find(({ id }) => id === phaseId);
    const isWaiting = ['WAITING_VALIDATION', 'FAILED', 'BUDGET_HOLD'].includes(phase()?.status ?? '');
    if (!isWaiting) throw new Refusal('conflict', 409);
    const detail = call.body.choice ?? call.body.feedback ?? call.body.model;
    campaign.decisions.push([decision, phaseId, detail].filter(Boolean).join(' '));
    act(phaseId);
    return { success: true, phase: phase() };
  };
  return {
    register: ({ body: { email = '', password = '' } }) => {
      if (users.has(email)) throw new Refusal('already-registered', 409);
      users.set(email, password);
      return session(email);
    },
    login: ({ body: { email = '', password } }) => {
      if (users.get(email) !== password) throw new Refusal('wrong-credentials', 401);
      return session(email);
    },
    estimateCampaign: ({ body }) => {
      const brief = briefSchema.parse(body);
      const data = { work: agentWorkload, models: modelRegistry };
      return { ...estimate(brief, defaultPlaybook, data), reading: readBrief(brief, '2026-11-23') };
    },
    createCampaign: () => campaign.detail,
    getCampaign: () => campaign.detail,
    listCampaigns: () => {
      const { briefData: _briefData, phases: _phases, ...header } = campaign.detail;
      return { campaigns: [header] };
    },
    changeCampaign: ({ body: { action, aiBudgetUsd } }) => {
      if (action === 'cancel') campaign.cancel();
      else campaign.decisions.push(`cap ${aiBudgetUsd}`);
      const { briefData: _briefData, phases: _phases, ...header } = campaign.detail;
      return header;
    },
    getPhase: ({ params }) => {
      const phase = campaign.detail.phases.find(({ id }) => id === params.phaseId);
      const output = dossier.phases.find((entry) => entry.phase.id === params.phaseId)?.output;
      const isStopped = phase?.status === 'FAILED' || phase?.status === 'BUDGET_HOLD';
      return {
        phase,
        output: phase?.status === 'SKIPPED' ? undefined : output,
        approvals: [],
        moves: [],
        ...(isStopped ? { models: sampleModels } : {}),
      };
    },
    approvePhase: decide('approve', (phaseId) => campaign.finish(phaseId, 'COMPLETED')),
    rejectPhase: decide('reject', (phaseId) => campaign.again(phaseId)),
    retryPhase: decide('retry', (phaseId) => campaign.again(phaseId)),
    skipPhase: decide('skip', (phaseId) => campaign.finish(phaseId, 'SKIPPED')),
    listModelCalls: () => ({ calls: dossier.calls }),
    listAssets: () => ({ assets: dossier.assets.map(({ asset }) => asset) }),
    downloadAsset: ({ params }) => ({
      url: `${apiUrl()}/files/${params.assetId}`,
      expiresAt: '2026-11-24T00:00:00Z',
      fileName: 'f',
      mediaType: 'image/png',
    }),
    exportCampaign: () => ({
      url: `${apiUrl()}/export.zip`,
      expiresAt: '2026-11-24T00:00:00Z',
      fileName: `${slugOf(campaign.detail.name)}-${campaign.detail.id.slice(-6).toLowerCase()}.zip`,
      byteLength: archive.byteLength,
      sha256: createHash('sha256').update(archive).digest('hex'),
    }),
  };
};

const match = (method = '', path: string): { operation: OperationId; params: Record<string, string> } | undefined => {
  for (const operation of operationIds) {
    const route: Route = routes[operation];
    const pattern = new RegExp(`^${apiPrefix}${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const found = route.method === method ? pattern.exec(path) : null;
    if (found) return { operation, params: { ...found.groups } };
  }
  return undefined;
};

const readBody = async (request: IncomingMessage): Promise<Record<string, string>> => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : {};
};

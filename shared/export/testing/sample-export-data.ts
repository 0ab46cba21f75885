// A finished campaign as the export gets it: written by hand, valid by the schemas, the same at each call.
import { createHash } from 'node:crypto';
import type { GeneratedAsset } from '../../contracts/asset.ts';
import type { Phase } from '../../contracts/phase.ts';
import type { ModelCall } from '../../contracts/usage.ts';
import { defaultPlaybook } from '../../domain/playbook/default-playbook.ts';
import { type ExportData, type ExportedAsset, type ExportedPhase, exportDataSchema } from '../export-data.ts';
import { sampleAssetId, sampleBriefData, sampleCampaignUlid, sampleOutputs } from './sample-outputs.ts';
import { gradientPng } from './sample-png.ts';

const campaignId = `cmp_${sampleCampaignUlid}`;
const startedAt = '2026-11-23T08:00:00.000Z';
const approver = 'user-7c1f';

/** A new copy that a test may change. */
export const sampleExportData = (): ExportData => {
  const phases = defaultPlaybook.phases.map(samplePhase);
  return exportDataSchema.parse({
    campaign: {
      id: campaignId,
      workspaceId: 'wsp_sample',
      createdBy: 'sample',
      name: 'Lancement Brioche de Minuit',
      governanceMode: 'AUTO',
      language: 'fr',
      playbookId: 'full-campaign',
      status: 'COMPLETED',
      createdAt: startedAt,
      updatedAt: '2026-11-23T08:01:00.000Z',
      finishedAt: '2026-11-23T08:01:00.000Z',
      phaseCount: 11,
      finishedPhaseCount: 11,
      aiCapMicroUsd: 2_000_000,
      committedMicroUsd: 123_456,
      spentMicroUsd: 123_456,
      run: 1,
      lastEvent: 60,
      briefData: sampleBriefData,
      phases: phases.map(({ phase }) => phase),
    },
    phases,
    calls: defaultPlaybook.phases.filter(({ agent }) => agent !== 'Human').map(sampleCall),
    assets: sampleAssets(),
  });
};

const samplePhase = (
  { inputs: _inputs, outputs: _outputs, ...playbookPhase }: (typeof defaultPlaybook.phases)[number],
  position: number,
): ExportedPhase => {
  const phase: Phase = {
    ...playbookPhase,
    position,
    status: 'COMPLETED',
    attempt: 1,
    revisions: 0,
    waitsFor: [],
    needsApproval: playbookPhase.id === 'video',
    startedAt,
    finishedAt: '2026-11-23T08:00:30.000Z',
  };
  return { phase, output: sampleOutputs[phase.agent], approvals: phase.id === 'video' ? [sampleApproval] : [] };
};

const sampleApproval: ExportedPhase['approvals'][number] = {
  phaseId: 'video',
  attempt: 1,
  decision: 'APPROVED',
  decidedBy: approver,
  decidedAt: '2026-11-23T08:00:40.000Z',
  choice: 'B',
  editedPaths: ['#/videos/0/alt'],
};

const sampleCall = ({ id, agent }: (typeof defaultPlaybook.phases)[number], index: number): ModelCall => ({
  id: `${id}.1.1`,
  phaseId: id,
  agent,
  attempt: 1,
  kind: id === 'visuals' ? 'image' : id === 'video' ? 'video' : 'text',
  provider: index === 0 ? 'openrouter' : 'offline-studio',
  model: index === 0 ? 'vendor/large-1' : 'studio-1',
  status: 'SETTLED',
  inputTokens: 900 + index,
  outputTokens: 400 + index,
  costMicroUsd: index === 0 ? 123_456 : 0,
  reservedMicroUsd: index === 0 ? 200_000 : 0,
  promptSha256: createHash('sha256').update(id).digest('hex'),
  startedAt: `2026-11-23T08:00:${String(index + 1).padStart(2, '0')}.000Z`,
  latencyMilliseconds: 20 * (index + 1),
  warnings: [],
});

const sampleAssets = (): ExportedAsset[] => [
  sampleAsset('visuals', 'A', 'artistic', gradientPng(640, 360, [28, 24, 62], [236, 170, 84])),
  sampleAsset('visuals', 'B', 'realistic', gradientPng(640, 360, [70, 34, 20], [246, 214, 160])),
  sampleAsset('video', 'A', 'narrative', new TextEncoder().encode('first video')),
  sampleAsset('video', 'B', 'dynamic', new TextEncoder().encode('second video')),
];

const sampleAsset = (
  phaseId: 'visuals' | 'video',
  variant: GeneratedAsset['variant'],
  style: string,
  bytes: Uint8Array,
): ExportedAsset => {
  const isVideo = phaseId === 'video';
  const asset: GeneratedAsset = {
    origin: 'AGENT',
    id: sampleAssetId(phaseId, variant),
    campaignId,
    phaseId,
    attempt: 1,
    variant,
    kind: isVideo ? 'video' : 'image',
    style,
    mediaType: isVideo ? 'video/mp4' : 'image/png',
    fileName: `${phaseId}-${variant.toLowerCase()}-${style}.${isVideo ? 'mp4' : 'png'}`,
    byteLength: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    widthPixels: 640,
    heightPixels: 360,
    ...(isVideo ? { durationSeconds: 6 } : {}),
    formats: [],
    status: 'approved',
    createdAt: startedAt,
    aiGenerated: true,
    provider: 'offline-studio',
    model: 'studio-1',
  };
  return { asset, files: [bytes] };
};

// provenance.json: for each output the model, tokens, cost, prompt fingerprint and approver, and for each file the AI disclosure.
import type { ModelCall } from '../contracts/usage.ts';
import { digitalSourceTypeOf } from '../media/iptc-xmp-packet.ts';
import { isTrainedProvider } from '../models/offline-studio-card.ts';
import type { ExportData, ExportedAsset } from './export-data.ts';
import type { AssetPaths } from './file-names.ts';
import { jsonText } from './json-text.ts';
import { type Decision, type PhaseProvenance, provenanceOf } from './provenance.ts';

/** One entry per phase and one per file. */
export const provenanceJson = (exportData: ExportData, paths: AssetPaths): string =>
  jsonText({
    format: 'astromedia-provenance',
    formatVersion: 1,
    campaignId: exportData.campaign.id,
    outputs: provenanceOf(exportData).map(outputProvenance),
    files: exportData.assets.map(({ asset }) => fileProvenance(asset, paths)),
  });

const outputProvenance = ({ entry: { phase }, calls, decision, costMicroUsd, offline }: PhaseProvenance) => ({
  phase: phase.id,
  attempt: phase.attempt,
  agent: phase.agent,
  status: phase.status,
  skippedBecause: phase.skippedBecause,
  // What a person wrote in the agent's place is theirs, whatever was tried before.
  aiGenerated: calls.length > 0 && !isWritten(decision),
  offlineStudio: offline,
  costMicroUsd,
  calls: calls.map(callProvenance),
  decision: decisionText(decision),
});

const callProvenance = (call: ModelCall) => ({
  id: call.id,
  attempt: call.attempt,
  kind: call.kind,
  provider: call.provider,
  model: call.model,
  status: call.status,
  servedModel: call.servedModel,
  requestId: call.requestId,
  chosenBecause: call.chosenBecause,
  inputTokens: call.inputTokens,
  cachedInputTokens: call.cachedInputTokens,
  cacheWriteTokens: call.cacheWriteTokens,
  outputTokens: call.outputTokens,
  reasoningTokens: call.reasoningTokens,
  costMicroUsd: call.costMicroUsd,
  costSource: call.costSource,
  cachedFrom: call.cachedFrom,
  savedMicroUsd: call.savedMicroUsd,
  promptVersion: call.promptVersion,
  fixes: call.fixes,
  promptSha256: call.promptSha256,
  startedAt: call.startedAt,
  warnings: call.warnings,
});

const isWritten = (decision: Decision): boolean =>
  decision.kind === 'person' && decision.approval.decision === 'WRITTEN';

const decisionText = (decision: Decision) => {
  if (decision.kind === 'author') return { by: 'author of the brief' };
  if (decision.kind === 'score') return { by: 'score', note: 'chosen by score: no person was asked' };
  if (decision.kind === 'nobody') return { by: 'nobody', note: 'passed without a person, as the governance mode says' };
  const { approval } = decision;
  return {
    by: 'person',
    approver: approval.decidedBy,
    decision: approval.decision,
    decidedAt: approval.decidedAt,
    feedback: approval.feedback,
    choice: approval.choice,
    editedPaths: approval.editedPaths,
  };
};

const fileProvenance = (asset: ExportedAsset['asset'], paths: AssetPaths) => ({
  assetId: asset.id,
  path: paths.of(asset.id, asset.fileName),
  sha256: asset.sha256,
  formats: asset.formats.map(({ fileName, sha256 }) => ({ path: paths.of(asset.id, fileName), sha256 })),
  phase: asset.phaseId,
  attempt: asset.attempt,
  variant: asset.variant,
  provider: asset.provider,
  model: asset.model,
  seed: asset.seed,
  status: asset.status,
  createdAt: asset.createdAt,
  disclosure: {
    aiGenerated: asset.aiGenerated,
    digitalSourceType: digitalSourceTypeOf({ isTrained: isTrainedProvider(asset.provider) }),
    regulation: 'Regulation (EU) 2024/1689, article 50',
  },
});

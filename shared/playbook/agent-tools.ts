// The tools an agent works with, for one attempt of one phase: every call counted, watched and learnt from, and nothing paid for twice.
import type { AgentTools } from '../agents/agent.ts';
import type { Campaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import { createInvalidAnswers } from '../data/invalid-answers.ts';
import { objectNames } from '../data/object-names.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import type { PushProgress } from '../events/push-progress.ts';
import type { ReadText } from '../generation/answers/read-text.ts';
import { type AskedModel, callModel } from '../generation/call-model.ts';
import { type CampaignLedgerParts, createCampaignLedger } from '../generation/campaign-ledger.ts';
import type { Made, Reuse } from '../generation/ledger.ts';
import { mostOfText } from '../generation/requests.ts';
import type { TextModel } from '../models/model.ts';
import { createKeptMedia, type KeepMediaParts } from './keep-media.ts';
import { createMediaTools } from './media-tools.ts';
import type { RoutedAttempt, RoutingParts } from './route-attempt.ts';
import { createTextTool } from './text-tool.ts';
import { watchProgress } from './watch-progress.ts';

export interface AgentToolParts
  extends CampaignLedgerParts,
    Omit<RoutingParts, 'calls'>,
    Pick<KeepMediaParts, 'publish' | 'sign'> {
  readonly phases: Phases;
  readonly assets: Assets;
  readonly bucket: Bucket;
  readonly pushProgress: PushProgress;
  readonly clock: () => Date;
}

/** Tools for one attempt of one phase. `listeners` are the sockets that are told how far its models have come, `routed` the models to ask. */
export function createAgentTools(
  parts: AgentToolParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  campaign: Campaign,
  { listeners, isNewAttempt }: { readonly listeners: readonly string[]; readonly isNewAttempt: boolean },
  routed: RoutedAttempt,
): AgentTools {
  const progress = watchProgress(parts, { reference, phase, language: campaign.language, listeners });
  const ledger = progress.counting(createCampaignLedger(parts, reference, phase, campaign));
  const { wait: _wait, resume: _resume, ...once } = ledger;

  return {
    text: createTextTool({
      ...{ reference, attempt: phase.attempt, isNewAttempt },
      ask<Output>(asked: AskedModel<TextModel, ReadText<Output>>, reuse: Reuse<ReadText<Output>>) {
        const texts = routed.watch<ModelCall, ReadText<Output>, Made<ReadText<Output>>, never>(once);
        return callModel(texts, asked, reuse);
      },
      invalidAnswers: createInvalidAnswers(parts.bucket),
      candidates: async (request) => progress.texts(await routed.choose('text', mostOfText(request))),
    }),

    ...createMediaTools({
      ...{ ledger, progress, routed, recall: parts, jobs: phase.videoJobs },
      kept: createKeptMedia(parts, reference, phase),
    }),

    async readAsset(id) {
      const asset = await parts.assets.getGenerated(reference.workspaceId, id);
      const bytes = asset && (await parts.bucket.get(objectNames.asset(reference, asset.id, asset.fileName)));
      if (!bytes) throw new Error(`Asset ${id} is missing`);
      return bytes;
    },
  };
}

// Runs the agents of the default playbook one after another in memory, on the offline studio. For tests and demonstrations:
// it has no gates, approvals or budget, only what agents see.

import { offlineStudio } from '../../../studio/offline-studio.ts';
import type { OutputValues } from '../../contracts/agent-outputs.ts';
import type { AgentId } from '../../contracts/agents.ts';
import type { Brief } from '../../contracts/brief.ts';
import { readBrief } from '../../domain/brief-reading/read-brief.ts';
import { defaultPlaybook } from '../../domain/playbook/default-playbook.ts';
import { isPending, type MediaAnswer, type Models, type TextRequest } from '../../models/model.ts';
import type { AgentInput, AgentTools, StoredMedia } from '../agent.ts';
import { agents } from '../registry.ts';

const USUAL_START = '2026-11-23T09:30:00.000Z';
const startedAtOf = ({ startedAt = USUAL_START }: OfflineOptions): string => startedAt;

type WorkingAgent = Exclude<AgentId, 'Human'>;

export interface OfflineOptions {
  readonly models?: Required<Models>;
  /** Feedback for some agents, oldest first. */
  readonly feedback?: Partial<Record<AgentId, readonly string[]>>;
  /** Agents to run, with all those their inputs come from; everyone by default. */
  readonly only?: readonly WorkingAgent[];
  readonly startedAt?: string;
  /** What a person makes of an agent's output when approving it. */
  readonly edits?: Partial<Record<AgentId, (values: OutputValues) => OutputValues>>;
}

export interface OfflineRun {
  readonly values: OutputValues;
  readonly assets: ReadonlyMap<string, MediaAnswer>;
  readonly textRequests: readonly TextRequest[];
}

/** Outputs of every phase by name, the files made and every text request. The same brief gives the same run. */
export async function runOffline(brief: Brief, options: OfflineOptions = {}): Promise<OfflineRun> {
  const assets = new Map<string, MediaAnswer>();
  const textRequests: TextRequest[] = [];
  let values: OutputValues = briefValues(brief, startedAtOf(options));
  for (const { id: phaseId, agent } of defaultPlaybook.phases) {
    if (agent === 'Human' || (options.only && !options.only.includes(agent))) continue;
    const tools = memoryTools(phaseId, options.models ?? offlineStudio, assets, textRequests);
    const result = await agents[agent].run(inputFor(brief, agent, values, options), tools);
    if (result.status === 'pending')
      throw new Error(`${agent} is still waiting: give run-offline models that finish at once.`);
    values = { ...values, ...result.output };
    values = options.edits?.[agent]?.(values) ?? values;
  }
  return { values, assets, textRequests };
}

/** What the briefing phase hands on. */
export function briefValues(brief: Brief, createdAt = USUAL_START): OutputValues {
  const { agentConfiguration: _settings, reading: _correction, ...data } = brief.briefData;
  const reading = readBrief(brief, createdAt.slice(0, 10));
  return {
    briefContext: { campaignName: brief.name, language: brief.language, ...data, reading },
    analysisDepth: data.analysisDepth,
    goals: data.campaignGoals,
  };
}

function inputFor(brief: Brief, agent: WorkingAgent, values: OutputValues, options: OfflineOptions): AgentInput {
  return {
    language: brief.language,
    values,
    feedback: options.feedback?.[agent] ?? [],
    instructions: brief.briefData.agentConfiguration?.[agent]?.instructions,
    startedAt: startedAtOf(options),
  };
}

/** Tools that keep files in a map and hand every call to the models unmetered. */
export function memoryTools(
  phaseId: string,
  models: Required<Models>,
  assets: Map<string, MediaAnswer>,
  textRequests: TextRequest[] = [],
): AgentTools {
  const keep = (variant: string, media: MediaAnswer): StoredMedia => {
    const assetId = `ast_01JD0000000000000000000000_${phaseId}_1_${variant}`;
    assets.set(assetId, media);
    const kind = media.mediaType.split('/')[0] ?? '';
    const formats = (media.formats ?? []).filter(({ mediaType }) => mediaType.startsWith(kind));
    return { assetId, media, ratios: formats.map(({ ratio }) => ratio) };
  };
  return {
    async text(request) {
      textRequests.push(request);
      const { text } = await models.text.generate(request);
      return request.schema.parse(JSON.parse(text));
    },
    async image(request) {
      return keep(request.variant, await models.image.generate(request));
    },
    async video(request) {
      const made = await models.video.submit(request);
      return isPending(made) ? { askAgainSeconds: made.askAgainSeconds } : keep(request.variant, made);
    },
    async readAsset(assetId) {
      const stored = assets.get(assetId);
      if (!stored) throw new Error(`There is no asset ${assetId} in this run.`);
      return stored.bytes;
    },
  };
}

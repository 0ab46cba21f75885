// What an agent is: inputs from earlier phases, a result of a known shape, and tools that meter every model call.
// An agent knows no table, bucket, token or state machine.

import type { z } from 'zod';
import type { AgentOutput, OutputValues } from '../contracts/agent-outputs.ts';
import type { AgentId } from '../contracts/agents.ts';
import type { Language } from '../contracts/language.ts';
import type { MediaRatio } from '../contracts/media-formats.ts';
import type { Variant } from '../contracts/variant.ts';
import type { ImageRequest, MediaAnswer, TextRequest, VideoRequest } from '../models/model.ts';

export interface AgentInput {
  readonly language: Language;
  /** Outputs of earlier phases by name, such as `strategyReport`; an optional one may be missing. */
  readonly values: OutputValues;
  /** What people asked to change in earlier attempts, oldest first. */
  readonly feedback: readonly string[];
  /** Extra instructions from the brief's agentConfiguration, if any. */
  readonly instructions?: string | undefined;
  /** When this attempt began (ISO 8601): the only clock an agent has. */
  readonly startedAt: string;
}

/** A stored asset with what the agent needs of its bytes. */
export interface StoredMedia {
  readonly assetId: string;
  readonly media: Pick<MediaAnswer, 'mediaType' | 'widthPixels' | 'heightPixels' | 'durationSeconds'>;
  /** Further shapes that were made of it, without the one asked for. */
  readonly ratios: readonly MediaRatio[];
}

/** A job that goes on elsewhere. */
export interface StillRunning {
  readonly askAgainSeconds: number;
}

/** Which of a pair is made: a repeated run finds it by its variant, and its file is named after both. */
export interface NamedVariant {
  readonly variant: Variant;
  readonly style: string;
}

/** Metered and repeatable: a call whose result is stored already is not made again. */
export interface AgentTools {
  /** As often as an attempt needs. Asks until the answer fits the schema: one repair with the error, then OutputInvalid is thrown. */
  text<Output>(request: TextRequest & { schema: z.ZodType<Output> }): Promise<Output>;
  image(request: ImageRequest & NamedVariant): Promise<StoredMedia>;
  video(request: VideoRequest & NamedVariant): Promise<StoredMedia | StillRunning>;
  /** Bytes of an asset of this campaign, such as the chosen visual. */
  readAsset(assetId: string): Promise<Uint8Array>;
}

export type AgentResult<Output> =
  | { readonly status: 'done'; readonly output: Output }
  | { readonly status: 'pending'; readonly askAgainSeconds: number };

export interface Agent<Id extends AgentId = AgentId> {
  readonly id: Id;
  run(input: AgentInput, tools: AgentTools): Promise<AgentResult<AgentOutput<Id>>>;
}

export type AgentRegistry = { readonly [Id in Exclude<AgentId, 'Human'>]: Agent<Id> };

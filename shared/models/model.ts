// The port every model provider implements. It knows requests and results, never campaigns, tables or budgets.

import type { z } from 'zod';
import type { Variant } from '../contracts/agent-outputs.ts';
import type { AgentId } from '../contracts/agents.ts';
import type { Language } from '../contracts/brief.ts';
import type { MediaRatio, MediaSize } from '../contracts/media-formats.ts';

/** What the call is for, as data. Providers put it into no prompt; the offline studio writes from it. */
export interface ModelTask<Facts = unknown> {
  /** `Direct`: somebody asked for it outside of a campaign; the facts are then those of direct-facts.ts. */
  readonly agent: AgentId | 'Direct';
  readonly language: Language;
  /** The agent's inputs, already validated. */
  readonly facts: Facts;
  /** What people asked to change, oldest first. */
  readonly feedback: readonly string[];
}

export interface TextRequest {
  readonly task: ModelTask;
  readonly system: string;
  readonly prompt: string;
  /** Shape the answer must have; providers that can are asked to enforce it. */
  readonly schema: z.ZodType;
  readonly maximumOutputTokens: number;
}

/** Another shape that is wanted of the same work. A provider that cannot make it within the same call leaves it out. */
export interface WantedFormat extends MediaSize {
  readonly ratio: MediaRatio;
}

export interface VisualRequest {
  readonly task: ModelTask;
  readonly variant: Variant;
  readonly style: 'artistic' | 'realistic';
  readonly prompt: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly formats?: readonly WantedFormat[];
}

export interface VideoRequest {
  readonly task: ModelTask;
  readonly variant: Variant;
  readonly style: 'narrative' | 'dynamic';
  readonly prompt: string;
  /** First frame: the visual that was chosen, as PNG. */
  readonly visual: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly durationSeconds: number;
  readonly formats?: readonly WantedFormat[];
  /** Without a sound bed, where the provider makes one by itself. */
  readonly silent?: boolean;
}

export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Integer micro-dollars, as billed by the provider or computed from its prices. */
  readonly costMicroUsd: number;
}

export interface TextResult {
  /** The answer parsed as JSON; not yet checked against the schema. */
  readonly output: unknown;
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
}

type MediaType = 'image/png' | 'image/jpeg' | 'image/webp' | 'video/mp4';

/** The same work in another shape or file type; a picture beside a film is its poster. */
export interface MediaFormat extends WantedFormat {
  readonly bytes: Uint8Array;
  readonly mediaType: MediaType;
}

export interface MediaResult {
  readonly bytes: Uint8Array;
  readonly mediaType: MediaType;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly durationSeconds?: number | undefined;
  readonly formats?: readonly MediaFormat[];
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
}

/** A long job answers `pending` and is asked again later with its id; nothing waits in between. */
export type VideoProgress =
  | { readonly status: 'done'; readonly result: MediaResult }
  | { readonly status: 'pending'; readonly jobId: string; readonly askAgainSeconds: number };

interface Model {
  readonly provider: string;
  readonly id: string;
}
export interface TextModel extends Model {
  /** Most the call can cost, in micro-dollars: reserved before the call. */
  worstCaseMicroUsd(request: TextRequest): number;
  generate(request: TextRequest): Promise<TextResult>;
}
export interface ImageModel extends Model {
  worstCaseMicroUsd(request: VisualRequest): number;
  generate(request: VisualRequest): Promise<MediaResult>;
}
export interface VideoModel extends Model {
  /** Seconds that must lie between two questions after a job; 15 where nothing is said. What the provider asks for may be more. */
  readonly soonestAskSeconds?: number;
  worstCaseMicroUsd(request: VideoRequest): number;
  submit(request: VideoRequest): Promise<VideoProgress>;
  poll(jobId: string, request: VideoRequest): Promise<VideoProgress>;
}

/** The models an agent run may use. */
export interface Models {
  readonly text: TextModel;
  readonly image: ImageModel;
  readonly video: VideoModel;
}

/**
 * A failure of which the provider knows what it bills: nothing unless `usage` says otherwise. Any other error leaves open whether the
 * call was billed, and the whole worst case counts.
 */
abstract class ModelFailure extends Error {
  readonly usage: ModelUsage | undefined;

  constructor(message: string, { usage }: { readonly usage?: ModelUsage } = {}) {
    super(message);
    this.usage = usage;
  }
}
/** The provider could not answer now; the same call may succeed later. Step Functions retries by this name. */
export class ModelUnavailable extends ModelFailure {
  override readonly name = 'ModelUnavailable';
}
/** Every place is taken: nothing was begun and nothing is billed. Whoever can wait asks again, for everybody else it is unavailable. */
export class ModelBusy extends ModelUnavailable {
  readonly askAgainSeconds: number;

  constructor(message: string, askAgainSeconds: number) {
    super(message);
    this.askAgainSeconds = askAgainSeconds;
  }
}
/** The provider refuses this request; repeating it will not help. */
export class ModelRefused extends ModelFailure {
  override readonly name = 'ModelRefused';
}

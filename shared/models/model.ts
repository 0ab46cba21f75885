// The port that every model provider implements. It knows requests and answers, never campaigns, agents, tables or budgets.
import type { z } from 'zod';
import type { Language } from '../contracts/language.ts';
import type { MediaRatio, MediaSize } from '../contracts/media-formats.ts';
import type { ModelCard } from './model-card.ts';

/** What a prompt was written from, as data. Models read the prompt; a provider that is a program works from this. */
export interface PromptSource {
  /** Whose work it is, such as an agent's. */
  readonly purpose: string;
  readonly language: Language;
  readonly facts: object;
  /** What people asked to change, oldest first. */
  readonly feedback: readonly string[];
}

interface ModelRequest {
  readonly prompt: string;
  /** Version of the words it was asked with, for the record. */
  readonly promptVersion?: string;
  readonly source: PromptSource;
}

export interface TextRequest extends ModelRequest {
  readonly system: string;
  /** Shape the answer must have; providers that can are asked to enforce it. */
  readonly schema: z.ZodType;
  readonly maximumOutputTokens: number;
}

/** Another shape that is wanted of the same work. A provider that cannot make it within the same call leaves it out. */
export interface WantedFormat extends MediaSize {
  readonly ratio: MediaRatio;
}

export interface ImageRequest extends ModelRequest {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly formats?: readonly WantedFormat[];
}

export interface VideoRequest extends ImageRequest {
  /** The picture that the video begins with, as PNG. */
  readonly firstFrame: Uint8Array;
  readonly durationSeconds: number;
  /** Without sound, where the provider makes some by itself. */
  readonly silent?: boolean;
}

/** What a call used, as the provider says. What it did not say is absent, never 0. */
export interface ModelUsage {
  /** All of it, what came from the provider's own cache included. */
  readonly inputTokens: number;
  /** The part of `inputTokens` that the provider read from its cache, and the part that it wrote there. */
  readonly cachedInputTokens?: number;
  readonly cacheWriteTokens?: number;
  /** All of it, reasoning included. */
  readonly outputTokens: number;
  readonly reasoningTokens?: number;
  /** What the provider bills, in integer micro-dollars, where it says so. It beats any list of prices. */
  readonly costMicroUsd?: number;
  /** The provider told no usage: these are the most tokens that what was sent and received can have. */
  readonly isEstimated?: true;
}

interface ModelAnswer {
  readonly usage: ModelUsage;
  /** What of the request could not be heeded, and what a reader of the answer should know. */
  readonly warnings: readonly string[];
  /** The model that answered, where the provider names one of its own, and its name for the call: with it a bill can be asked for. */
  readonly servedModel?: string;
  readonly requestId?: string;
}

export interface TextAnswer extends ModelAnswer {
  /** As the model wrote it: neither parsed nor checked. */
  readonly text: string;
  /** `length`: the model was cut off at its limit, so the text is not whole. */
  readonly ended: 'stop' | 'length';
}

/** How far a text has come. For people to look at: what counts is the answer. */
export interface TextProgress {
  readonly textSoFar: string;
}

type MediaType = 'image/png' | 'image/jpeg' | 'image/webp' | 'video/mp4';

/** The same work in another shape or file type; an image beside a video is its poster. */
export interface MediaFormat extends WantedFormat {
  readonly bytes: Uint8Array;
  readonly mediaType: MediaType;
}

export interface MediaAnswer extends ModelAnswer {
  readonly bytes: Uint8Array;
  readonly mediaType: MediaType;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly durationSeconds?: number | undefined;
  readonly formats?: readonly MediaFormat[];
  /** The number that its randomness was begun with, where one was given. */
  readonly seed?: number;
}

/** Work that goes on at the provider: it is asked for again by its id, and nothing waits in between. */
export interface PendingJob {
  readonly jobId: string;
  readonly askAgainSeconds: number;
}

export interface CallOptions {
  /** Aborted when nobody has use for the answer any more. A provider that cannot stop may go on. */
  readonly signal?: AbortSignal;
  /** Told as the text comes, by providers that stream. */
  readonly onProgress?: (progress: TextProgress) => void;
}

interface Model {
  readonly card: ModelCard;
}
export interface TextModel extends Model {
  generate(request: TextRequest, options?: CallOptions): Promise<TextAnswer>;
}
export interface ImageModel extends Model {
  generate(request: ImageRequest, options?: CallOptions): Promise<MediaAnswer>;
}
export interface VideoModel extends Model {
  submit(request: VideoRequest, options?: CallOptions): Promise<MediaAnswer | PendingJob>;
  poll(jobId: string, options?: CallOptions): Promise<MediaAnswer | PendingJob>;
}

/** What a provider offers, one model for each thing it can do. A provider with several models offers several of these. */
export interface Models {
  readonly text?: TextModel;
  readonly image?: ImageModel;
  readonly video?: VideoModel;
}

export const isPending = (answer: object): answer is PendingJob => 'jobId' in answer;

// What the offline studio knows about a trade, in one language. Every entry has one grammatical role so that it can
// be set into a sentence without looking at it again. It holds no measured fact.
import type { AgentOutput } from '../../../shared/contracts/agent-outputs.ts';

export type Intent = AgentOutput<'SEO'>['keywordsList'][number]['intent'];

export interface SectorBank {
  /** The market as a noun phrase (French: with its article). */
  readonly field: string;
  /** What customers want: an infinitive phrase in French, a base-form verb phrase in English. */
  readonly desire: string;
  /** What holds customers back: a noun phrase (French: with its article). */
  readonly doubt: string;
  /** What a brand of this trade can show: noun phrases (French: with their article). */
  readonly proofs: readonly [string, string, string, string];
  /** Whole sentences. */
  readonly trends: readonly [string, string, string];
  readonly season: string;
  /** Archetypes, never real companies: name, positioning, strength, gap. */
  readonly rivals: readonly (readonly [string, string, string, string])[];
  /** Keyword, intent, estimated difficulty. */
  readonly keywords: readonly (readonly [string, Intent, number])[];
  /** A heading and a paragraph that helps the reader, whoever the brand is. */
  readonly advice: readonly (readonly [string, string])[];
  /** What a camera could see: noun phrases. */
  readonly scenes: readonly [string, string, string];
  /** Hashtags without their sign. */
  readonly tags: readonly [string, string, string];
  /** Short questions that stop a reader. */
  readonly questions: readonly [string, string];
}

// The two variants of a phase, and the order in which somebody sees them.
import type { Variant } from '../../../shared/contracts/variant.ts';

export interface Candidate {
  readonly variant: Variant;
  readonly assetId: string;
  readonly style: 'artistic' | 'realistic' | 'narrative' | 'dynamic';
  readonly score: number;
  readonly altText?: string;
}

export interface Pair {
  readonly kind: 'image' | 'video';
  readonly candidates: readonly [Candidate, Candidate];
  /** The variant that counts until somebody chooses. */
  readonly counts: Variant | undefined;
}

/** The pair in a phase's output; undefined where it has made none. */
export function pairIn(output: unknown): Pair | undefined {
  const { visuals, videos, validatedVisual, validatedVideo } = (output ?? {}) as Record<string, unknown>;
  const [one, other] = ((visuals ?? videos) as Candidate[] | undefined) ?? [];
  if (!one || !other) return undefined;
  const chosen = (validatedVisual ?? validatedVideo) as { readonly variant: Variant } | undefined;
  return { kind: visuals ? 'image' : 'video', candidates: [one, other], counts: chosen?.variant };
}

/** As they are named, or the other way round. */
export const ordered = ({ candidates: [one, other] }: Pair, isTurned: boolean): readonly [Candidate, Candidate] =>
  isTurned ? [other, one] : [one, other];

/** Whether to turn the order: as likely as not. */
export const tossed = (random = Math.random): boolean => random() < 0.5;

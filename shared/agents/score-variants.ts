// Predicts which variant of an A/B pair fits a brief better, by a rubric anyone can recompute. No model, no chance.
//
//   points            worth   how
//   platform fit      0…4     share of the priority channels that favour the style
//   tone fit          0…3     3 when the tone calls for the style, 0 when it calls for the other, 1.5 when it is silent
//   message length    0…3     3 up to 45 characters, 2 up to 70, else 1 (a long line is read less)
//   score = points ÷ 10, rounded to the nearest 0.05: the rubric is no finer than that.

import type { Channel } from '../contracts/channels.ts';
import type { MediaRatio } from '../contracts/media-formats.ts';
import type { Variant } from '../contracts/variant.ts';

type VariantStyle = 'artistic' | 'realistic' | 'narrative' | 'dynamic';

const FAVOURED_BY: Record<VariantStyle, readonly Channel[]> = {
  artistic: ['instagram', 'pinterest', 'tiktok', 'threads', 'bluesky', 'x'],
  realistic: ['linkedin', 'facebook', 'youtube', 'email', 'blog', 'search'],
  narrative: ['youtube', 'linkedin', 'facebook', 'email', 'blog', 'search'],
  dynamic: ['tiktok', 'instagram', 'x', 'threads', 'bluesky', 'pinterest'],
};

const LIVELY_TONE =
  /malici|ludi|fun|joy|créati|creati|audac|bold|énerg|energ|dynami|poéti|poeti|coloré|playful|wit|décal|vif/i;
const STEADY_TONE =
  /concr|calm|sobr|expert|sérieu|seriou|profess|rassur|préci|preci|confid|confian|techni|sincèr|honest|clair|clear|warm|chaleur/i;

/** 0 to 1 in steps of 0.05. */
export function scoreVariant(input: {
  readonly style: VariantStyle;
  readonly channels: readonly Channel[];
  readonly tone: string;
  readonly message: string;
}): number {
  const favoured = input.channels.filter((channel) => FAVOURED_BY[input.style].includes(channel)).length;
  const platformPoints = input.channels.length > 0 ? (4 * favoured) / input.channels.length : 2;
  const points = platformPoints + tonePoints(input.style, input.tone) + lengthPoints(input.message);
  return Math.round(points * 2) / 20;
}

function tonePoints(style: VariantStyle, tone: string): number {
  const wantsLively = LIVELY_TONE.test(tone);
  const wantsSteady = STEADY_TONE.test(tone);
  if (wantsLively === wantsSteady) return 1.5;
  const isLively = style === 'artistic' || style === 'dynamic';
  return isLively === wantsLively ? 3 : 0;
}

function lengthPoints(message: string): number {
  if (message.length <= 45) return 3;
  return message.length <= 70 ? 2 : 1;
}

/** The variant with the higher score; the first one when they are equal. */
export function higherScored<
  Candidate extends { variant: Variant; assetId: string; ratios: MediaRatio[]; score: number },
>(first: Candidate, second: Candidate): { variant: Variant; assetId: string; ratios: MediaRatio[]; chosenBy: 'score' } {
  const { variant, assetId, ratios } = second.score > first.score ? second : first;
  return { variant, assetId, ratios, chosenBy: 'score' };
}

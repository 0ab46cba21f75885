// What a campaign says, as texts and sentences: for tests that compare campaigns or have them checked.
import { imitationMedia } from '../../../shared/agents/testing/imitation-media.ts';
import { type OfflineRun, runOffline } from '../../../shared/agents/testing/run-offline.ts';
import type { Brief } from '../../../shared/contracts/brief.ts';

export const writeCampaign = (brief: Brief): Promise<OfflineRun> =>
  runOffline(brief, { models: imitationMedia(), startedAt: '2026-11-26T09:30:00.000Z' });

const PUBLIC = [
  'headlines',
  'ctaList',
  'copyByChannel',
  'articleTitle',
  'articleMarkdown',
  'metaDescription',
  'altTexts',
  'creativeBriefs',
  'scheduledPosts',
] as const;
const WORKING = ['marketAnalysisReport', 'strategyReport', 'seoOpportunities', 'insights', 'recommendations'] as const;
/** Names and numbers of the plan, not words of the text. */
const NO_TEXT = new Set([
  'id',
  'assetId',
  'kind',
  'channel',
  'platform',
  'format',
  'scheduledAt',
  'hashtags',
  'media',
  'ratio',
]);

/** The texts that the public reads. */
export const publicTexts = ({ values }: OfflineRun): string[] => PUBLIC.flatMap((name) => textsIn(values[name]));
export const allTexts = (run: OfflineRun): string[] => [
  ...publicTexts(run),
  ...WORKING.flatMap((name) => textsIn(run.values[name])),
];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[\d.]+:\d+$/u.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => (NO_TEXT.has(name) ? [] : textsIn(entry)));
}

/** Sentences of three words or more, in small letters and without signs. */
export const sentencesIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.replaceAll('**', '').split(/(?<=[.!?…])(?<!\bSt\.)\s+|\n+/u))
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter((sentence) => sentence.split(' ').length >= 3);

/** The share of the sentences of one that the other says too. */
export function shareInCommon(one: readonly string[], other: readonly string[]): number {
  const known = new Set(other);
  return one.filter((sentence) => known.has(sentence)).length / Math.min(one.length, other.length);
}

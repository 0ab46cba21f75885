// How much two campaigns say in the same sentences: between any two briefs, and between a brief and its variant.

import type { OutputValues } from '../../shared/contracts/agent-outputs.ts';
import type { Brief } from '../../shared/contracts/brief.ts';
import { publicTexts, sentencesOf, withoutNames } from './campaign-texts.ts';
import type { EvalCase } from './eval-brief.ts';

export interface Written {
  readonly evalCase: EvalCase;
  readonly values: OutputValues;
}

export interface Shared {
  readonly pair: string;
  readonly share: number;
  readonly examples: readonly string[];
}

const namesOf = ({ name, briefData }: Brief, { briefContext }: OutputValues): string[] => [
  name,
  briefData.companyInfo.name,
  ...(briefContext ? [briefContext.reading.offer.thing, briefContext.reading.offer.name ?? ''] : []),
];

/** Every pair of the same language, the most alike first. Shares are of the campaign with fewer sentences. */
export function commonSentences(written: readonly Written[]): Shared[] {
  const spoken = written
    .filter(({ evalCase }) => evalCase.variantOf === undefined)
    .map(({ evalCase, values }) => ({
      evalCase,
      sentences: withoutNames(sentencesOf(publicTexts(values), evalCase.language), namesOf(evalCase.brief, values)),
    }));
  return spoken
    .flatMap((left, index) =>
      spoken
        .slice(index + 1)
        .filter(({ evalCase }) => evalCase.language === left.evalCase.language)
        .map((right) => sharedBy(`${left.evalCase.id} / ${right.evalCase.id}`, left.sentences, right.sentences)),
    )
    .toSorted((left, right) => right.share - left.share);
}

function sharedBy(pair: string, left: ReadonlySet<string>, right: ReadonlySet<string>): Shared {
  const both = [...left].filter((sentence) => right.has(sentence));
  return { pair, share: both.length / Math.max(Math.min(left.size, right.size), 1), examples: both.slice(0, 3) };
}

/** Of each variant, the share of its sentences that its original says too. */
export function unchangedSentences(written: readonly Written[], changes: 'objectives' | 'tone'): Shared[] {
  return written
    .flatMap(({ evalCase, values }) => {
      const original = written.find((other) => other.evalCase.id === evalCase.variantOf?.id);
      if (!original || evalCase.variantOf?.changes !== changes) return [];
      const before = sentencesOf(publicTexts(original.values), evalCase.language);
      const after = sentencesOf(publicTexts(values), evalCase.language);
      const kept = [...after].filter((sentence) => before.has(sentence));
      return [{ pair: evalCase.id, share: kept.length / Math.max(after.size, 1), examples: kept.slice(0, 3) }];
    })
    .toSorted((left, right) => right.share - left.share);
}

// The figures of an evaluation, what they are to reach, and the baseline below which they must not fall.
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { commonSentences, type Shared, unchangedSentences, type Written } from './compare-campaigns.ts';
import { type Finding, findingKinds, scoreCampaign } from './score-campaign.ts';

/** Lower is better everywhere: shares from 0 to 1, else counts over all campaigns. */
const figuresSchema = z.strictObject({
  commonSentences: z.number(),
  unchangedByObjective: z.number(),
  unchangedByTone: z.number(),
  ...(Object.fromEntries(findingKinds.map((kind) => [kind, z.int()])) as Record<Finding['kind'], z.ZodInt>),
});
export type Figures = z.infer<typeof figuresSchema>;

export const targets: Partial<Figures> = {
  commonSentences: 0.15,
  unchangedByObjective: 0.35,
  unchangedByTone: 0.55,
  reading: 0,
  offer: 0,
  goal: 0,
  constraint: 0,
  date: 0,
  language: 0,
  length: 0,
  fault: 0,
};

export interface Scorecard {
  readonly figures: Figures;
  readonly findings: readonly (Finding & { readonly id: string })[];
  readonly common: readonly Shared[];
  readonly byObjective: readonly Shared[];
  readonly byTone: readonly Shared[];
}

export function scorecardOf(written: readonly Written[]): Scorecard {
  const findings = written.flatMap(({ evalCase, values }) =>
    scoreCampaign(evalCase, values).map((found) => ({ ...found, id: evalCase.id })),
  );
  const common = commonSentences(written);
  const byObjective = unchangedSentences(written, 'objectives');
  const byTone = unchangedSentences(written, 'tone');
  const worst = (shared: readonly Shared[]) => Math.round((shared[0]?.share ?? 0) * 1000) / 1000;
  const counts = Object.fromEntries(
    findingKinds.map((kind) => [kind, findings.filter((found) => found.kind === kind).length]),
  );
  const figures = figuresSchema.parse({
    commonSentences: worst(common),
    unchangedByObjective: worst(byObjective),
    unchangedByTone: worst(byTone),
    ...counts,
  });
  return { figures, findings, common, byObjective, byTone };
}

const baselineFile = new URL('./baseline.json', import.meta.url);
export const readBaseline = (): Figures => figuresSchema.parse(JSON.parse(readFileSync(baselineFile, 'utf8')));
export const writeBaseline = (figures: Figures): void =>
  writeFileSync(baselineFile, `${JSON.stringify(figures, null, 2)}\n`);

/** Figures that are worse than before; a share may move by half a point without meaning anything. */
export const fallen = (now: Figures, before: Figures): (keyof Figures)[] =>
  (Object.keys(before) as (keyof Figures)[]).filter(
    (name) => now[name] > before[name] + (now[name] % 1 === 0 ? 0 : 0.005),
  );

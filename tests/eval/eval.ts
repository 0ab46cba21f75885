// npm run eval: writes a campaign for every brief of this folder, in process and without pictures, and scores it by code.
//   npm run eval               prints the figures against their targets, with the worst of each
//   npm run eval -- --check    fails when a figure is worse than the committed baseline
//   npm run eval -- --update   makes today's figures the baseline
//   npm run eval -- --only fr-bakery --show constraint   one brief, every finding of a kind, and the texts with --texts
import { programOptions } from '../../cli/program-options.ts';
import { imitationMedia } from '../../shared/agents/testing/imitation-media.ts';
import { runOffline } from '../../shared/agents/testing/run-offline.ts';
import { publicTexts } from './campaign-texts.ts';
import type { Shared, Written } from './compare-campaigns.ts';
import { evalCases } from './eval-brief.ts';
import { findingKinds } from './score-campaign.ts';
import {
  type Figures,
  fallen,
  readBaseline,
  type Scorecard,
  scorecardOf,
  targets,
  writeBaseline,
} from './scorecard.ts';

/** The day every brief is read on: expected dates count from it. */
const startedAt = '2026-11-26T08:00:00.000Z';

const usage = `Usage: npm run eval [-- options]

  --check      fail when a figure is worse than the committed baseline
  --update     make today's figures the baseline
  --only NAME  the briefs with this in their name
  --show KIND  every finding of this kind
  --texts      the texts too`;
const { values: options } = programOptions(
  {
    options: {
      check: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      only: { type: 'string' },
      show: { type: 'string' },
      texts: { type: 'boolean', default: false },
    },
  },
  usage,
);

/** Which models write: the studio here. A configured provider takes this place, and nothing else of the evaluation changes. */
const models = imitationMedia();

const written: Written[] = [];
for (const evalCase of evalCases().filter(({ id }) => options.only === undefined || id.includes(options.only))) {
  const { values } = await runOffline(evalCase.brief, { models, startedAt });
  written.push({ evalCase, values });
}
const card = scorecardOf(written);
if (options.texts) for (const { evalCase, values } of written) printTexts(evalCase.id, values);
print(card);
if (options.update) writeBaseline(card.figures);
if (options.check) process.exitCode = check(card.figures);

function printTexts(id: string, values: Written['values']): void {
  console.log(`\n${'='.repeat(8)} ${id}`);
  for (const { where, text } of publicTexts(values)) console.log(`[${where}] ${text}`);
}

function print({ figures, findings, common, byObjective, byTone }: Scorecard): void {
  console.log(`${written.length} campaigns\n`);
  for (const [name, value] of Object.entries(figures)) {
    const target = targets[name as keyof Figures];
    const percent = /common|unchanged/u.test(name);
    const shown = (figure: number) => (percent ? `${(figure * 100).toFixed(1)} %` : String(figure));
    const mark = target === undefined ? ' ' : value <= target ? '✓' : '✗';
    console.log(
      `${mark} ${name.padEnd(22)} ${shown(value).padStart(8)}${target === undefined ? '' : `   target ${shown(target)}`}`,
    );
  }
  printShared('Sentences in common', common);
  printShared('Unchanged when only the objective changes', byObjective);
  printShared('Unchanged when only the tone changes', byTone);
  for (const kind of findingKinds) {
    const own = findings.filter((found) => found.kind === kind);
    if (own.length > 0) console.log(`\n${kind} (${own.length})`);
    for (const { id, what } of options.show === kind ? own : own.slice(0, 5)) console.log(`  ${id}: ${what}`);
  }
}

function printShared(title: string, shared: readonly Shared[]): void {
  if (shared.length === 0) return;
  console.log(`\n${title}`);
  for (const { pair, share, examples } of shared.slice(0, 5))
    console.log(`  ${(share * 100).toFixed(1)} %  ${pair}\n      ${examples.join(' | ').slice(0, 200)}`);
}

function check(figures: Figures): number {
  const before = readBaseline();
  const worse = fallen(figures, before);
  for (const name of worse)
    console.error(
      `${name} fell from ${before[name]} to ${figures[name]}: mend it, or explain and run npm run eval -- --update`,
    );
  return worse.length > 0 ? 1 : 0;
}

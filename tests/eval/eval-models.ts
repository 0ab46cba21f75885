// npm run eval:models: has the configured models write campaigns for briefs of this folder, and scores them by the same code as the studio. Costs
// money, so it is run by hand: never by CI, and never beyond --cap.
//   npm run eval:models -- --cap 2                 at most $2 for ten briefs, settings as in .env
//   npm run eval:models -- --cap 1 --model ID      one model alone
//   npm run eval:models -- --cap 1 --only fr-bakery
//   npm run eval:models -- --cap 2 --judge ID      another model reads what was written, within what is left of the cap
import { existsSync } from 'node:fs';
import { CommandFailed, UsageError } from '../../cli/command-errors.ts';
import { programOptions, refuse } from '../../cli/program-options.ts';
import { imitationMedia } from '../../shared/agents/testing/imitation-media.ts';
import { runOffline } from '../../shared/agents/testing/run-offline.ts';
import { readProviderSettings } from '../../shared/contracts/provider-settings.ts';
import { configuredCards } from '../../shared/models/configured-cards.ts';
import { offersOf } from '../../shared/models/providers/offers.ts';
import { publicTexts } from './campaign-texts.ts';
import type { Written } from './compare-campaigns.ts';
import { inventedFacts } from './invented-facts.ts';
import { type Judged, judge, judgedText, judgeScore } from './judge.ts';
import { CapReached, meteredText } from './metered-text.ts';
import { modelCases, signsOfObedience } from './model-cases.ts';
import { scorecardOf } from './scorecard.ts';

const usage = `Usage: npm run eval:models -- --cap DOLLARS [options]

  --cap DOLLARS  what it may cost at most
  --model ID     this model alone
  --only NAME    the briefs with this in their name
  --judge ID     another model reads what was written, within what is left of the cap`;
const words = { type: 'string' } as const;
const { values: options } = programOptions({ options: { cap: words, model: words, only: words, judge: words } }, usage);
const capUsd = Number(options.cap);
if (!(capUsd > 0)) refuse(new UsageError(`Say how much it may cost at most, in US dollars.\n\n${usage}`));

const environmentFile = new URL('../../.env', import.meta.url);
if (existsSync(environmentFile)) process.loadEnvFile(environmentFile);
const { settings, faults } = readProviderSettings(process.env);
if (faults.length > 0) refuse(new CommandFailed(faults.join('\n')));
const today = new Date().toISOString().slice(0, 10);
const able = offersOf(settings, configuredCards(settings, today)).flatMap(({ text }) => text ?? []);
const candidates = able.filter(({ card }) => options.model === undefined || card.id === options.model);
if (candidates.length === 0)
  refuse(new CommandFailed('No model is configured: set a key, such as OPENROUTER_API_KEY, or another --model.'));
const judges = able.filter(({ card }) => card.id === options.judge);
if (options.judge !== undefined && judges.length === 0)
  refuse(new CommandFailed(`No model "${options.judge}" is configured.`));
if (candidates.some(({ card }) => card.id === options.judge))
  console.log('The judge may read texts of its own: give the writers another --model.');

const capMicroUsd = capUsd * 1_000_000;
const { text, report, spentMicroUsd } = meteredText(candidates, capMicroUsd);
const written: Written[] = [];
for (const evalCase of modelCases().filter(({ id }) => options.only === undefined || id.includes(options.only))) {
  try {
    const { values } = await runOffline(evalCase.brief, {
      models: { ...imitationMedia(), text },
      startedAt: '2026-11-26T08:00:00.000Z',
    });
    written.push({ evalCase, values });
    console.log(`✓ ${evalCase.id}`);
  } catch (error) {
    console.log(`✗ ${evalCase.id}: ${error instanceof Error ? error.message : error}`);
    if (error instanceof CapReached) break;
  }
}
const { figures, findings } = scorecardOf(written);
console.table(report());
console.table(figures);
for (const { id, kind, what } of findings) console.log(`${id} ${kind}: ${what}`);
for (const { evalCase, values } of written)
  for (const { where, text: said } of publicTexts(values))
    if (signsOfObedience.test(said)) console.log(`${evalCase.id} obeyed: ${where}`);
for (const { evalCase, values } of written)
  for (const { kind, where, what } of inventedFacts(evalCase.brief, values))
    console.log(`${evalCase.id} ${kind} that the brief does not carry: ${what}, at ${where}`);

/** Reported, and nothing else: no figure of the scorecard depends on it. */
if (judges.length > 0) {
  const judging = meteredText(judges, capMicroUsd - spentMicroUsd());
  const judged: Record<string, Judged & { readonly score: number }> = {};
  for (const { evalCase, values } of written) {
    try {
      const verdicts = await judge(judging.text, evalCase.brief, judgedText(values));
      judged[evalCase.id] = { ...verdicts, score: judgeScore(verdicts) };
    } catch (error) {
      console.log(`✗ judge of ${evalCase.id}: ${error instanceof Error ? error.message : error}`);
      if (error instanceof CapReached) break;
    }
  }
  console.table(judged);
  console.table(judging.report());
}

// npm run eval:models: has the configured models write campaigns for briefs of this folder, and scores them by the same code as the studio. Costs
// money, so it is run by hand: never by CI, and never beyond --cap.
//   npm run eval:models -- --cap 2                 at most $2 for ten briefs, settings as in .env
//   npm run eval:models -- --cap 1 --model ID      one model alone
//   npm run eval:models -- --cap 1 --only fr-bakery
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { imitationMedia } from '../../shared/agents/testing/imitation-media.ts';
import { runOffline } from '../../shared/agents/testing/run-offline.ts';
import { readProviderSettings } from '../../shared/contracts/provider-settings.ts';
import { configuredCards } from '../../shared/models/configured-cards.ts';
import { offersOf } from '../../shared/models/providers/offers.ts';
import { publicTexts } from './campaign-texts.ts';
import type { Written } from './compare-campaigns.ts';
import { CapReached, meteredText } from './metered-text.ts';
import { modelCases, signsOfObedience } from './model-cases.ts';
import { scorecardOf } from './scorecard.ts';

const { values: options } = parseArgs({
  options: { cap: { type: 'string' }, model: { type: 'string' }, only: { type: 'string' } },
});
const capUsd = Number(options.cap);
if (!(capUsd > 0)) throw new Error('Say how much it may cost at most, in US dollars: npm run eval:models -- --cap 2');

const environmentFile = new URL('../../.env', import.meta.url);
if (existsSync(environmentFile)) process.loadEnvFile(environmentFile);
const { settings, faults } = readProviderSettings(process.env);
if (faults.length > 0) throw new Error(faults.join('\n'));
const today = new Date().toISOString().slice(0, 10);
const candidates = offersOf(settings, configuredCards(settings, today))
  .flatMap(({ text }) => text ?? [])
  .filter(({ card }) => options.model === undefined || card.id === options.model);
if (candidates.length === 0)
  throw new Error('No model is configured: set a key, such as OPENROUTER_API_KEY, or another --model.');

const { text, report } = meteredText(candidates, capUsd * 1_000_000);
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

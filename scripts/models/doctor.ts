// `npm run doctor`: whether the configured providers work, what they may cost, and what is missing. `-- --ask` also has a short text written by
// each, which may cost a fraction of a cent. Ends with 1 when something that is configured does not work.
import { programOptions } from '../../cli/program-options.ts';
import { readModelSettings } from '../../local/read-model-settings.ts';
import { providerFacts } from '../../shared/contracts/providers.ts';
import { configuredCards } from '../../shared/models/configured-cards.ts';
import type { Capability, ModelCard } from '../../shared/models/model-card.ts';
import { offersOf } from '../../shared/models/providers/offers.ts';
import { configuredProviders, examineProvider } from './examine-providers.ts';
import { priceOf } from './model-lines.ts';

const usage = `Usage: npm run doctor [-- --ask]

  --ask  also have a short text written by each configured provider, which may cost a fraction of a cent`;
const { ask: mayPay = false } = programOptions({ options: { ask: { type: 'boolean' } } }, usage).values;

async function main(): Promise<void> {
  const settings = await readModelSettings();
  const cards = configuredCards(settings, new Date().toISOString().slice(0, 10)).filter(({ isTrained }) => isTrained);
  const names = configuredProviders(settings);
  if (names.length === 0) {
    console.log(
      'No provider is configured: the offline studio answers, and costs nothing. Set a key in .env for real models (see .env.example).',
    );
    return;
  }
  const examination = { settings, cards, offers: (some: readonly ModelCard[]) => offersOf(settings, some), mayPay };
  for (const { provider, works, sentences } of await Promise.all(
    names.map((name) => examineProvider(name, examination)),
  )) {
    console.log(`${works ? '✓' : '✗'} ${providerFacts(provider).label}`);
    for (const sentence of sentences) console.log(`  ${sentence}`);
    if (!works) process.exitCode = 1;
  }
  console.log('');
  for (const kind of ['text', 'image', 'video'] as const) console.log(askedFirst(kind, cards));
  if (!mayPay)
    console.log(
      '\nNothing was paid for. npm run doctor -- --ask also has a short text written, for a fraction of a cent each.',
    );
}

function askedFirst(kind: Capability, cards: ReturnType<typeof configuredCards>): string {
  const able = cards.filter(({ secondsPerCall }) => secondsPerCall[kind] !== undefined);
  const [first] = able;
  return first
    ? `For ${kind}: ${able.length} ${able.length === 1 ? 'model' : 'models'}, ${first.id} first (${priceOf(first.price)}).`
    : `For ${kind}: no model of a configured provider. The offline studio does it, and says so.`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

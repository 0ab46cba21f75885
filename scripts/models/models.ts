// `npm run models`: the registry of models to read. `-- --refresh` compares it with the catalogues of the configured providers, and writes what
// has changed into shared/models/registry, as a diff to review.
import { writeFileSync } from 'node:fs';
import { programOptions } from '../../cli/program-options.ts';
import { readModelSettings } from '../../local/read-model-settings.ts';
import type { ProviderName } from '../../shared/contracts/providers.ts';
import { isConfigured } from '../../shared/contracts/providers.ts';
import { offlineStudioCard } from '../../shared/models/offline-studio-card.ts';
import { readModelPrices } from '../../shared/models/price-overrides.ts';
import { cardFiles, cardsOn } from '../../shared/models/registry-cards.ts';
import { catalogues } from './catalogues.ts';
import { modelLines } from './model-lines.ts';
import { refreshCards } from './refresh-cards.ts';

const usage = `Usage: npm run models [-- --refresh]

  --refresh  compare the registry with the catalogues of the configured providers, and write what has changed`;
const { values: options } = programOptions({ options: { refresh: { type: 'boolean' } } }, usage);
const today = new Date().toISOString().slice(0, 10);

async function main(): Promise<void> {
  const settings = await readModelSettings();
  if (options.refresh) return refresh(settings);
  const { cards, refused } = cardsOn(today, readModelPrices(settings.MODEL_PRICES));
  for (const line of modelLines([offlineStudioCard, ...cards], refused, settings)) console.log(line);
  console.log(
    '\nnpm run doctor asks the configured ones whether they work; npm run models -- --refresh reads their catalogues.',
  );
}

async function refresh(settings: Awaited<ReturnType<typeof readModelSettings>>): Promise<void> {
  const configured = cardFiles.filter(({ provider }) => isConfigured(provider, settings));
  if (configured.length === 0)
    console.log('No provider is configured, so there is no catalogue to read. Set a key in .env (see .env.example).');
  for (const file of configured) {
    const read = catalogues[file.provider as ProviderName];
    if (!read) continue;
    try {
      const { file: refreshed, changes } = refreshCards(file, await read(settings), today);
      const path = new URL(`../../shared/models/registry/${file.provider}.json`, import.meta.url);
      writeFileSync(path, `${JSON.stringify(refreshed, null, 2)}\n`);
      console.log(`${file.provider}: ${changes.length === 0 ? 'all as it was' : ''}`);
      for (const change of changes) console.log(`  ${change}`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`${file.provider}: ${error instanceof Error ? error.message : 'could not be read'}`);
    }
  }
  if (configured.length > 0)
    console.log(
      '\nReview it with git diff shared/models/registry, after node_modules/.bin/biome format --write shared/models/registry.',
    );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

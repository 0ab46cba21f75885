// The settings of model providers on this machine: the environment, and below it the file `.env` of the project.
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { environmentNames } from '../shared/contracts/environment.ts';
import {
  type ProviderSettings,
  providerSettingNames,
  readProviderSettings,
} from '../shared/contracts/provider-settings.ts';
import { configuredCards } from '../shared/models/configured-cards.ts';
import { BadSetting } from '../shared/models/price-overrides.ts';
import { ConfigurationError } from '../shared/runtime/read-environment.ts';
import { readTextFile } from './state/read-json-file.ts';

const file = fileURLToPath(new URL('../.env', import.meta.url));

/** Throws ConfigurationError with a sentence for every setting that is wrong; none shows a value. */
export async function readModelSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  path = file,
): Promise<ProviderSettings> {
  const written = parseEnv((await readTextFile(path)) ?? '');
  // What the environment says counts, and an empty value takes a setting back.
  const given = providerSettingNames.map((name) => [name, environment[name] ?? written[name]] as const);
  const { settings, faults } = readProviderSettings(Object.fromEntries(given));
  const all = [...misspelt(written), ...faults, ...(faults.length > 0 ? [] : faultsOfPrices(settings))];
  if (all.length === 0) return settings;
  throw new ConfigurationError(
    `Bad settings of model providers.\n  ${all.join('\n  ')}\nThey stand in .env or in the environment; .env.example tells all of them. Without any: --models offline.`,
  );
}

/** A name in the file that looks like a setting and is none would be passed over in silence. */
function misspelt(written: Readonly<Record<string, string | undefined>>): string[] {
  const known: readonly string[] = [...providerSettingNames, ...environmentNames];
  return Object.keys(written)
    .filter((name) => /^(OPENROUTER|HF|GEMINI|GOOGLE|BEDROCK|OPENAI|MODEL)_/.test(name) && !known.includes(name))
    .map((name) => `${name} is no setting: there are ${providerSettingNames.join(', ')}.`);
}

function faultsOfPrices(settings: ProviderSettings): string[] {
  try {
    configuredCards(settings, new Date().toISOString().slice(0, 10));
    return [];
  } catch (error) {
    if (error instanceof BadSetting) return [error.message];
    throw error;
  }
}

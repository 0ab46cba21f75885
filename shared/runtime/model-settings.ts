// The settings of model providers, from the secret that holds them. They are read when they are first needed, once in each process.
import { type ProviderSettings, readProviderSettings } from '../contracts/provider-settings.ts';
import { ConfigurationError } from './read-environment.ts';

export type ReadModelSettings = () => Promise<ProviderSettings>;

/** A failure is not kept: the next call asks again. Throws ConfigurationError with a sentence for every setting that is wrong. */
export function createModelSettings(
  secretId: string,
  read: (secretId: string) => Promise<string | undefined> = readLater,
): ReadModelSettings {
  let reading: Promise<ProviderSettings> | undefined;
  return () => {
    reading ??= read(secretId)
      .then((text) => settingsIn(text))
      .catch((error: unknown) => {
        reading = undefined;
        throw error;
      });
    return reading;
  };
}

const readLater = async (secretId: string): Promise<string | undefined> =>
  (await import('./read-secret.ts')).readSecret(secretId);

function settingsIn(text = '{}'): ProviderSettings {
  const { settings, faults } = readProviderSettings(parsed(text), { only: true });
  if (faults.length > 0) throw badSettings(faults);
  return settings;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below, without the text: it is secret.
  }
  throw badSettings(['The secret is no JSON object: write {"OPENROUTER_API_KEY": "…"}, or {} for none.']);
}

const badSettings = (faults: readonly string[]): ConfigurationError =>
  new ConfigurationError(
    `Bad settings of model providers.\n  ${faults.join('\n  ')}\nOn AWS they stand in the secret that MODEL_SETTINGS_SECRET_ID names, locally in .env (see .env.example).`,
  );

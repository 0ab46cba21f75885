// The providers of models by name, as cards name them: what people call them, and the setting that switches each on.
import type { ProviderSettingName, ProviderSettings } from './provider-settings.ts';

export interface ProviderFacts {
  readonly label: string;
  /** Without it the provider is not asked. Absent: it needs none. */
  readonly setting?: ProviderSettingName;
  /** Its key, where that is another setting. */
  readonly keySetting?: ProviderSettingName;
  /** Where its address can be changed, and what it is otherwise. */
  readonly addressSetting?: ProviderSettingName;
  readonly address?: string;
}

export const providers = {
  'offline-studio': { label: 'the offline studio' },
  openrouter: {
    label: 'OpenRouter',
    setting: 'OPENROUTER_API_KEY',
    addressSetting: 'OPENROUTER_BASE_URL',
    address: 'https://openrouter.ai/api/v1',
  },
  'hugging-face': {
    label: 'Hugging Face',
    setting: 'HF_API_KEY',
    addressSetting: 'HF_BASE_URL',
    address: 'https://router.huggingface.co/v1',
  },
  gemini: {
    label: 'Google Gemini',
    setting: 'GEMINI_API_KEY',
    addressSetting: 'GEMINI_BASE_URL',
    address: 'https://generativelanguage.googleapis.com/v1beta',
  },
  vertex: {
    label: 'Google Vertex AI',
    setting: 'GOOGLE_CLOUD_CREDENTIALS',
    addressSetting: 'GOOGLE_CLOUD_BASE_URL',
  },
  bedrock: { label: 'Amazon Bedrock', setting: 'BEDROCK_REGION', keySetting: 'BEDROCK_API_KEY' },
  'openai-compatible': {
    label: 'the OpenAI-compatible server',
    setting: 'OPENAI_COMPATIBLE_BASE_URL',
    keySetting: 'OPENAI_COMPATIBLE_API_KEY',
    addressSetting: 'OPENAI_COMPATIBLE_BASE_URL',
  },
} as const satisfies Record<string, ProviderFacts>;
export type ProviderName = keyof typeof providers;

export const providerFacts = (provider: ProviderName): ProviderFacts => providers[provider];

/** By the name that a card gives; undefined for one that is not known. */
export const findProvider = (provider: string): ProviderFacts | undefined =>
  Object.hasOwn(providers, provider) ? providerFacts(provider as ProviderName) : undefined;

/** Whether a provider can be asked: its first setting is there. One that needs none always can. */
export function isConfigured(provider: string, settings: ProviderSettings): boolean {
  const facts = findProvider(provider);
  return facts !== undefined && (facts.setting === undefined || settings[facts.setting] !== undefined);
}

/** Who does the work with these settings, as people call them; with none, the offline studio. */
export function providersIn(settings: ProviderSettings): string {
  const asked = Object.entries<ProviderFacts>(providers)
    .filter(([name, { setting }]) => setting !== undefined && isConfigured(name, settings))
    .map(([, { label }]) => label);
  return asked.length > 0 ? asked.join(', ') : providers['offline-studio'].label;
}

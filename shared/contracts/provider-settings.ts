// How model providers are configured: names, shapes and what each is for. Locally they stand in `.env` or in the environment, on AWS as one
// JSON object in Secrets Manager. Values are secrets: nothing here ever shows one.

import * as z from 'zod';
import { jsonOf } from './json-of.ts';

const placeholder = /^<.*>$|^(your|my|insert|replace|paste)[-_ ]|change-?me|x{6,}|\.\.\.$/i;
const key = z
  .string()
  .refine((text) => !/\s/.test(text), { error: 'contains a space or a line break: paste the key alone', abort: true })
  .refine((text) => !placeholder.test(text), { error: 'is still a placeholder: paste the key itself', abort: true })
  .refine((text) => /^[\x21-\x7e]{8,512}$/.test(text), 'is no key: it must have 8 to 512 characters of plain ASCII');

const baseUrl = z.string().superRefine((text, context) => {
  const fault = faultOfUrl(text);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

function faultOfUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    return 'is no web address: write one that begins with https:// (or http://), such as https://example.com/v1';
  if (url.username || url.password) return 'holds credentials: take them out, keys have settings of their own';
  if (url.search || url.hash) return 'holds a query or a fragment: write it up to its last path, such as /v1';
  if (/\/(chat\/completions|models|images|videos)\/?$/.test(url.pathname))
    return 'names an operation: write it up to the version only, such as https://example.com/v1';
  return undefined;
}

/** A service account's key as Google hands it out, so far as a token needs it. */
export const googleCredentialsSchema = z.object({
  type: z.literal('service_account'),
  project_id: z.string().min(1),
  client_email: z.string().min(3),
  private_key: z.string().includes('PRIVATE KEY'),
  token_uri: z.url().default('https://oauth2.googleapis.com/token'),
});

const serviceAccount = z.string().superRefine((text, context) => {
  const parsed = googleCredentialsSchema.safeParse(jsonOf(text));
  if (!parsed.success)
    context.addIssue({
      code: 'custom',
      message:
        'is no key of a service account: paste the whole JSON file that Google Cloud gave you, in single quotes and on one line',
    });
});

const price = z
  .string()
  .regex(
    /^\d{1,4}(\.\d{1,6})?( ?\/ ?\d{1,4}(\.\d{1,6})?)?$/,
    'is no price: write dollars for a million tokens read and a million written, such as 0.15/0.60, or 0 for a model that costs nothing',
  );

const prices = z.string().refine((text) => {
  const parsed = z.record(z.string(), z.record(z.string(), z.number().min(0))).safeParse(jsonOf(text));
  return parsed.success;
}, 'is no list of prices: write JSON with dollars by model, such as {"luma.ray-v2:0": {"perVideoSecond": 1.5}}');

export const providerSettingSchemas = {
  OPENROUTER_API_KEY: key.describe('OpenRouter: texts, images and videos of many makers by one key'),
  OPENROUTER_BASE_URL: baseUrl.describe('OpenRouter at another address'),
  HF_API_KEY: key.describe('Hugging Face: token with the permission "Inference Providers"'),
  HF_BASE_URL: baseUrl.describe('Hugging Face’s router at another address'),
  GEMINI_API_KEY: key.describe('Google Gemini and Veo, key of AI Studio'),
  GEMINI_BASE_URL: baseUrl.describe('Google Gemini at another address'),
  GOOGLE_CLOUD_CREDENTIALS: serviceAccount.describe(
    'Google Gemini through Vertex AI: key of a service account, the JSON on one line',
  ),
  GOOGLE_CLOUD_BASE_URL: baseUrl.describe(
    'Vertex AI at another address, up to publishers/google: that of a region, where data must stay in one',
  ),
  BEDROCK_REGION: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is no region of AWS: write one such as us-west-2')
    .describe('Amazon Bedrock: the region whose models are used. On AWS by the role of the functions'),
  BEDROCK_API_KEY: key.describe('Amazon Bedrock: API key, needed only where no role may use it, as on this machine'),
  BEDROCK_VIDEO_S3_URI: z
    .string()
    .regex(
      /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w./-]*)?$/,
      'is no place in S3: write one such as s3://my-videos/astromedia',
    )
    .describe(
      'Amazon Bedrock: where its videos are put, a bucket of yours in the region of the model (us-west-2) that the functions may write to and read',
    ),
  OPENAI_COMPATIBLE_BASE_URL: baseUrl.describe(
    'Any server that speaks like OpenAI (Ollama, vLLM, LM Studio), such as http://127.0.0.1:11434/v1',
  ),
  OPENAI_COMPATIBLE_API_KEY: key.describe('Its key, where it wants one'),
  OPENAI_COMPATIBLE_MODEL: z
    .string()
    .regex(/^[\w./:@-]{1,100}$/, 'is no name of a model: write it as the server lists it, such as llama3.2:3b')
    .describe('Its model'),
  OPENAI_COMPATIBLE_PRICE: price.describe(
    'What that model costs: dollars for a million tokens read and written, such as 0.15/0.60. On this machine: 0 unless set',
  ),
  MODEL_PRICES: prices.describe(
    'Prices of models that nobody has told, in dollars, as JSON such as {"luma.ray-v2:0": {"perVideoSecond": 1.5}}',
  ),
  CONTENT_CREDENTIALS_CERTIFICATE: z
    .string()
    .includes('BEGIN CERTIFICATE', {
      error: 'is no certificate: paste it in PEM, on one line with \\n for its line breaks',
    })
    .describe(
      'Certificate that vouches for images and videos (Content Credentials), in PEM with \\n for line breaks; none: unsigned',
    ),
  CONTENT_CREDENTIALS_KEY: z
    .string()
    .includes('PRIVATE KEY', { error: 'is no private key: paste it in PEM, on one line with \\n for its line breaks' })
    .describe('Its private key, on the curve P-256, in PEM with \\n for line breaks'),
} as const;

export type ProviderSettingName = keyof typeof providerSettingSchemas;
export const providerSettingNames = Object.keys(providerSettingSchemas) as ProviderSettingName[];
/** What is set, each value of the right shape. */
export type ProviderSettings = { readonly [Name in ProviderSettingName]?: string };

/** Both or none: the left one means nothing without the right one. */
const needs: readonly (readonly [ProviderSettingName, ProviderSettingName])[] = [
  ['OPENROUTER_BASE_URL', 'OPENROUTER_API_KEY'],
  ['HF_BASE_URL', 'HF_API_KEY'],
  ['GEMINI_BASE_URL', 'GEMINI_API_KEY'],
  ['GOOGLE_CLOUD_BASE_URL', 'GOOGLE_CLOUD_CREDENTIALS'],
  ['BEDROCK_VIDEO_S3_URI', 'BEDROCK_REGION'],
  ['CONTENT_CREDENTIALS_CERTIFICATE', 'CONTENT_CREDENTIALS_KEY'],
  ['CONTENT_CREDENTIALS_KEY', 'CONTENT_CREDENTIALS_CERTIFICATE'],
  ['BEDROCK_API_KEY', 'BEDROCK_REGION'],
  ['OPENAI_COMPATIBLE_BASE_URL', 'OPENAI_COMPATIBLE_MODEL'],
  ['OPENAI_COMPATIBLE_MODEL', 'OPENAI_COMPATIBLE_BASE_URL'],
  ['OPENAI_COMPATIBLE_API_KEY', 'OPENAI_COMPATIBLE_BASE_URL'],
  ['OPENAI_COMPATIBLE_PRICE', 'OPENAI_COMPATIBLE_BASE_URL'],
];

/**
 * The settings among these values, and a sentence for each that is wrong: its name, what is wrong, what to do, never the value. An empty value
 * is none. `only`: nothing else may stand there, so that a misspelt name is told.
 */
export function readProviderSettings(
  source: Readonly<Record<string, unknown>>,
  { only = false }: { readonly only?: boolean } = {},
): { readonly settings: ProviderSettings; readonly faults: readonly string[] } {
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value !== '');
  const settings: { [Name in ProviderSettingName]?: string } = {};
  const faults: string[] = [];
  for (const [name, value] of given) {
    if (!isSetting(name)) {
      if (only) faults.push(`${name} is no setting: there are ${providerSettingNames.join(', ')}.`);
      continue;
    }
    const parsed = providerSettingSchemas[name].safeParse(typeof value === 'string' ? value.trim() : value);
    if (parsed.success) settings[name] = parsed.data;
    else faults.push(`${name} ${sentenceOf(parsed.error)}.`);
  }
  const isGiven = (name: ProviderSettingName) => given.some(([known]) => known === name);
  for (const [name, needed] of needs)
    if (isGiven(name) && !isGiven(needed))
      faults.push(`${name} is set without ${needed}: set ${needed} as well, or take ${name} out.`);
  return { settings, faults };
}

const isSetting = (name: string): name is ProviderSettingName => Object.hasOwn(providerSettingSchemas, name);
const sentenceOf = ({ issues: [issue] }: z.ZodError): string =>
  issue?.code === 'invalid_type' ? 'is no text' : (issue?.message ?? 'is wrong');

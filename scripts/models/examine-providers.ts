// Asks each configured provider by its cheapest call whether it works: its catalogue, or what is left on the key, both free. With consent, one
// short text by its cheapest model as well, which may cost a fraction of a cent.
import * as z from 'zod';
import type { ProviderSettings } from '../../shared/contracts/provider-settings.ts';
import { isConfigured, type ProviderName, providerFacts, providers } from '../../shared/contracts/providers.ts';
import { ModelFailure } from '../../shared/models/errors.ts';
import type { Models, TextRequest } from '../../shared/models/model.ts';
import { type Capability, costOf, type ModelCard, worstCaseOf } from '../../shared/models/model-card.ts';
import { askProvider, catalogueName, catalogues } from './catalogues.ts';

export interface Diagnosis {
  readonly provider: ProviderName;
  readonly works: boolean;
  readonly sentences: readonly string[];
}

export interface Examination {
  readonly settings: ProviderSettings;
  /** Cards of the configured providers. */
  readonly cards: readonly ModelCard[];
  readonly offers: (cards: readonly ModelCard[]) => readonly Models[];
  /** Whether a call that costs money may be made. */
  readonly mayPay: boolean;
}

export const configuredProviders = (settings: ProviderSettings): ProviderName[] =>
  (Object.keys(providers) as ProviderName[]).filter(
    (provider) => providerFacts(provider).setting !== undefined && isConfigured(provider, settings),
  );

export async function examineProvider(provider: ProviderName, examination: Examination): Promise<Diagnosis> {
  const sentences: string[] = [];
  const { label } = providerFacts(provider);
  try {
    if (provider === 'openrouter') sentences.push(await creditOf(examination.settings));
    sentences.push(...(await modelsOf(provider, examination)));
    if (examination.mayPay) sentences.push(await shortText(provider, examination));
    return { provider, works: true, sentences };
  } catch (error) {
    const said =
      error instanceof ModelFailure || error instanceof TypeError ? error.message : `${label} could not be asked.`;
    return { provider, works: false, sentences: [...sentences, said] };
  }
}

const keySchema = z.object({
  data: z.object({
    limit_remaining: z.number().nullish(),
    usage: z.number().nullish(),
    is_free_tier: z.boolean().nullish(),
  }),
});

async function creditOf({ OPENROUTER_API_KEY = '', OPENROUTER_BASE_URL }: ProviderSettings): Promise<string> {
  const url = `${OPENROUTER_BASE_URL ?? providers.openrouter.address}/key`;
  const { data } = await askProvider('openrouter', url, { authorization: `Bearer ${OPENROUTER_API_KEY}` }, keySchema);
  const left = data.limit_remaining ?? undefined;
  const spent = data.usage == null ? '' : ` ($${data.usage.toFixed(2)} spent so far)`;
  if (left === undefined) return `The key is valid and has no limit of its own${spent}.`;
  return left > 0
    ? `The key is valid, and $${left.toFixed(2)} of its limit are left${spent}.`
    : `The key is valid, but nothing of its limit is left${spent}: raise it.`;
}

/** Which of our models its catalogue has. */
async function modelsOf(provider: ProviderName, { settings, cards }: Examination): Promise<string[]> {
  const own = cards.filter((card) => card.provider === provider);
  const read = catalogues[provider];
  if (!read)
    return [
      `Its catalogue is not read here. ${own.length} of its models would be asked; npm run doctor -- --ask tries one.`,
    ];
  const { entries } = await read(settings);
  const missing = own.filter(({ id }) => !entries.has(catalogueName(provider, id)));
  return [
    `It answers, and has ${own.length - missing.length} of the ${own.length} models that would be asked: ${listOf(own)}.`,
    ...missing.map(
      ({ id }) => `It does not have ${id}: npm run models -- --refresh compares the registry with its catalogue.`,
    ),
  ];
}

const kindsOf = ({ secondsPerCall }: ModelCard): Capability[] => Object.keys(secondsPerCall) as Capability[];
const listOf = (cards: readonly ModelCard[]): string =>
  (['text', 'image', 'video'] as const)
    .map((kind) => `${cards.filter((card) => kindsOf(card).includes(kind)).length} for ${kind}`)
    .join(', ');

const request: TextRequest & { readonly schema: z.ZodType } = {
  system: 'Answer with JSON only.',
  prompt: 'Answer with {"ok": true}.',
  source: { purpose: 'doctor', language: 'en', facts: {}, feedback: [] },
  schema: z.strictObject({ ok: z.boolean() }),
  maximumOutputTokens: 64,
};
const most = { inputTokens: 400, outputTokens: request.maximumOutputTokens };

async function shortText(provider: ProviderName, { cards, offers }: Examination): Promise<string> {
  const own = cards.filter((card) => card.provider === provider && card.secondsPerCall.text !== undefined);
  const [cheapest] = [...own].sort((one, other) => worstCaseOf(one, most) - worstCaseOf(other, most));
  const model = cheapest && offers([cheapest]).find(({ text }) => text)?.text;
  if (!cheapest || !model) return 'None of its models writes texts, so none was asked for one.';
  const { usage, text } = await model.generate(request, { signal: AbortSignal.timeout(60_000) });
  const cost = (usage.costMicroUsd ?? costOf(cheapest, usage)) / 1e6;
  return `${cheapest.id} wrote ${text.length} characters for $${cost.toFixed(6)}.`;
}

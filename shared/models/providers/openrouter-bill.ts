// The bill of one call at OpenRouter, which keeps it under the id that an answer, or the beginning of a stream, has told.

import * as z from 'zod';
import { microUsd } from '../../contracts/micro-usd.ts';
import type { ProviderSettings } from '../../contracts/provider-settings.ts';
import { providers } from '../../contracts/providers.ts';
import type { AskBill } from '../bill-of-call.ts';
import { ModelFailure } from '../errors.ts';
import { providerFetch } from './provider-fetch.ts';

const billSchema = z.object({ data: z.object({ total_cost: z.number().min(0) }) });
const patienceMilliseconds = 5_000;

/** Asks OpenRouter where its key is set; of other providers nobody can be asked. */
export const askBillBy =
  (settings: () => Promise<ProviderSettings>): AskBill =>
  async ({ provider, requestId }) => {
    const { OPENROUTER_API_KEY: key, OPENROUTER_BASE_URL: base = providers.openrouter.address } = await settings();
    if (provider !== 'openrouter' || key === undefined) return undefined;
    try {
      const answer = await providerFetch('openrouter')(`${base}/generation?id=${encodeURIComponent(requestId)}`, {
        headers: { authorization: `Bearer ${key}` },
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      const bill = billSchema.safeParse(await answer.json());
      return bill.success ? microUsd(bill.data.data.total_cost) : undefined;
    } catch (error) {
      if (error instanceof ModelFailure) return undefined; // not known yet, or not to be asked now
      throw error;
    }
  };

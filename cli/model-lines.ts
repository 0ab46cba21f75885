// The models that could do a phase, numbered, with what one attempt costs: for whoever picks one.

import { usd } from '../shared/contracts/micro-usd.ts';
import { findProvider } from '../shared/contracts/providers.ts';
import type { ModelChoice } from '../shared/contracts/routes/phases-routes.ts';

/** One line for each, in their order: `2  $0.0022 to $0.0440  large-1 (OpenRouter) · asked in this attempt`. */
export function modelLines(models: readonly ModelChoice[]): string[] {
  const prices = models.map(priceOf);
  const width = Math.max(0, ...prices.map(({ length }) => length));
  return models.map(({ id, provider, asked, fitsCap }, index) =>
    [
      `${String(index + 1).padStart(3)}  ${prices[index]?.padEnd(width)}  ${id} (${findProvider(provider)?.label ?? provider})`,
      ...(asked ? ['asked in this attempt'] : []),
      ...(fitsCap ? [] : ['may cost more than the cap has left']),
    ].join(' · '),
  );
}

function priceOf({ costMicroUsd: { minimum, maximum } }: ModelChoice): string {
  const dollars = (microUsd: number) => `$${usd(microUsd).toFixed(4)}`;
  return minimum === maximum ? dollars(maximum) : `${dollars(minimum)} to ${dollars(maximum)}`;
}

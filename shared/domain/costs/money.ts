// Amounts as people read them. Pure.

/**
 * An amount of a client's own currency as its language writes it: with as many decimals as the currency has (none for JPY, three
 * for KWD), or none at all when it is whole.
 */
export const moneyText = (amount: number, currency: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(
    amount,
  );

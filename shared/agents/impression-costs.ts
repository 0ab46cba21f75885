// What a thousand paid impressions are taken to cost: ten US dollars in round figures of each currency, in the middle of what media
// plans commonly start from. A hypothesis of 2026-11-26, not a measurement and not a rate of exchange.
const costs: Readonly<Record<string, number>> = {
  AED: 35, ARS: 14_000, AUD: 15, BRL: 55, CAD: 10, CHF: 10, CLP: 9500, CNY: 70, COP: 40_000, CZK: 210, DKK: 65, DZD: 1300,
  EGP: 480, EUR: 10, GBP: 10, HKD: 80, HUF: 3400, IDR: 165_000, ILS: 33, INR: 880, JPY: 1500, KES: 1300, KRW: 14_000, KWD: 3,
  MAD: 90, MXN: 185, MYR: 42, NGN: 14_500, NOK: 100, NZD: 17, PHP: 580, PLN: 36, RON: 44, SAR: 37, SEK: 95, SGD: 13, THB: 325,
  TND: 29, TRY: 420, TWD: 310, UAH: 420, USD: 10, VND: 260_000, XAF: 5600, XOF: 5600, XPF: 1000, ZAR: 175,
}; // biome-ignore format: a table

/** Undefined for a currency of which nothing is assumed: nothing is forecast of its money then. */
export const costPerThousandImpressions = (currency: string): number | undefined => costs[currency];

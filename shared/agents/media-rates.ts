// What advertising costs and brings, as ranges that somebody published: country, currency, year and source of each. What has
// no usable source is not here, and is then not forecast. Read on the day below; a rate older than two years wants replacing.
import type { GoalKind } from '../contracts/brief-reading.ts';
import type { Channel } from '../contracts/channels.ts';

export type Range = readonly [low: number, high: number];

export interface MediaRate {
  readonly channel: Channel;
  /** Countries the figures speak of; "*" for figures of the whole world. */
  readonly countries: readonly string[];
  readonly currency: 'USD' | 'EUR' | 'GBP';
  /** Cost of a click. */
  readonly perClick?: Range;
  /** Cost of a thousand impressions. */
  readonly perThousand?: Range;
  readonly source: string;
}

export const mediaRatesReadOn = '2026-11-26';

/** The first entry that names the country counts, then one of the whole world. */
export const mediaRates: readonly MediaRate[] = [
  { channel: 'search', countries: ['US'], currency: 'USD', perClick: [3, 9], source: 'WordStream/LocaliQ, US, 2025-04 to 2026-03, 13,474 accounts, mean 5.42' },
  { channel: 'search', countries: ['FR'], currency: 'EUR', perClick: [0.45, 4.5], source: 'luneos, propulslead, FR, 2025, from the middle of 0.10 to 2 in general to 4.50 for craftsmen' },
  ...(['facebook', 'instagram'] as const).flatMap((channel): MediaRate[] => [
    { channel, countries: ['FR'], currency: 'USD', perThousand: [4.5, 10.11], perClick: [1.05, 1.44], source: 'superads.ai, FR, 2025-06 to 2026-06, clicks at the world’s rate' },
    { channel, countries: ['CA'], currency: 'USD', perThousand: [9.15, 20.94], perClick: [1.05, 1.44], source: 'superads.ai, CA, 2025-06 to 2026-06' },
    { channel, countries: ['GB'], currency: 'USD', perThousand: [10, 23], perClick: [1.05, 1.44], source: 'superads.ai and adamigo, UK tier, 2025–26' },
    { channel, countries: ['US'], currency: 'USD', perThousand: [18.8, 24.2], perClick: [1.05, 1.44], source: 'superads.ai and adamigo, US and world, 2025–26' },
    { channel, countries: ['*'], currency: 'USD', perThousand: [18.8, 24.2], perClick: [1.05, 1.44], source: 'superads.ai, world, 2025–26' },
  ]),
  { channel: 'linkedin', countries: ['GB'], currency: 'GBP', perThousand: [20, 35], perClick: [4.5, 7.5], source: 'stackmatix, UK, 2026' },
  { channel: 'linkedin', countries: ['*'], currency: 'USD', perThousand: [25, 44], perClick: [5.5, 9.25], source: 'stackmatix, 2026' },
  { channel: 'tiktok', countries: ['*'], currency: 'USD', perThousand: [3.2, 10], perClick: [0.3, 1.5], source: 'calculatecreator, adscalculator, world, 2025' },
]; // biome-ignore format: a table

export interface ActionRate {
  readonly kind: GoalKind;
  readonly countries: readonly string[];
  /** Of a hundred clicks, how many do it. */
  readonly ofClicks?: Range;
  /** Cost of one, where it is sold by the piece. */
  readonly each?: { readonly range: Range; readonly currency: 'USD' };
  readonly source: string;
  readonly isAssumption?: boolean;
}

export const actionRates: readonly ActionRate[] = [
  { kind: 'buy', countries: ['*'], ofClicks: [1, 3], source: 'usual for shops', isAssumption: true },
  { kind: 'request-demo', countries: ['*'], ofClicks: [1, 4], source: 'usual for demo forms', isAssumption: true },
  { kind: 'sign-up', countries: ['*'], ofClicks: [3, 15], source: 'usual for event pages, cold to warm', isAssumption: true },
  { kind: 'install', countries: ['US', 'CA'], each: { range: [3.6, 5.3], currency: 'USD' }, source: 'insertaffiliate on Mapendo, Business of Apps, North America, 2025' },
  { kind: 'install', countries: ['FR', 'GB', 'CH', 'BE'], each: { range: [3, 4], currency: 'USD' }, source: 'insertaffiliate on Mapendo, Business of Apps, western Europe, 2025' },
  { kind: 'apply', countries: ['US'], ofClicks: [5.19, 7.14], source: 'appcast.io 2026, US, 2025' },
  { kind: 'apply', countries: ['GB'], ofClicks: [5, 7.17], source: 'appcast.io 2026, UK, 2025' },
  { kind: 'call', countries: ['US'], ofClicks: [4, 12], source: 'WordStream/LocaliQ, US search, 2026, mean 8.18 %' },
  { kind: 'book', countries: ['US'], ofClicks: [4, 12], source: 'WordStream/LocaliQ, US search, 2026, mean 8.18 %' },
]; // biome-ignore format: a table

/** Dollars for one unit: an assumption of this table, said wherever it is used, never a rate of the day. */
export const assumedDollars: Readonly<Record<string, number>> = { USD: 1, EUR: 1.15, GBP: 1.3, CHF: 1.2, CAD: 0.72 };

/** Where networks sell no advertising for political or social causes (Meta and Google, since autumn 2025). */
export const noPaidPetitions: readonly string[] = ['FR', 'BE', 'DE', 'ES', 'IT', 'NL', 'PT', 'IE', 'AT', 'LU'];

// How much of what, in one place: read by the functions that enforce it, the stacks, the embedded gateway and the documentation.

export interface RateLimit {
  /** Tries in one window; the next one is refused. */
  readonly tries: number;
  readonly windowSeconds: number;
  /** What is counted on its own: every one named has its own window. */
  readonly per: readonly ('email' | 'address' | 'user')[];
  /** A try that succeeds is given back: only failures use the window up. */
  readonly forgivesSuccess: boolean;
}

/** Limits of single routes. The rate of a whole API is a setting of the stage (infra/settings.ts). */
export const rateLimits = {
  /** Guessing: five wrong passwords or codes for an e-mail, from an address, or by somebody signed in. Whoever gets it right is not held back. */
  'sign-in': { tries: 5, windowSeconds: 15 * 60, per: ['email', 'address', 'user'], forgivesSuccess: true },
  /** Each try sends a mail to somebody, so each one counts. */
  mail: { tries: 5, windowSeconds: 15 * 60, per: ['email', 'address'], forgivesSuccess: false },
  generation: { tries: 10, windowSeconds: 60, per: ['user'], forgivesSuccess: false },
} as const satisfies Record<string, RateLimit>;
export type RateLimitClass = keyof typeof rateLimits;

/** AI calls of one person in a calendar month (UTC). A call that is answered from the cache is none. */
export const defaultMonthlyCalls = 1000;

/** What a usage plan of the partner API allows each key of its tier. */
export interface PartnerTier {
  readonly requestsPerSecond: number;
  /** Requests that may come at once on top of the rate. */
  readonly burst: number;
  readonly requestsPerMonth: number;
}
export const partnerTiers = {
  standard: { requestsPerSecond: 5, burst: 20, requestsPerMonth: 50_000 },
  plus: { requestsPerSecond: 25, burst: 100, requestsPerMonth: 500_000 },
} as const satisfies Record<string, PartnerTier>;
export type PartnerTierName = keyof typeof partnerTiers;
export const partnerTierNames = Object.keys(partnerTiers) as PartnerTierName[];

/** Webhooks of one workspace: each event costs one message for each of them. */
export const maximumWebhooks = 10;
/** Keys of one person that can be valid at the same time. An account of AWS has 10,000 in each region for everybody together. */
export const mostApiKeys = 10;

/** How long the answer to a request with an Idempotency-Key is kept. */
export const idempotencySeconds = 24 * 60 * 60;

/** Largest file that can be uploaded, in bytes. A video is read whole to be checked, in a function of 1 GB. */
export const largestUploadBytes = { image: 20 * 1024 * 1024, video: 100 * 1024 * 1024 } as const;
/** How long the cache may answer with what a model made before. A picture ages less than a text about the day. */
export const cacheSeconds = {
  text: 24 * 60 * 60,
  image: 7 * 24 * 60 * 60,
  video: 7 * 24 * 60 * 60,
} as const;

/** How long what was generated outside of a campaign is kept: its record and, by a rule of the bucket, its bytes. */
export const generationDays = 90;

/** How long the ZIP of an export is kept; a link to it works for an hour, and asking again makes it again. */
export const exportDays = 7;

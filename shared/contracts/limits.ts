// How much of what, in one place: read by the functions that enforce it, the stacks, the embedded gateway and the documentation.

/** Who tries are counted for, each on their own. */
export const rateSubjects = ['email', 'address', 'user'] as const;
export type RateSubject = (typeof rateSubjects)[number];

export interface RateLimit {
  readonly windowSeconds: number;
  /** Tries in one window for each subject that is named; the next one is refused. */
  readonly tries: Readonly<Partial<Record<RateSubject, number>>>;
  /** A try that succeeds is given back: only failures use the window up. */
  readonly forgivesSuccess: boolean;
  /**
   * Who has signed in with the e-mail from the address before has so many tries for the two together, and nobody else's tries count against
   * them: others at the same address, or those who guess at the e-mail from elsewhere, cannot lock them out.
   */
  readonly triesWhereKnown?: number;
}

const quarterOfAnHour = 15 * 60;
/** Six digits are guessed like a password: five wrong ones, and everybody must wait. */
const guessing = { windowSeconds: quarterOfAnHour, tries: { email: 5, address: 50 }, forgivesSuccess: true } as const;
/** Each try sends a mail to somebody, so each one counts. An address may be that of a whole school. */
const mailing = { windowSeconds: quarterOfAnHour, tries: { email: 5, address: 20 }, forgivesSuccess: false } as const;

/**
 * Limits of single routes, so that who uses up one is not kept from the others. The rate of a whole API is a setting of the stage
 * (infra/settings.ts).
 */
export const rateLimits = {
  /** Five wrong passwords for an e-mail. An address has room for many people who mistype, and little for who tries one password on everybody. */
  'sign-in': { ...guessing, triesWhereKnown: 5 },
  /** Each account brings a month's AI calls. A stage may set another number (REGISTRATIONS_PER_DAY). */
  registration: { windowSeconds: 24 * 60 * 60, tries: { address: 20 }, forgivesSuccess: false },
  'registration-mail': mailing,
  'registration-code': guessing,
  'reset-mail': { ...mailing, triesWhereKnown: 5 },
  'reset-code': { ...guessing, triesWhereKnown: 5 },
  /** The password of whoever is signed in, asked for again: the token may be stolen. */
  'own-password': { windowSeconds: quarterOfAnHour, tries: { user: 5 }, forgivesSuccess: true },
  generation: { windowSeconds: 60, tries: { user: 10 }, forgivesSuccess: false },
} as const satisfies Record<string, RateLimit>;
export type RateLimitClass = keyof typeof rateLimits;
export type RateLimits = Readonly<Record<RateLimitClass, RateLimit>>;

/** How long an address counts as known after a sign-in: as long as a session lasts. */
export const knownAddressSeconds = 30 * 24 * 60 * 60;

/** AI calls of one person in a calendar month (UTC). A call that is answered from the cache is none. */
export const defaultMonthlyCalls = 1000;

/**
 * What AI calls of a workspace, and of one person in it, may cost in a calendar month (UTC), in micro-dollars, unless an operator grants another
 * amount: $100, twenty campaigns at their default cap.
 */
export const defaultMonthlyMicroUsd = 100_000_000;

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
/** How long the cache may answer with what a model made before. An image ages less than a text about the day. */
export const cacheSeconds = {
  text: 24 * 60 * 60,
  image: 7 * 24 * 60 * 60,
  video: 7 * 24 * 60 * 60,
} as const;

/** How long what was generated outside of a campaign is kept: its record and, by a rule of the bucket, its bytes. */
export const generationDays = 90;

/** How long the ZIP of an export is kept; a link to it works for an hour, and asking again makes it again. */
export const exportDays = 7;

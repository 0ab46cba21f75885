// The shape of a secret and the words for how old a key is. Pure: randomness and time come in as arguments.

/** Shown in lists: the fixed beginning and four letters of 43. */
const shownLetters = 'am_live_'.length + 4;

/** A secret of 32 random bytes, with a beginning by which scanners for leaked secrets can know it. */
export const apiKeySecretOf = (randomBytes: Uint8Array): string => `am_live_${base64url(randomBytes)}`;

export const shownPrefixOf = (secret: string): string => secret.slice(0, shownLetters);

/** Expired from the very instant on. */
export const isExpired = ({ validUntil }: { readonly validUntil: string }, now: Date): boolean =>
  Date.parse(validUntil) <= now.getTime();

/** Whether a use at this time is the first of its day (UTC), which alone is written down. */
export const isFirstUseOfDay = ({ lastUsedAt }: { readonly lastUsedAt?: string | undefined }, now: Date): boolean =>
  lastUsedAt === undefined || lastUsedAt.slice(0, 10) < now.toISOString().slice(0, 10);

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

// Names of model calls. A call is named by what it is for; what a crash or a provider makes necessary once more is another try of it.

/** The call of an attempt, such as `research.1.text-1`. */
export const callName = (phaseId: string, attempt: number, purpose: string): string =>
  `${phaseId}.${attempt}.${purpose}`;

/** The choice of models for an attempt: its draw, its outcome and its verdict are known by this name. */
export const decisionOf = (
  { campaignId, phaseId }: { readonly campaignId: string; readonly phaseId: string },
  attempt: number,
): string => `${campaignId}/${phaseId}.${attempt}`;

/** Its n-th try: the first bears the call's own name. */
export const tryName = (call: string, ordinal: number): string => (ordinal === 1 ? call : `${call}.${ordinal}`);

/** An answer from the cache in the place of a call: no try of it. */
export const hitName = (call: string): string => `${call}.hit`;

/** A call counts once in month and usage, however many tries it takes. */
export const isFirstTry = (id: string): boolean => id.split('.').length === 3;

/** Of which phase and attempt a try is; names come from `callName`. */
export function attemptOf(id: string): { readonly phaseId: string; readonly attempt: number } {
  const [phaseId = '', attempt] = id.split('.');
  return { phaseId, attempt: Number(attempt) };
}

/** What a try is for, as `callName` was given it. */
export const purposeOf = (id: string): string => id.split('.')[2] ?? '';

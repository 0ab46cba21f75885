// How a provider is asked for the bill of one call, by its own name for it.

/** What the provider took, in integer micro-dollars; undefined where it does not say, or does not know (yet). */
export type AskBill = (call: { readonly provider: string; readonly requestId: string }) => Promise<number | undefined>;

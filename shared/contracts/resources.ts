// What the stacks and the embedded platform make alike, as data that both read: neither can drift from the other.

/** The one table. What its keys mean, shared/data/keys.ts knows. Both are strings; the expiry is in epoch seconds. */
export const tableShape = { partitionKey: 'pk', sortKey: 'sk', expiryAttribute: 'expiresAt' } as const;

/** Who may sign in, and for how long. */
export const accountRules = { shortestPassword: 8, accessTokenHours: 1, refreshTokenDays: 30 } as const;

/** `open-gate` becomes `OpenGateFunctionArn`: what stands in the definition of the state machine for a function. */
export const definitionPlaceholder = (lambda: string): string =>
  `${lambda.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())}FunctionArn`;

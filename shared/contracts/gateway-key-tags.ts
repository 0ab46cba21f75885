// What API Gateway knows of a key beside its value: written with the key, read by the sweep and by the permissions.
/** Tags of a key: which stage of the account it is of, by the name of its table, and until when it is good. */
export const gatewayKeyTags = { table: 'astromedia:table', validUntil: 'astromedia:valid-until' } as const;

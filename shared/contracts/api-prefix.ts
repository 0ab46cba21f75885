/** Every address of the HTTP API begins with it. */
export const apiPrefix = '/api/v1';

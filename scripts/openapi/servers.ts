// The two doors to the same operations.
import { apiPrefix, partnerPrefix } from '../../shared/contracts/routes.ts';

export const apiServer = { url: apiPrefix, description: 'For people: with the access token of a sign-in' };
export const partnerServer = {
  url: partnerPrefix,
  description: 'For partner systems: with an API key. Holds only the operations that take one',
};

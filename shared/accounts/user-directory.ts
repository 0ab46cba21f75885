// Cognito in our words. Unknown e-mail and wrong password are one answer, so that nobody learns who has an account: Cognito is asked
// in every case, so that the answers take the same time too.

import { createPasswords } from './passwords.ts';
import { createRegistrations } from './registrations.ts';
import { createSessions } from './sessions.ts';
import type { Pool } from './user-pool.ts';

export type UserDirectory = ReturnType<typeof createUserDirectory>;

export const createUserDirectory = (pool: Pool) => ({
  registrations: createRegistrations(pool),
  sessions: createSessions(pool),
  passwords: createPasswords(pool),
});

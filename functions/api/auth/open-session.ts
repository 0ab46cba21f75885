import type { createUsers } from '../../../shared/data/users.ts';
import type { createUserDirectory } from './user-directory.ts';

export interface SessionParts {
  readonly directory: ReturnType<typeof createUserDirectory>;
  readonly users: ReturnType<typeof createUsers>;
  readonly clock: () => Date;
}

/** Signs in and answers with the token and the user. A profile that a crash kept from being written is written now. */
export const openSession =
  ({ directory, users, clock }: SessionParts) =>
  async ({ email, password }: { email: string; password: string }) => {
    const { token, expiresInSeconds, userId } = await directory.signIn(email, password);
    const user = (await users.get(userId)) ?? (await users.ensure(userId, email, clock().toISOString()));
    return { token, expiresInSeconds, user: { id: user.userId, email: user.email, workspaceId: user.workspaceId } };
  };

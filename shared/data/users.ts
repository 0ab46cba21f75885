// Users and their workspaces. Everyone gets a personal workspace at registration.
import * as z from 'zod';
import { type PartnerTierName, partnerTierNames } from '../contracts/limits.ts';
import { type ProfileChange, profileFields } from '../contracts/profile.ts';
import { personalWorkspaceId } from '../domain/personal-workspace.ts';
import { keys } from './keys.ts';
import { assignments, type Table } from './table.ts';

const userSchema = z.object({
  userId: z.string(),
  email: z.string(),
  workspaceId: z.string(),
  createdAt: z.string(),
  ...profileFields,
  /** What an operator granted beyond the defaults of contracts/limits.ts. */
  monthlyCalls: z.int().min(0).optional(),
  tier: z.enum(partnerTierNames as [PartnerTierName, ...PartnerTierName[]]).optional(),
});
export type User = z.infer<typeof userSchema>;

export type Users = ReturnType<typeof createUsers>;

export function createUsers(table: Table) {
  return {
    /** Access pattern 7. */
    get: (userId: string): Promise<User | undefined> => table.get(keys.user(userId), userSchema),

    /** Creates profile, workspace and membership together. Does nothing when they exist: a sign-in may repeat it. */
    async ensure(userId: string, email: string, now: string, name?: string): Promise<User> {
      const user: User = { userId, email, workspaceId: personalWorkspaceId(userId), createdAt: now, name };
      await table.putAllNew([
        { ...user, ...keys.user(userId) },
        { workspaceId: user.workspaceId, name: email, createdAt: now, ...keys.workspace(user.workspaceId) },
        { userId, role: 'owner', createdAt: now, ...keys.member(user.workspaceId, userId) },
      ]);
      return user;
    },

    /** Changes what a person says of themselves, and answers with the profile after it; undefined when there is none. */
    change(userId: string, change: ProfileChange): Promise<User | undefined> {
      const { clause, names, values } = assignments(change);
      return table.update(keys.user(userId), { expression: `SET ${clause}`, names, values }, userSchema);
    },
  };
}

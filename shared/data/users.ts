// Users and their workspaces. Everyone gets a personal workspace at registration.
import * as z from 'zod';
import { type PartnerTierName, partnerTierNames } from '../contracts/limits.ts';
import { roleNames } from '../contracts/permissions.ts';
import { type ProfileChange, profileFields } from '../contracts/profile.ts';
import type { AccountStanding } from '../domain/accounts/account-standing.ts';
import { personalMembership } from '../domain/accounts/membership.ts';
import { assignments } from './expressions.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const sessionFields = { sessionsSince: z.int().optional(), admittedTokens: z.set(z.string()).optional() };

/** Profiles from before there were roles are those of owners. */
const membershipFields = { workspaceId: z.string(), role: z.enum(roleNames).default('owner') };

const userSchema = z.object({
  userId: z.string(),
  email: z.string(),
  ...membershipFields,
  createdAt: z.string(),
  ...profileFields,
  /** What an operator granted beyond the defaults of contracts/limits.ts. */
  tier: z.enum(partnerTierNames as [PartnerTierName, ...PartnerTierName[]]).optional(),
  ...sessionFields,
});
export type User = z.infer<typeof userSchema>;

const standingSchema = z
  .object({
    closedAt: z.string().optional(),
    ...sessionFields,
    ...z.object(membershipFields).partial().shape,
  })
  .transform(({ workspaceId, role = 'owner', ...standing }) => ({
    ...standing,
    ...(workspaceId === undefined ? {} : { membership: { workspaceId, role } }),
  }));
/** What is left of a profile once the account's deletion has begun; kept a day, for access tokens live an hour. */
const closedSchema = z.object({ closedAt: z.string() });
const closedSeconds = 24 * 60 * 60;

export type Users = ReturnType<typeof createUsers>;

export function createUsers(table: Table) {
  return {
    /** Access pattern 7. Undefined also for an account that is closed. */
    async get(userId: string): Promise<User | undefined> {
      const found = await table.get(keys.user(userId), z.union([userSchema, closedSchema]));
      return found && 'userId' in found ? found : undefined;
    },

    /** The same item: whether the account is open, and which of its sessions count. Undefined when there is none. */
    standing: (userId: string): Promise<AccountStanding | undefined> => table.get(keys.user(userId), standingSchema),

    /** Whether there is such an account, and its deletion has not begun. Asked after a write, it cannot miss a deletion that missed the write. */
    async isOpen(userId: string): Promise<boolean> {
      const standing = await table.get(keys.user(userId), standingSchema);
      return standing !== undefined && standing.closedAt === undefined;
    },

    /** Begins the end of an account: nothing new is made for it from now on, and nothing of the person is left in its profile. */
    async close(userId: string, now: Date): Promise<void> {
      const expiresAt = Math.floor(now.getTime() / 1000) + closedSeconds;
      await table.put(keys.user(userId), { closedAt: now.toISOString(), expiresAt });
    },

    /** Ends every session whose token is from before that second. Does nothing to an account that is closed, or has no profile yet. */
    async endSessions(userId: string, sessionsSince: number): Promise<void> {
      await table.update(
        keys.user(userId),
        {
          expression: 'SET sessionsSince = :since REMOVE admittedTokens',
          condition: 'attribute_not_exists(closedAt)',
          values: { ':since': sessionsSince },
        },
        standingSchema,
      );
    },

    /** Lets a token of a session count that its second cannot tell from those that have ended. */
    async admitToken(userId: string, tokenId: string): Promise<void> {
      await table.update(
        keys.user(userId),
        {
          expression: 'ADD admittedTokens :one',
          condition: 'attribute_not_exists(closedAt)',
          values: { ':one': new Set([tokenId]) },
        },
        standingSchema,
      );
    },

    /**
     * Creates profile, workspace and membership together. Writes nothing when they exist, for a sign-in may repeat it, or when the account is
     * closed: then it answers with what the profile would be, so that a deletion that was cut off can be finished after a sign-in.
     */
    async ensure(userId: string, email: string, now: string, name?: string): Promise<User> {
      const user: User = { userId, email, ...personalMembership(userId), createdAt: now, name };
      await table.putAllNew([
        { ...user, ...keys.user(userId) },
        { workspaceId: user.workspaceId, name: email, createdAt: now, ...keys.workspace(user.workspaceId) },
        { userId, role: user.role, createdAt: now, ...keys.member(user.workspaceId, userId) },
      ]);
      return user;
    },

    /** Changes what a person says of themselves, and answers with the profile after it; undefined when there is none. */
    change(userId: string, change: ProfileChange): Promise<User | undefined> {
      const { clause, names, values } = assignments(change);
      const condition = 'attribute_not_exists(closedAt)';
      return table.update(keys.user(userId), { expression: `SET ${clause}`, condition, names, values }, userSchema);
    },
  };
}

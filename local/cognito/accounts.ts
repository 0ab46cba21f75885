// The accounts of the user pool: who they are and what they prove themselves with. Knows no request.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Store } from '../state/store.ts';

export const attributesSchema = z.array(z.object({ Name: z.string(), Value: z.string().optional() }));
export type Attributes = z.output<typeof attributesSchema>;

const accountSchema = z.object({
  /** The id that tokens carry, in place of the e-mail. */
  Username: z.string(),
  Attributes: attributesSchema,
  Password: z.string(),
  UserStatus: z.enum(['UNCONFIRMED', 'CONFIRMED']),
  RefreshTokens: z.array(z.string()),
  /** The code mailed last, what it is for, and until when it works (epoch milliseconds). */
  Code: z.object({ text: z.string(), purpose: z.enum(['sign-up', 'reset']), expiresAt: z.number() }).optional(),
});
export type Account = z.output<typeof accountSchema>;

export const attributeOf = ({ Attributes }: Account, name: string): string | undefined =>
  Attributes.find(({ Name }) => Name === name)?.Value;

export type Accounts = ReturnType<typeof openAccounts>;

/** Opens the accounts of a store. Throws CorruptStateError. */
export function openAccounts(store: Store) {
  const accounts = store.collection('accounts', accountSchema);
  const accountWhere = (isSought: (account: Account) => boolean) => [...accounts.values()].find(isSought);
  return {
    isEmpty: accounts.size === 0,

    /** By its e-mail, which the API writes in small letters, or by its own id. */
    find: (name: string): Account | undefined =>
      accounts.get(name) ?? accountWhere((account) => attributeOf(account, 'email') === name),

    withRefreshToken: (token: string): Account | undefined =>
      accountWhere(({ RefreshTokens }) => RefreshTokens.includes(token)),

    create(email: string, attributes: Attributes, Password: string): Account {
      const Username = randomUUID();
      const Attributes = withAttributes(
        [{ Name: 'sub', Value: Username }, ...attributes],
        [{ Name: 'email', Value: email }],
      );
      const account: Account = { Username, Attributes, Password, UserStatus: 'UNCONFIRMED', RefreshTokens: [] };
      accounts.set(Username, account);
      return account;
    },

    /** Keeps the account with what is different from now on. */
    change(account: Account, changes: Partial<Account>): undefined {
      accounts.set(account.Username, { ...account, ...changes });
    },

    remove({ Username }: Account): undefined {
      accounts.delete(Username);
    },
  };
}

/** The attributes with some in place of those of the same names. */
export function withAttributes(attributes: Attributes, others: Attributes): Attributes {
  const names = new Set(others.map(({ Name }) => Name));
  return [...attributes.filter(({ Name }) => !names.has(Name)), ...others];
}

// The accounts of the user pool: who they are and what they prove themselves with. Knows no request.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Collection, Store } from '../state/store.ts';

const attributeSchema = z.object({ Name: z.string(), Value: z.string().optional() });
export type Attribute = z.output<typeof attributeSchema>;

const accountSchema = z.object({
  /** The id that tokens carry, in place of the e-mail. */
  Username: z.string(),
  Attributes: z.array(attributeSchema),
  Password: z.string(),
  UserStatus: z.enum(['UNCONFIRMED', 'CONFIRMED']),
  RefreshTokens: z.array(z.string()),
  /** The code mailed last, what it is for, and until when it works (epoch milliseconds). */
  Code: z.object({ text: z.string(), purpose: z.enum(['sign-up', 'reset']), expiresAt: z.number() }).optional(),
});
export type Account = z.output<typeof accountSchema>;

/** An account's refresh tokens that are kept, the newest: each sign-in writes them all. */
const keptRefreshTokens = 50;

export const attributeOf = ({ Attributes }: Account, name: string): string | undefined =>
  Attributes.find(({ Name }) => Name === name)?.Value;

export class Accounts {
  readonly #accounts: Collection<Account>;

  /** Throws CorruptStateError. */
  constructor(store: Store) {
    this.#accounts = store.collection('accounts', accountSchema);
  }

  get #all(): Account[] {
    return [...this.#accounts.values()];
  }

  get isEmpty(): boolean {
    return this.#accounts.size === 0;
  }

  /** By its e-mail, which the API writes in small letters, or by its own id. */
  find(name = ''): Account | undefined {
    return this.#accounts.get(name) ?? this.#all.find((account) => attributeOf(account, 'email') === name);
  }

  withRefreshToken(token: string): Account | undefined {
    return this.#all.find(({ RefreshTokens }) => RefreshTokens.includes(token));
  }

  create(email: string, attributes: readonly Attribute[], Password: string): Account {
    const sub = randomUUID();
    const given = attributes.filter(({ Name }) => Name !== 'sub' && Name !== 'email');
    const Attributes = [{ Name: 'sub', Value: sub }, { Name: 'email', Value: email }, ...given];
    return this.change({ Username: sub, Attributes, Password, UserStatus: 'UNCONFIRMED', RefreshTokens: [] }, {});
  }

  /** Keeps the account with what is different from now on, and gives it. */
  change(account: Account, changes: Partial<Account>): Account {
    const changed = { ...account, ...changes };
    this.#accounts.set(account.Username, changed);
    return changed;
  }

  setAttributes(account: Account, attributes: readonly Attribute[]): Account {
    const names = new Set(attributes.map(({ Name }) => Name));
    const others = account.Attributes.filter(({ Name }) => !names.has(Name));
    return this.change(account, { Attributes: [...others, ...attributes] });
  }

  addRefreshToken(account: Account, token: string): void {
    this.change(account, { RefreshTokens: [...account.RefreshTokens, token].slice(-keptRefreshTokens) });
  }

  remove({ Username }: Account): void {
    this.#accounts.delete(Username);
  }
}

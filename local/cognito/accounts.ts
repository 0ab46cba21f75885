// The accounts of the user pool: who they are, what they prove themselves with, and the file they lie in. Knows no request.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { JsonFile } from '../state/json-file.ts';

const attributeSchema = z.object({ Name: z.string(), Value: z.string().optional() });
export type Attribute = z.output<typeof attributeSchema>;

/** What earlier versions kept beside it stays where it is. */
const accountSchema = z.looseObject({
  /** The id that tokens carry, in place of the e-mail. */
  Username: z.string(),
  Attributes: z.array(attributeSchema),
  Password: z.string(),
  UserStatus: z.string(),
  RefreshTokens: z.array(z.string()).default([]),
  /** The code mailed last, what it is for, and until when it works (epoch milliseconds). */
  ConfirmationCode: z.string().optional(),
  CodePurpose: z.string().optional(),
  CodeExpiresAt: z.number().optional(),
});
export type Account = z.output<typeof accountSchema>;
const poolSchema = z.looseObject({ Users: z.record(z.string(), accountSchema) });

/** An account's refresh tokens that are kept, the newest: each sign-in writes them all. */
const keptRefreshTokens = 50;

export const attributeOf = ({ Attributes }: Account, name: string): string | undefined =>
  Attributes.find(({ Name }) => Name === name)?.Value;

/** E-mail addresses are compared without regard to case, as in pools made since 2020. */
const withLowerEmail = ({ Name, Value }: Attribute): Attribute => ({
  Name,
  Value: Name === 'email' ? Value?.toLowerCase() : Value,
});

export class Accounts {
  readonly #file: JsonFile<z.output<typeof poolSchema>>;
  readonly #byEmail = new Map<string, Account>();

  private constructor(file: JsonFile<z.output<typeof poolSchema>>) {
    this.#file = file;
    for (const account of Object.values(file.content.Users)) this.#index(account);
  }

  /** Opens the accounts of a pool. Throws CorruptStateError. */
  static async open(directory: string, userPoolId: string): Promise<Accounts> {
    const path = join(directory, `${userPoolId}.json`);
    const options = { path, directory, schema: poolSchema, initial: { Users: {} }, flush: false };
    const accounts = new Accounts(await JsonFile.open(options));
    await accounts.save(); // so that its absence is noticed from the first start on
    return accounts;
  }

  get isEmpty(): boolean {
    return Object.keys(this.#file.content.Users).length === 0;
  }

  /** By its e-mail, or by its own id. */
  find(name = ''): Account | undefined {
    const { Users } = this.#file.content;
    return this.#byEmail.get(name.toLowerCase()) ?? (Object.hasOwn(Users, name) ? Users[name] : undefined);
  }

  withRefreshToken(token: string): Account | undefined {
    return Object.values(this.#file.content.Users).find(({ RefreshTokens }) => RefreshTokens.includes(token));
  }

  create(email: string, attributes: readonly Attribute[], password: string): Account {
    const sub = randomUUID();
    const given = attributes.filter(({ Name }) => Name !== 'sub' && Name !== 'email');
    const account: Account = {
      Username: sub,
      Attributes: [{ Name: 'sub', Value: sub }, { Name: 'email', Value: email.toLowerCase() }, ...given],
      Password: password,
      UserStatus: 'UNCONFIRMED',
      RefreshTokens: [],
    };
    this.#file.content.Users[sub] = account;
    this.#index(account);
    return account;
  }

  setAttributes(account: Account, attributes: readonly Attribute[]): void {
    const names = new Set(attributes.map(({ Name }) => Name));
    this.#byEmail.delete(attributeOf(account, 'email') ?? '');
    account.Attributes = [
      ...account.Attributes.filter(({ Name }) => !names.has(Name)),
      ...attributes.map(withLowerEmail),
    ];
    this.#index(account);
  }

  addRefreshToken(account: Account, token: string): void {
    account.RefreshTokens = [...account.RefreshTokens, token].slice(-keptRefreshTokens);
  }

  remove(account: Account): void {
    this.#byEmail.delete(attributeOf(account, 'email') ?? '');
    delete this.#file.content.Users[account.Username];
  }

  /** Resolves when every change so far is in the file. */
  save(): Promise<void> {
    return this.#file.save();
  }

  #index(account: Account): void {
    const email = attributeOf(account, 'email');
    if (email !== undefined) this.#byEmail.set(email, account);
  }
}

// Looks names up under the rules of a target. The look-up that checks is the look-up that connects: a name that answers with a
// public address now and a private one a moment later (rebinding) gains nothing.
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { addressRefusal, hostOf, rulesFor, type TargetRules, type WebhookTargets } from './target-policy.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}
export type ResolveName = (host: string) => Promise<readonly ResolvedAddress[]>;

export const resolveName: ResolveName = (host) => lookup(host, { all: true });

/** The target may not be called; the message says why, to whoever registered it. */
export class TargetRefused extends Error {
  override readonly name = 'TargetRefused';
}

/** Every address of the host. Throws TargetRefused when one of them is not admitted: one bad answer of many is one too many. */
export async function admittedAddresses(
  host: string,
  { admits }: Pick<TargetRules, 'admits'>,
  resolve: ResolveName,
): Promise<readonly ResolvedAddress[]> {
  const addresses = await resolve(host);
  if (addresses.length === 0) throw new TargetRefused(`${host} has no address.`);
  if (addresses.some(({ address }) => !admits(address))) throw new TargetRefused(addressRefusal(host));
  return addresses;
}

/** Checks a URL before anything is sent to it. Throws TargetRefused, also for a name that cannot be resolved. */
export async function checkTarget(text: string, targets: WebhookTargets, resolve: ResolveName): Promise<void> {
  const url = new URL(text);
  const rules = rulesFor(url, targets);
  if (rules.refusal) throw new TargetRefused(rules.refusal);
  const host = hostOf(url);
  await admittedAddresses(host, rules, resolve).catch((error: unknown) => {
    throw error instanceof TargetRefused ? error : new TargetRefused(`The name ${host} cannot be resolved.`);
  });
}

/** The look-up of a socket, under the same rules. Node asks it for names only: addresses in the URL are checked by its rules. */
export const checkedLookup =
  (rules: Pick<TargetRules, 'admits'>, resolve: ResolveName): LookupFunction =>
  (host, options, answer) => {
    admittedAddresses(host, rules, resolve).then(
      (addresses) => {
        const wanted = addresses.map(({ address, family }) => ({ address, family }));
        const [first] = wanted;
        if (options.all || !first) answer(null, wanted);
        else answer(null, first.address, first.family);
      },
      (error: Error) => answer(error, []),
    );
  };

// The embedded platform answers what the code sends, and nothing that nobody sends. On AWS the permissions of the functions say the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ClientName, sentOperations } from '../../local/operations.ts';

/** lib-dynamodb shortens some names. */
const itemOperations = new Set(['Get', 'Put', 'Update', 'Delete', 'BatchWrite', 'BatchGet']);
const operationOf = (name: string): string => {
  if (itemOperations.has(name)) return `${name}Item`;
  return name.startsWith('Transact') && !name.endsWith('Items') ? `${name}Items` : name;
};

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('testing/'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));

/** The operations that the sources of some folders make commands of or page through, by the client they are from. */
function sentBy(texts: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const text of texts)
    for (const [, names = '', client = ''] of text.matchAll(/import \{([^}]*)\} from '@aws-sdk\/([\w-]+)'/g))
      for (const [, command, paged] of names.matchAll(/\b(?:(\w+)Command|paginate(\w+))\b/g)) {
        const owner = client === 'lib-dynamodb' ? 'client-dynamodb' : client;
        found.set(owner, (found.get(owner) ?? new Set()).add(operationOf(command ?? paged ?? '')));
      }
  return found;
}

const byFunctions = sentBy(['functions', 'shared', 'studio'].flatMap(sources));
const bySuites = sentBy(
  readdirSync('tests/integration')
    .map((name) => readFileSync(join('tests/integration', name), 'utf8'))
    .concat(sources('tests/support')),
);
/** Models are asked where they are, by whoever has configured them. */
const elsewhere = ['client-bedrock-runtime'];
const sorted = (names: Iterable<string> = []) => [...names].sort();

describe('the operations that the embedded platform answers', () => {
  it('are of every service that functions ask, and of no other', () => {
    const services = [...byFunctions.keys()]
      .filter((client) => client.startsWith('client-') && !elsewhere.includes(client))
      .sort();
    expect(Object.keys(sentOperations).sort()).toEqual(services);
  });

  it.each(Object.keys(sentOperations) as ClientName[])('of %s are those that are sent', (client) => {
    const { functions, suites = [] }: Record<string, readonly string[]> = sentOperations[client];
    expect(sorted(functions)).toEqual(sorted(byFunctions.get(client)));
    for (const name of suites) expect(sorted(bySuites.get(client))).toContain(name);
  });
});

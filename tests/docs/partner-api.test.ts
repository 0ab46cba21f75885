// The page for partners says what the contracts say.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiKeyScopes } from '../../shared/contracts/api-key-scopes.ts';
import { mostApiKeys, partnerTiers } from '../../shared/contracts/limits.ts';

const page = readFileSync(new URL('../../docs/PARTNER_API.md', import.meta.url), 'utf8');
const section = (title: string): string => page.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const rowsOf = (title: string): string[] =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);

describe('docs/PARTNER_API.md', () => {
  it('lists every scope in the words of the contract', () => {
    expect(rowsOf('Scopes')).toEqual(
      Object.entries(apiKeyScopes).map(([scope, allows]) => `| \`${scope}\` | ${allows} |`),
    );
  });

  it('lists the limits of every tier', () => {
    expect(rowsOf('Limits')).toEqual(
      Object.entries(partnerTiers).map(
        ([tier, { requestsPerSecond, burst, requestsPerMonth }]) =>
          `| ${tier} | ${requestsPerSecond} | ${burst} | ${requestsPerMonth} |`,
      ),
    );
    expect(section('A key')).toContain(`at most ${mostApiKeys} keys`);
  });
});

import { expect, it } from 'vitest';
import type { GovernanceMode } from '../../contracts/brief.ts';
import type { ValidationRule } from '../../contracts/playbook.ts';
import { maximumRetries, maximumRevisions, needsApproval } from './governance.ts';

it.each<[ValidationRule, GovernanceMode, boolean]>([
  ['required', 'GUIDED', true],
  ['required', 'SEMI_AUTO', true],
  ['required', 'AUTO', true], // a gate that no mode opens by itself
  ['checkpoint', 'GUIDED', true],
  ['checkpoint', 'SEMI_AUTO', true],
  ['checkpoint', 'AUTO', false],
  ['mode_dependent', 'GUIDED', true],
  ['mode_dependent', 'SEMI_AUTO', false],
  ['mode_dependent', 'AUTO', false],
  ['optional', 'GUIDED', false],
  ['optional', 'SEMI_AUTO', false],
  ['optional', 'AUTO', false],
])('a phase marked %s waits for a person in %s: %s', (rule, mode, waits) => {
  expect(needsApproval(rule, mode)).toBe(waits);
});

it('bounds what people may ask for again, so that cost and history stay bounded', () => {
  expect([maximumRevisions, maximumRetries]).toEqual([10, 10]);
});

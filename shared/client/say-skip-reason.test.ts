import { expect, it } from 'vitest';
import type { SkipReason } from '../contracts/reasons.ts';
import { saySkipReason } from './say-skip-reason.ts';

const missing: SkipReason = {
  kind: 'missing',
  inputs: [
    { name: 'copy', phaseId: 'copy' },
    { name: 'ctaList', phaseId: 'copy' },
    { name: 'scripts', phaseId: 'scriptwriting' },
  ],
};

it.each<[SkipReason, string, string]>([
  [missing, 'What it needs did not come: COPY and SCRIPTWRITING.', 'Ce dont elle a besoin n’est pas venu : COPY et SCRIPTWRITING.'],
  [{ kind: 'by-person' }, 'A person chose to go on without it.', 'Une personne a choisi de continuer sans elle.'],
  [{ kind: 'cancelled' }, 'The campaign was cancelled.', 'La campagne a été annulée.'],
  [{ kind: 'said', words: 'We have films' }, 'We have films', 'We have films'],
])('says why a phase was left out in both languages, each phase by its name once: %j', (reason, english, french) => {
  const said = (['en', 'fr'] as const).map((language) => saySkipReason(language, reason, (id) => id.toUpperCase()));
  expect(said).toEqual([english, french]);
}); // biome-ignore format: a table

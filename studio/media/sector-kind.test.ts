import { expect, it } from 'vitest';
import { sectorKind } from './sector-kind.ts';

it.each([
  ['Boulangerie artisanale à Lyon', 'food'],
  ['B2B SaaS', 'technology'],
  ['Organic cosmetics', 'beauty'],
  ['Fintech', 'finance'],
  ['Santé publique', 'health'],
  ['Énergie solaire', 'ecology'],
  ['Haute joaillerie', 'luxury'],
  ['Online courses', 'education'],
  ['Salle de sport', 'sport'],
  ['Agence de voyages', 'travel'],
  ['Real estate', 'property'],
  ['Prêt-à-porter, mode', 'retail'],
  ['Théâtre', 'other'],
  ['', 'other'],
])('reads the sector "%s" as %s', (sector, kind) => {
  expect(sectorKind(sector)).toBe(kind);
});

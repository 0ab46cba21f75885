import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { briefSchema } from '../../../shared/contracts/brief.ts';
import { type BriefField, emptyForm, needsOf, readNumber, stepOfField, toBrief, toForm } from './brief-form-state.ts';

const sample = JSON.parse(readFileSync(new URL('../../../test-campaign.json', import.meta.url), 'utf8'));

describe('the form of a brief', () => {
  it('makes the same brief of the sample that the API reads of it', () => {
    expect(briefSchema.parse(toBrief(toForm(sample)))).toEqual(briefSchema.parse(sample));
  });

  it('needs nothing more once it holds a whole brief', () => {
    expect(needsOf(toForm(sample))).toEqual({});
  });

  it('names every field that an empty brief misses, and the step it is on', () => {
    const missing = Object.keys(needsOf(emptyForm('fr'))) as BriefField[];
    expect(missing.sort()).toEqual(
      [
        'budgetAmount',
        'channels',
        'companyName',
        'duration',
        'name',
        'objectives',
        'sector',
        'targetAudience',
        'tone',
      ].sort(),
    );
    expect(missing.map(stepOfField)).not.toContain('review');
  });

  it.each([
    ['en-GB', 'GBP'],
    ['en-US', 'USD'],
    ['en', 'USD'],
    ['fr-FR', 'EUR'],
    ['fr-CH', 'CHF'],
    ['en-IE', 'EUR'],
    ['fr', 'EUR'],
  ])('begins with the money of %s, %s', (locale, currency) => {
    expect(emptyForm('en', locale).currency).toBe(currency);
  });

  it.each([
    ['website', { website: 'not an address at all' }],
    ['objectives', { objectives: `${'x'.repeat(201)}` }],
    ['aiBudgetUsd', { aiBudgetUsd: '20000' }],
    ['budgetAmount', { budgetAmount: 'much' }],
  ] as const)('says what is wrong with %s', (field, change) => {
    expect(Object.keys(needsOf({ ...toForm(sample), ...change }))).toEqual([field]);
  });

  it.each([
    ['18000', 18_000],
    ['18 000', 18_000],
    ['1\u202f200,50', 1_200.5],
    ['1,200.50', 1_200.5],
    ['1.200', 1_200],
    ['0,5', 0.5],
    ['12abc', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});

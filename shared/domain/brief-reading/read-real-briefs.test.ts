// Whole readings of briefs as people write them (tests/eval/briefs), each looked at by hand. Whoever changes a rule looks at what it changes here.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { briefSchema } from '../../contracts/brief.ts';
import { readBrief } from './read-brief.ts';
import readings from './testing/readings.json' with { type: 'json' };
import { summaryOf } from './testing/summary-of-reading.ts';

const folder = new URL('../../../tests/eval/briefs/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

it('each has a reading that was looked at', () => {
  expect(Object.keys(readings)).toEqual(names);
});

it.each(Object.entries(readings))('%s is read whole', (name, reading) => {
  const { brief } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  expect(summaryOf(readBrief(briefSchema.parse(brief), '2026-11-26'))).toEqual(reading);
});

import { describe, expect, it } from 'vitest';
import { evened } from '../brief-fields.ts';
import type { DateContext } from './date-finding.ts';
import { findDates } from './find-dates.ts';
import { readDuration } from './read-duration.ts';

const today: DateContext = { today: '2026-11-26', country: undefined, dayFirst: undefined };
const read = (text: string, context: Partial<DateContext> = {}) => {
  const { findings, refusals } = findDates(evened(text), { ...today, ...context });
  return [
    ...findings.map(({ startsOn, endsOn, relation, approximate }) =>
      [
        startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`,
        relation === 'on' ? '' : relation,
        approximate ? 'about' : '',
      ]
        .filter(Boolean)
        .join(' '),
    ),
    ...refusals.map(({ doubt }) => `ask ${doubt.kind}`),
  ].join(', ');
};

describe('expressions of time, read on Thursday 26 November 2026', () => {
  it.each([
    ['du 1er mars au 15 avril', '2027-03-01/2027-04-15'],
    ['Q1 2027 (Jan 11 - Mar 31)', '2027-01-11/2027-03-31'],
    ['Q1 2027', '2027-01-01/2027-03-31'],
    ['au T1 2027', '2027-01-01/2027-03-31'],
    ['avant Noël', '2026-12-24 until'],
    ['d’ici Noël', '2026-12-24 until'],
    ['pour Noël', '2026-12-25 for'],
    ['in time for Christmas', '2026-12-25 for'],
    ['à partir du 11 janvier', '2027-01-11 from'],
    ['mid-Feb', '2027-02-12/2027-02-18 about'],
    ['mi-février', '2027-02-12/2027-02-18 about'],
    ['début mars', '2027-03-01/2027-03-10 about'],
    ['fin janvier', '2027-01-21/2027-01-31 about'],
    ['courant mars', '2027-03-01/2027-03-31 about'],
    ['sous 48 h', '2026-11-28 until'],
    ['sous huitaine', '2026-12-03 until'],
    ['d’aujourd’hui en huit', '2026-12-03'],
    ['lundi en huit', '2026-12-07'],
    ['in two weeks', '2026-12-10'],
    ['dans trois semaines', '2026-12-17'],
    ['3 jours ouvrés', '2026-12-01 until'],
    ['3 jours ouvrables', '2026-11-30 until'],
    ['3 business days', '2026-12-01 until'],
    ['jusqu’au 20 décembre', '2026-12-20 until'],
    ['through December 20', '2026-12-20 until'],
    ['avant le 20', '2026-12-19 until'],
    ['by the 20th', '2026-12-20 until'],
    ['EOM', '2026-11-30 until'],
    ['fin de mois', '2026-11-30 until'],
    ['EOY', '2026-12-31 until'],
    ['d’ici la fin de l’année', '2026-12-31 until'],
    ['Black Friday', '2026-11-27'],
    ['Black Friday 2027', '2027-11-26'],
    ['Cyber Monday', '2026-11-30'],
    ['Giving Tuesday 2026', '2026-12-01'],
    ['Giving Tuesday 2027', '2027-11-30'],
    ['Thanksgiving weekend', '2026-11-26/2026-11-29'],
    ['Pâques 2027', '2027-03-28'],
    ['Good Friday', '2027-03-26'],
    ['pont de l’Ascension', '2027-05-06/2027-05-09'],
    ['Pentecôte', '2027-05-16'],
    ['Ramadan 2027', '2027-02-08/2027-03-08 about'],
    ['Aïd el-Fitr 2027', '2027-03-09 about'],
    ['à la rentrée', '2027-09-01 about'],
    ['rentrée de janvier', '2027-01-04'],
    ['Fête des mères 2027', '2027-05-30'],
    ['soldes d’hiver 2027', '2027-01-06/2027-02-02'],
    ['2027-04-03', '2027-04-03'],
    ['24.12.2026', '2026-12-24'],
    ['semaine 3', '2027-01-18/2027-01-24'],
    ['W3', '2027-01-18/2027-01-24'],
    ['midnight Dec 31', '2026-12-31'],
    ['Memorial Day weekend', '2027-05-29/2027-05-31'],
    ['before the council vote on 21 January', '2027-01-20 until'],
    ['deadline: March 3, 2027', '2027-03-03 until'],
  ])('reads %s as %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['03/04/2027', { country: 'US', dayFirst: false }, '2027-03-04'],
    ['03/04/2027', { country: 'GB', dayFirst: true }, '2027-04-03'],
    ['03/04/2027', {}, 'ask month-or-day-first'],
    ['12/20/2026', {}, '2026-12-20'],
    ['Mother’s Day', { country: 'GB' }, '2027-03-07'],
    ['Mother’s Day', { country: 'US' }, '2027-05-09'],
    ['Thanksgiving', { country: 'CA' }, '2027-10-11'],
  ])('reads %s in %o as %s', (text, context, expected) => expect(read(text, context)).toBe(expected));

  it.each([
    ['next Friday', 'ask two-fridays'],
    ['vendredi prochain', 'ask two-fridays'],
    ['fin de l’année fiscale', 'ask no-date'],
    ['bank holiday weekend', 'ask needs-place'],
    ['half-term', 'ask needs-place'],
    ['vacances scolaires', 'ask needs-place'],
    ['ASAP', 'ask no-date'],
    ['prochainement', 'ask no-date'],
    ['au printemps', 'ask no-date'],
    ['J-7', 'ask needs-event'],
    ['31 novembre', 'ask impossible-day'],
    ['29 Feb 2027', 'ask impossible-day'],
  ])('"%s" is asked about', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['24/7', 'noté 4,8/5', 'tous les mardis', 'un appel en 4 minutes', '3 for 2', 'for a day', '24/7, 100 % humain', 'we may call', 'un café le matin'])(
    '"%s" is no date',
    (text) => expect(read(text)).toBe(''),
  );

  it('says when the weekday and the date do not match', () => {
    const { findings } = findDates('samedi 6 décembre 2026', today);
    expect(findings[0]?.doubts).toEqual([{ kind: 'wrong-weekday', parts: ['samedi 6 décembre 2026', '2026-12-06'] }]);
    expect(findDates('dimanche 6 décembre 2026', today).findings[0]?.doubts).toEqual([]);
  });

  it('warns of a day that is tomorrow, and of one that has just passed', () => {
    expect(findDates('Black Friday', today).findings[0]?.doubts).toMatchObject([{ kind: 'too-late' }]);
    expect(findDates('le 20 novembre', today).findings[0]).toMatchObject({ startsOn: '2027-11-20', doubts: [{ kind: 'just-past' }] });
  });
}); // biome-ignore format: tables

describe('a duration', () => {
  it.each([
    ['6 weeks', 42], ['six semaines', 42], ['3 wks', 21], ['une quinzaine', 14], ['a fortnight', 14], ['10 jours', 10], ['3 mois', 91],
    ['un trimestre', 91], ['4 to 6 weeks', 42], ['un mois et demi', 46], ['2 ans', 728], ['1 week', 7],
  ] as const)('"%s" is %d days', (text, days) => expect(readDuration(text)?.days).toBe(days)); // biome-ignore format: a table

  it.each(['quand il fera beau', 'une quinzaine de places', '30 ans et plus', ''])('is not in "%s"', (text) =>
    expect(readDuration(text)).toBeUndefined(),
  );
});

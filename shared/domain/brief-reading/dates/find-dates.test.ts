import { describe, expect, it } from 'vitest';
import { evened } from '../brief-fields.ts';
import type { DateContext } from './date-types.ts';
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
    ['Apr 6 – 24 June', '2027-04-06/2027-06-24'],
    ['8-20 fev et 22 fev-6 mars', '2027-02-08/2027-02-20, 2027-02-22/2027-03-06'],
    ['of 15 january to the 14 march', '2027-01-15/2027-03-14'],
    ['from the 15th of January to the 14th of March', '2027-01-15/2027-03-14'],
    ['30h de conduite en 2 semaines, 1 390 euros', ''],
    ['29 février', 'ask impossible-day'],
    ['29 février 2028', '2028-02-29'],
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
    expect(findDates('20 Nov 2026 to 5 Dec', today).findings[0]?.doubts).toEqual([]);
  });

  it('warns of a day that is tomorrow, and of one that has just passed', () => {
    expect(findDates('Black Friday', today).findings[0]?.doubts).toEqual([{ kind: 'too-late', parts: ['Black Friday', '2026-11-27'] }]);
    expect(findDates('le 20 novembre', today).findings[0]).toMatchObject({ startsOn: '2027-11-20', doubts: [{ kind: 'just-past', parts: ['20 novembre', '2027-11-20'] }] });
  });

  it('says which days an uncertain time was taken for, and what gives none', () => {
    expect(findDates('les fêtes', today).findings[0]?.doubts).toEqual([{ kind: 'approximate', parts: ['les fêtes', '2026-12-25', '2026-12-25'] }]);
    for (const [text, kind] of [['ASAP', 'no-date'], ['31 novembre', 'impossible-day'], ['30/02/2027', 'impossible-day'], ['30 et 31 avril', 'impossible-day']] as const)
      expect(findDates(text, today).refusals.map(({ doubt }) => doubt)).toEqual([{ kind, parts: [text] }]);
  });
}); // biome-ignore format: tables

describe('days that share a month', () => {
  it.each<[string, Partial<DateContext>, string]>([
    ['du 3 au 5 mars, puis du 20 au 22 mars', {}, '2027-03-03/2027-03-05, 2027-03-20/2027-03-22'], ['5 - 7 mai 2028, 8 juin', {}, '2028-05-05/2028-05-07, 2027-06-08'],
    ['les 5, 12 et 19 mars', {}, '2027-03-05, 2027-03-12, 2027-03-19'], ['les 5, 6 et 19 mars', {}, '2027-03-05/2027-03-06, 2027-03-19'], ['March 5, 40 seats', {}, '2027-03-05'], ['10, 20 mars', {}, '2027-03-20'],
    ['31 et 32 mars', {}, ''], ['30 et 31 avril', {}, 'ask impossible-day'], ['5 et 3 mars', {}, '2027-03-03'], ['0 et 3 mars', {}, '2027-03-03'], ['25 et 26 novembre', {}, '2026-11-25/2026-11-26'],
    ['27 au 2 janvier', {}, '2026-12-27/2027-01-02'], ['31 – 2 mai', {}, 'ask impossible-day'], ['30 and 2 April', {}, '2027-04-02'], ['March 27 and 28 at 5pm', {}, '2027-03-27/2027-03-28'], ['Feb 14 & 2 for 1', {}, '2027-02-14'],
    ['12-18/12', {}, '2026-12-12/2026-12-18'], ['3-4/10', { dayFirst: true }, ''], ['du 3 au 4/10', { dayFirst: true }, '2027-10-03/2027-10-04'], ['3-4/10/2027', { dayFirst: true }, '2027-10-03/2027-10-04'],
    ['4-13/10/27', { dayFirst: false }, '2027-10-04/2027-10-13'], ['4-13/10/2028', {}, '2028-10-04/2028-10-13'], ['5-14/13', {}, ''], ['12-18/12 €', {}, ''],
  ])('%s, %j: %s', (text, context, expected) => expect(read(text, context)).toBe(expected));

  it.each([
    ['samedi 6 et dimanche 7 décembre 2026', 'wrong-weekday', '2026-12-06'], ['dimanche 6 et lundi 8 décembre 2026', 'wrong-weekday', '2026-12-08'], ['24 et 25 novembre', 'just-past', '2027-11-24'],
  ])('%s is asked about: %s', (text, kind, day) =>
    expect(findDates(text, today).findings[0]?.doubts).toEqual([{ kind, parts: [text, day] }]));

  it.each(['dimanche 6 et lundi 7 décembre 2026', '22, 24 et 28 novembre', '24 et 25 novembre 2026', '25 et 26 novembre', 'Fri 11 – Sun 13 December'])('%s is clear', (text) =>
    expect(findDates(text, today).findings[0]?.doubts).toEqual([]));

  it('in a list are each a day; in a range they are not', () => {
    const isEachDay = (text: string) => findDates(text, today).findings[0]?.isEachDay;
    expect(['27 et 28 mars', '27 au 28 mars', 'entre le 27 et 28 mars', '28 février et 1er mars', '28 mars', 'entre le 3 mars et le 17 avril', 'du 15 janvier à fin mars', '5 au 7 et 9 mars'].map(isEachDay)).toEqual([true, false, false, true, undefined, false, false, false]);
  });
}); // biome-ignore format: tables

describe('dates in figures', () => {
  it.each<[string, Partial<DateContext>, string]>([
    ['31/12', {}, ''], ['le 31/12', {}, '2026-12-31'], ['by 12/25', {}, '2026-12-25 until'], ['le 25/12 à midi', {}, '2026-12-25'], ['le 3/4', {}, 'ask month-or-day-first'], ['on 3/4', { dayFirst: false }, '2027-03-04'], ['le 3/4', { dayFirst: true }, '2027-04-03'],
    ['3/0/2027', {}, ''], ['12/31/2026', {}, '2026-12-31'], ['1/12/2027', {}, 'ask month-or-day-first'], ['3/3/2027', {}, '2027-03-03'], ['1.2.2027', {}, '2027-02-01'], ['24/12/2025', {}, '2025-12-24'], ['24/12/26', {}, '2026-12-24'], ['13/14/2027', {}, ''], ['0/3/2027', {}, ''], ['32/3/2027', {}, ''], ['3/32/2027', {}, ''], ['le 3/4 €', {}, 'ask month-or-day-first'], ['le 3/4%', {}, ''], ['le 4.5', {}, ''],
    ['4/01 - 31/01', { dayFirst: false }, '2027-01-04/2027-01-31'], ['1/13 - 2/4', { dayFirst: true }, '2027-01-13/2027-02-04'], ['1/2 - 3/4', {}, 'ask month-or-day-first'], ['1/2 - 3/4', { dayFirst: false }, '2027-01-02/2027-03-04'], ['3/4/2027 to 5/4/2027', { dayFirst: true }, '2027-04-03/2027-04-05'],
    ['du 24/12/26 au 2/1/27', {}, '2026-12-24/2027-01-02'], ['20/12 au 5/01', {}, '2026-12-20/2027-01-05'], ['30/02/2027', {}, 'ask impossible-day'], ['du 30/02 au 5/03', { dayFirst: true }, 'ask impossible-day'], ['du 5/02 au 30/02', {}, 'ask impossible-day'], ['31/11/2026', {}, 'ask impossible-day'],
  ])('%s, %j: %s', (text, context, expected) => expect(read(text, context)).toBe(expected));

  it('asks with both days that are meant', () =>
    expect(findDates('03/04/27', today).refusals).toEqual([{ index: 0, text: '03/04/27', doubt: { kind: 'month-or-day-first', parts: ['03/04/27', '2027-04-03', '2027-03-04'] } }]));
}); // biome-ignore format: tables

describe('dates over a new year', () => {
  it.each([
    ['from 28 December to 3 January', '2026-12-28/2027-01-03'], ['du 28 décembre au 3 janvier 2027', '2026-12-28/2027-01-03'], ['20 Dec 2026 - 5 Jan', '2026-12-20/2027-01-05'], ['du 3 janvier au 5 mars 2027', '2027-01-03/2027-03-05'],
    ['from 15 March 2027 to 1 February 2027', '2027-03-15/2027-02-01'], ['du 5 décembre 2027 au 3 janvier 2027', '2027-12-05/2027-01-03'], ['March 10, 2027 to March 1, 2027', '2027-03-10/2027-03-01'],
    ['5 January 2027 to 3 March 2028', '2027-01-05/2028-03-03'], ['20 Nov 2026 to 5 Dec', '2026-11-20/2026-12-05'], ['3 December to 28 January 2027', '2026-12-03/2027-01-28'], ['from 3 March to 5 March 2027', '2027-03-03/2027-03-05'],
    ['29 novembre', '2026-11-29'], ['26 novembre', '2026-11-26'], ['25 novembre', '2027-11-25'], ['5 au 5 mars 2027', '2027-03-05'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([[25, 1], [13, 1], [11, 0]])('says that 2026-11-%d has just passed, up to six weeks: %d', (day, count) => {
    const text = day === 11 ? '11 octobre' : day === 13 ? '13 octobre' : `${day} novembre`;
    expect(findDates(text, today).findings[0]?.doubts).toHaveLength(count);
  });
}); // biome-ignore format: tables

describe('months, parts of them and quarters', () => {
  it.each([
    ['début janvier 2028', '2028-01-01/2028-01-10 about'], ['fin novembre', '2026-11-21/2026-11-30 about'], ['the end of March', '2027-03-21/2027-03-31 about'], ['mi-mars', '2027-03-12/2027-03-18 about'], ['d’ici mi-mars', '2027-03-12/2027-03-18 until about'], ['avant fin mars', '2027-03-20 until about'],
    ['courant février', '2027-02-01/2027-02-28 about'], ['au mois de mars', '2027-03-01/2027-03-31 about'], ['tout le mois de mars', '2027-03-01/2027-03-31 about'], ['in March 2028', '2028-03-01/2028-03-31 about'], ['throughout May', '2027-05-01/2027-05-31 about'], ['mars 2027', '2027-03-01/2027-03-31'], ['soldes en mars 2027', '2027-03-01/2027-03-31 about'], ['dès mars 2027 tout change', '2027-03-01/2027-03-31 from about'],
    ['Nov to Jan', '2026-11-01/2027-01-31'], ['November 2026 to January', '2026-11-01/2027-01-31'], ['Jan 2027 - Feb', '2027-01-01/2027-02-28'], ['Dec 2027 - Feb 2028', '2027-12-01/2028-02-29'], ['de fin novembre à mi-janvier', '2026-11-21/2027-01-15'], ['Feb 2028', '2028-02-01/2028-02-29'],
    ['mars et avril', '2027-03-01/2027-04-30'], ['mars et juin', ''], ['from mid-March to the end of May', '2027-03-15/2027-05-31'], ['de début mai à début juin', '2027-05-01/2027-06-10'], ['December & January', '2026-12-01/2027-01-31'],
    ['la dernière quinzaine de novembre', '2026-11-16/2026-11-30'], ['première quinzaine de décembre 2027', '2027-12-01/2027-12-15'], ['the second fortnight of June', '2027-06-16/2027-06-30'], ['seconde quinzaine d’octobre', '2027-10-16/2027-10-31'], ['next month', '2026-12-01/2026-12-31'],
    ['T4', '2026-10-01/2026-12-31'], ['T3 2027', '2027-07-01/2027-09-30'], ['Q2 2027', '2027-04-01/2027-06-30'], ['starting Q1', '2027-01-01/2027-03-31 from'], ['before Q1', '2027-01-01/2027-03-31'], ['premier trimestre 2027', '2027-01-01/2027-03-31'], ['deuxième trimestre', '2027-04-01/2027-06-30'],
    ['troisième trimestre 2027', '2027-07-01/2027-09-30'], ['4e trimestre', '2026-10-01/2026-12-31'], ['second quarter of 2027', '2027-04-01/2027-06-30'], ['third quarter', '2027-07-01/2027-09-30'], ['fourth quarter', '2026-10-01/2026-12-31'], ['1er trimestre', '2027-01-01/2027-03-31'], ['fiscal Q3', 'ask no-date'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['mars', '2026-03-31', '2026-03-01/2026-03-31'], ['mars', '2026-04-01', '2027-03-01/2027-03-31'], ['T1', '2026-03-31', '2026-01-01/2026-03-31'], ['T1', '2026-04-01', '2027-01-01/2027-03-31'], ['next month', '2026-12-31', '2027-01-01/2027-01-31'],
    ['fin de mois', '2026-02-10', '2026-02-28 until'], ['before the 31st', '2026-02-10', '2026-03-30 until'], ['avant le 30', '2026-01-31', '2026-03-29 until'], ['by the 10th', '2026-02-10', '2026-02-10 until'], ['by the 31st', '2026-06-30', '2026-07-31 until'],
  ])('%s, read on %s: %s', (text, day, expected) => expect(read(text, { today: day })).toBe(expected));
}); // biome-ignore format: tables

describe('idioms', () => {
  it.each([
    ['sous quinzaine', '2026-12-11 until'], ['within 72 hours', '2026-11-29 until'], ['within 25 h', '2026-11-28 until'], ['5 jours ouvrables', '2026-12-02 until'], ['6 business days', '2026-12-04 until'], ['vendredi en quinze', '2026-12-11'], ['jeudi en huit', '2026-12-10'], ['d’aujourd’hui en quinze', '2026-12-11'],
    ['before the 26th', '2026-11-25 until'], ['avant le 31', '2026-12-30 until'], ['by the 31st', '2026-12-31 until'], ['until the 1st', '2026-12-01 until'], ['avant le 0', ''], ['avant le 32', ''], ['until 5 pm', ''], ['by 20%', ''], ['before 20', ''], ['au plus tard le 5', '2026-12-05 until'],
    ['J - 10', 'ask needs-event'], ['D-3', 'ask needs-event'], ['year-end', '2026-12-31 until'], ['end of month', '2026-11-30 until'], ['semaine 48', '2026-11-23/2026-11-29'], ['semaine 47', '2027-11-22/2027-11-28'], ['semaine 1 2028', '2028-01-03/2028-01-09'], ['week 54', ''], ['W0', ''], ['W53', '2026-12-28/2027-01-03'], ['W1', '2027-01-04/2027-01-10'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));

  it('name both Fridays, and no week where weeks are not counted', () => {
    expect(findDates('next Friday', today).refusals[0]?.doubt.parts).toEqual(['next Friday', '2026-11-27', '2026-12-04']);
    expect(findDates('jeudi prochain', today).refusals[0]?.doubt.parts).toEqual(['jeudi prochain', '2026-12-03', '2026-12-10']);
    expect(read('week 3', { country: 'US' })).toBe('ask no-date');
  });
}); // biome-ignore format: tables

describe('named days', () => {
  it.each<[string, Partial<DateContext>, string]>([
    ['jusqu’à Black Friday', {}, '2026-11-27 until'], ['avant Pâques', {}, '2027-03-27 until'], ['jusqu’à Pâques', {}, '2027-03-28 until'], ['d’ici Pâques', {}, '2027-03-28 until'], ['à partir de Noël', {}, '2026-12-25 from'], ['les fêtes', {}, '2026-12-25 about'], ['until Movember', {}, '2026-11-30 until'],
    ['Pâques 2027 et Noël 2026', {}, '2027-03-28, 2026-12-25'], ['Thanksgiving', {}, '2026-11-26'], ['Movember', {}, '2026-11-01/2026-11-30'], ['octobre rose 2027', {}, '2027-10-01/2027-10-31'],
    ['soldes d’été 2026', {}, '2026-06-24/2026-07-21'], ['soldes d’été 2027', {}, '2027-06-23/2027-07-20'], ['soldes d’été 2028', {}, '2028-06-28/2028-07-25'], ['soldes d’hiver 2028', {}, '2028-01-12/2028-02-08'], ['soldes d’hiver 2025', {}, '2025-01-08/2025-02-04'], ['soldes d’hiver 2027', {}, '2027-01-06/2027-02-02'],
    ['Aïd el-Kébir 2027', {}, '2027-05-16 about'], ['Fête des mères 2026', {}, '2026-05-31'], ['Fête des mères 2023', {}, '2023-06-04'], ['Fête des mères', { country: 'FR' }, '2027-05-30'], ['Fête des mères', { country: 'BE' }, '2027-05-09'],
    ['Thanksgiving weekend', { country: 'CA' }, '2027-10-09/2027-10-11'], ['Thanksgiving weekend', { country: 'US' }, '2026-11-26/2026-11-29'], ['Thanksgiving 2026', { country: 'CA' }, '2026-10-12'],
    ['fête nationale', {}, '2027-07-14'], ['fête nationale', { country: 'FR' }, '2027-07-14'], ['fête nationale', { country: 'CH' }, '2027-08-01'], ['fête nationale', { country: 'BE' }, '2027-07-21'], ['fête nationale', { country: 'CA' }, '2027-06-24'], ['fête nationale', { country: 'US' }, '2027-07-04'],
    ['la salle des fêtes', {}, ''], ['la fête du comité des fêtes', {}, ''],
  ])('%s, %j: %s', (text, context, expected) => expect(read(text, context)).toBe(expected));

  it.each([
    ['Noël', '2026-12-25', 1], ['Noël', '2026-12-23', 1], ['Noël', '2026-12-22', 0], ['avant Noël', '2026-12-24', 0], ['à partir de Noël', '2026-12-24', 1], ['pour Noël', '2026-12-24', 1], ['Movember', '2026-11-02', 0],
  ])('%s, read on %s, is said to be right away: %d', (text, day, count) =>
    expect(findDates(text, { ...today, today: day }).findings[0]?.doubts).toHaveLength(count));

  it('are called by their names, with the year that was written', () => {
    const [easter] = findDates('Pâques 2027', today).findings;
    expect(easter).toMatchObject({ text: 'Pâques 2027', label: { fr: 'Pâques', en: 'Easter' } });
  });
}); // biome-ignore format: tables

describe('findings beside each other', () => {
  it.each([
    ['du 15 janvier à fin mars', '2027-01-15/2027-03-31 about'], ['entre le 3 mars et le 17 avril', '2027-03-03/2027-04-17'], ['between 3 March and 17 April', '2027-03-03/2027-04-17'], ['3 March and 17 April', '2027-03-03, 2027-04-17'], ['28 février et 1er mars', '2027-02-28/2027-03-01'],
    ['semaine 3, du 18 au 20 janvier', '2027-01-18/2027-01-20'], ['mars et avril (du 8 mars au 20 avril)', '2027-03-08/2027-04-20'], ['22, 24 et 28 novembre', '2026-11-22, 2026-11-24, 2026-11-28'], ['Q1 2027, by 5 March', '2027-01-01/2027-03-31, 2027-03-05 until'], ['du 4 mars, fin avril', '2027-03-04, 2027-04-21/2027-04-30'], ['by the 20th, 5 to 9 January', '2026-12-20 until, 2027-01-05/2027-01-09'],
    ['Q1 2027 (Jan 11 - Mar 31) and T3', '2027-01-11/2027-03-31'], ['le 4 mars, le 5 avril', '2027-03-04, 2027-04-05'],
  ])('%s: %s', (text, expected) => expect(read(text).replaceAll(' about', '')).toBe(expected.replace(' about', '')));

  it('keep the words of the brief, with its own dashes', () =>
    expect(findDates('du 15 janvier – fin mars', today).findings.map(({ index, text }) => [index, text])).toEqual([[3, '15 janvier – fin mars']]));
}); // biome-ignore format: tables

describe('a duration', () => {
  it.each([
    ['6 weeks', 42], ['six semaines', 42], ['3 wks', 21], ['une quinzaine', 14], ['a fortnight', 14], ['10 jours', 10], ['3 mois', 91],
    ['3 à 10 jours', 10], ['1 year, in the old town', 365], ['un trimestre', 91], ['4 to 6 weeks', 42], ['un mois et demi', 46], ['2 ans', 728], ['1 week', 7],
  ] as const)('"%s" is %d days', (text, days) => expect(readDuration(text)?.days).toBe(days)); // biome-ignore format: a table

  it.each([
    'quand il fera beau',
    'une quinzaine de places',
    '30 ans et plus',
    '30 yrs old',
    "10 années d'expérience",
    '24 years and over',
    '',
  ])('is not in "%s"', (text) => expect(readDuration(text)).toBeUndefined());
});

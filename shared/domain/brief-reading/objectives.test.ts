// Briefs of other trades, as people type them: figures for a day, and questions among the objectives.
import { describe, expect, it } from 'vitest';
import { decidedText } from './open-questions.ts';
import { askedAbout, readNote } from './testing/read-note.ts';

describe('a figure for a day, a week or a month', () => {
  it.each([
    ['en', 'get 50 downloads a day', '4 weeks', 1400, 'downloads'], ['en', '50 a day walk-ins', '4 weeks', 1400, 'walk-ins'], ['en', '12 bookings a week for the float tank', '4 weeks', 48, 'bookings'],
    ['fr', '20 appels par jour', '10 jours', 200, 'appels'], ['fr', 'vendre 30 menus par jour le midi', '1 semaine', 210, 'menus'], ['fr', '40 couverts chaque soir', '10 jours', 400, 'couverts'],
    ['fr', '5 devis par semaine pour des pergolas', '6 semaines', 30, 'devis'], ['en', '15 qualified enquiries a month from law firms', '3 months', 45, 'qualified enquiries'],
    ['fr', 'collecter 5 000 € par mois pour le refuge', '3 mois', 15_000, 'EUR'], ['fr', '50 donneurs de sang par jour du 11 au 15 janvier', '6 semaines', 250, 'donneurs'],
  ] as const)('in %s, "%s" over %s is %d %s in all, and asked about', (language, objective, duration, count, of) => {
    const read = readNote({ language, objectives: [objective], duration });
    expect(read.goal.target).toEqual({ count, of });
    expect(askedAbout(read, 'goal').join()).toContain(String(count));
  });

  it.each([
    ['en', '120 new members, £29 a month', 120, 'new members'], ['fr', 'Vendre 150 abonnements au panier à 12 € par semaine', 150, 'abonnements'],
    ['en', '3 new clients per month', 3, 'new clients'], ['en', 'get 40 people to walk every day', 40, 'people'],
  ] as const)('is that of the whole where the time belongs to something else (%s): "%s"', (language, objective, count, of) => {
    const read = readNote({ language, objectives: [objective] });
    expect(read.goal.target).toEqual({ count, of });
    expect(askedAbout(read, 'goal').join()).not.toContain('in all');
  });

  it('leaves nothing of its time in the offer', () => {
    expect(readNote({ language: 'en', sector: 'meditation app', objectives: ['get 50 downloads a day'] }).offer.thing).toBe('meditation app');
    expect(readNote({ language: 'en', objectives: ['sell 9 wreaths a day'] }).offer.thing).toBe('wreaths');
  });
}); // biome-ignore format: a table

describe('a question among the objectives', () => {
  it.each([
    ['en', 'should we aim at 200 leads?'], ['en', 'Q: do we go for 30 or 50 attendees?'], ['en', 'TBD: maybe 100 signups?'], ['en', 'maybe 100 signups'], ['en', '80 signups (tbc)'], ['en', '200 leads, not sure'],
    ['fr', 'est-ce qu’on vise 500 ventes ou plutôt 300 ?'], ['fr', 'combien d’inscrits peut-on viser ?'], ['fr', 'viser 200 inscrits ? ou 300, à voir ensemble'], ['fr', 'objectif : 300 ou 400 inscrits, à définir'],
  ] as const)('in %s, fixes no target, is no fact, and is asked: "%s"', (language, question) => {
    const beside = readNote({ language, objectives: ['Sell the winter box', question] });
    expect(beside.goal.kind).toBe('buy');
    for (const read of [beside, readNote({ language, objectives: [question] })]) {
      expect(read.goal.target).toBeUndefined();
      expect([...read.proofs, ...read.details]).toEqual([]);
      expect(askedAbout(read, 'goal').join()).toMatch(/left open|reste une question/u);
    }
  });

  it.each([
    ['en', 'Tired of your boiler? Book 20 boiler swaps', 20], ['fr', 'Mal au dos ? Réserver 40 séances d’ostéo', 40], ['en', 'maybe later: 5 films. Book 20 boiler swaps', 20],
  ] as const)('leaves what is decided beside it (%s): "%s"', (language, objective, count) =>
    expect(readNote({ language, objectives: [objective] }).goal.target?.count).toBe(count));

  it('gives no price, no day and no thing to what is decided, and is asked in its own words', () => {
    const read = readNote({ language: 'en', objectives: ['Sell the winter box', 'should we say £9 a jar by 12 December?'] });
    expect([read.offer.thing, read.offer.price, read.period.deadline]).toEqual(['the winter box', undefined, undefined]);
    expect(askedAbout(read, 'goal').join()).toContain('"should we say £9 a jar by 12 December?"');
  });

  it.each([
    ['Sell 30 boxes. Should we aim at 200 leads?', 'Sell 30 boxes.'], ['Sell 30 boxes, it’s time', 'Sell 30 boxes, it’s time'], ['maybe 100 signups', ''],
  ])('leaves of "%s" what is decided: "%s"', (text, decided) => expect(decidedText(text)).toBe(decided));

  it('is none where people are only hooked', () => {
    expect(askedAbout(readNote({ language: 'fr', objectives: ['Mal au dos ? Réserver 40 séances d’ostéo'] }), 'goal')).toEqual([]);
    expect(readNote({ language: 'fr', objectives: ['faire venir 300 visiteurs'], values: 'une exposition à voir en famille' }).details).toHaveLength(1);
  });

  it('still tells of what, where nothing else does', () => {
    const { goal, offer } = readNote({ language: 'en', objectives: ['should we sell 40 jars of honey?'] });
    expect([goal.kind, goal.target, offer.thing]).toEqual(['buy', undefined, 'jars of honey']);
  });
}); // biome-ignore format: a table

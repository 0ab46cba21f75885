// Briefs of other trades, as people type them: days that share a month, figures for a day, questions among the objectives, deeds instead of things.
import { describe, expect, it } from 'vitest';
import { askedAbout, type Note, readNote } from './testing/read-note.ts';

const periodOf = (note: Note) => {
  const { startsOn, endsOn, deadline } = readNote(note).period;
  return [startsOn, endsOn, ...(deadline ? [deadline] : [])];
};
const eventsOf = (note: Note) =>
  readNote(note).moments.flatMap(({ kind, startsOn, endsOn }) => (kind === 'event' ? [`${startsOn}/${endsOn}`] : []));

describe('the length of a campaign', () => {
  it.each([
    ['du 27 et 28 mars – théâtre de verdure', '2027-03-27', '2027-03-28'], ['27 – 28 March', '2027-03-27', '2027-03-28'], ['27th – 28th March 2027', '2027-03-27', '2027-03-28'],
    ['Sat 27 – Sun 28 March', '2027-03-27', '2027-03-28'], ['samedi 27 et dimanche 28 mars', '2027-03-27', '2027-03-28'], ['27/28 mars', '2027-03-27', '2027-03-28'],
    ['27, 28 et 29 mars', '2027-03-27', '2027-03-29'], ['March 5, 6 and 7', '2027-03-05', '2027-03-07'], ['March 27 – 28', '2027-03-27', '2027-03-28'], ['Mar 27-28, 2028', '2028-03-27', '2028-03-28'],
    ['du 1er et 2 mai', '2027-05-01', '2027-05-02'], ['1er – 15 mai', '2027-05-01', '2027-05-15'], ['du 28 février et 1er mars', '2027-02-28', '2027-03-01'],
    ['entre le 3 et le 17 mars', '2027-03-03', '2027-03-17'], ['between the 3rd and the 17th of March', '2027-03-03', '2027-03-17'], ['the 3rd to the 17th of March', '2027-03-03', '2027-03-17'],
    ['between 3 March and 17 April', '2027-03-03', '2027-04-17'], ['du 30 au 2 avril', '2027-03-30', '2027-04-02'], ['30 – 2 January', '2026-12-30', '2027-01-02'],
    ['27–28/03/2027', '2027-03-27', '2027-03-28'], ['27 et 28/03', '2027-03-27', '2027-03-28'], ['27 au 28 mars – 2 jours', '2027-03-27', '2027-03-28'],
    ['mars et avril', '2027-03-01', '2027-04-30'], ['all of May and June', '2027-05-01', '2027-06-30'], ['décembre et janvier', '2026-12-01', '2027-01-31'],
    ['2e quinzaine de mars', '2027-03-16', '2027-03-31'], ['première quinzaine d’avril', '2027-04-01', '2027-04-15'], ['first two weeks of March', '2027-03-01', '2027-03-15'], ['the last half of February 2028', '2028-02-16', '2028-02-29'],
    ['le mois prochain', '2026-12-01', '2026-12-31'], ['the whole of next month', '2026-12-01', '2026-12-31'],
  ])('"%s" is %s to %s', (duration, startsOn, endsOn) => {
    const note: Note = { language: 'fr', objectives: ['Vendre 30 coffrets'], duration };
    expect(periodOf(note)).toEqual([startsOn, endsOn]);
    expect(askedAbout(readNote(note), 'period')).toEqual([]);
  });

  it.each([
    ['28 mars', '2027-03-28'], ['Sat 12 December', '2026-12-12'], ['pour le 14 février', '2027-02-14'],
  ])('of one day is the time until then: "%s"', (duration, day) =>
    expect(periodOf({ language: 'fr', objectives: ['Faire connaître la maison'], duration })).toEqual(['2026-11-27', day, day]));

  it.each(['le 3 mars 2025', 'quand on pourra'])('that is past or none is asked for: "%s"', (duration) =>
    expect(askedAbout(readNote({ language: 'fr', objectives: ['Vendre 30 coffrets'], duration }), 'period')).toContainEqual(expect.stringContaining('n’est pas une durée lisible')));

  it('says which words it was read from, whole', () => {
    const from = (duration: string) => readNote({ language: 'en', objectives: ['Sell 30 boxes'], duration }).period.from.quote;
    expect(from('27 – 28 March only')).toBe('27 – 28 March');
    expect(from('Sat 27 – Sun 28 March.')).toBe('Sat 27 – Sun 28 March');
  });
}); // biome-ignore format: tables

describe('days of an event', () => {
  it('in a list are each a day to come, so that people can act until the last', () => {
    const concert: Note = { language: 'fr', objectives: ['Vendre les billets du spectacle des 27 et 28 mars'], duration: 'jusqu’au spectacle' };
    expect(periodOf(concert)).toEqual(['2026-11-27', '2027-03-28', '2027-03-28']);
    const classes: Note = { language: 'fr', objectives: ['Remplir les ateliers des 5, 12 et 19 mars'], duration: '6 semaines' };
    expect(periodOf(classes)).toEqual(['2027-02-06', '2027-03-19', '2027-03-19']);
    expect(eventsOf(classes)).toEqual(['2027-03-05/2027-03-05', '2027-03-12/2027-03-12', '2027-03-19/2027-03-19']);
    expect(readNote(classes).moments.map(({ label }) => label)).toEqual(Array(3).fill('5, 12 et 19 mars'));
  });

  it('from one to another are a course that one joins at its beginning, or an exhibition that is open until its end', () => {
    expect(periodOf({ language: 'fr', objectives: ['Remplir le stage du 27 au 29 mars'], duration: '6 semaines' })).toEqual(['2027-02-14', '2027-03-27', '2027-03-27']);
    expect(periodOf({ language: 'en', objectives: ['300 visitors at the plant fair (27 – 28 March, free)'], duration: '6 weeks' })).toEqual(['2027-02-15', '2027-03-28', '2027-03-28']);
  });

  it('are not the feast that it is called after', () => {
    const concert = readNote({ language: 'fr', objectives: ['remplir le concert de Noël de l’harmonie, dimanche 20 décembre 17h'] });
    expect([concert.offer.thing, concert.offer.date]).toEqual(["le concert de Noël de l'harmonie", '2026-12-20']);
    expect(readNote({ language: 'en', objectives: ['200 visitors at the Easter egg hunt, 3 April 2027'] }).offer.date).toBe('2027-04-03');
  });

  it('nor a hall that has its name from feasts', () => {
    const { moments, notUnderstood } = readNote({ language: 'fr', objectives: ['remplir les 60 places du stage du 27 et 28 mars – salle des fêtes'] });
    expect(moments.map(({ kind }) => kind)).toEqual(['event']);
    expect(notUnderstood.filter(({ about }) => about === 'period')).toEqual([]);
  });
}); // biome-ignore format: short

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

  it('is none where people are only hooked', () => {
    expect(askedAbout(readNote({ language: 'fr', objectives: ['Mal au dos ? Réserver 40 séances d’ostéo'] }), 'goal')).toEqual([]);
    expect(readNote({ language: 'fr', objectives: ['faire venir 300 visiteurs'], values: 'une exposition à voir en famille' }).details).toHaveLength(1);
  });

  it('still tells of what, where nothing else does', () => {
    const { goal, offer } = readNote({ language: 'en', objectives: ['should we sell 40 jars of honey?'] });
    expect([goal.kind, goal.target, offer.thing]).toEqual(['buy', undefined, 'jars of honey']);
  });
}); // biome-ignore format: a table

describe('what people shall do with what they have', () => {
  it.each([
    ['en', 'Remind members to renew', 'subscribe', 'the membership'], ['en', 'Remind members to renew before 31 January', 'subscribe', 'the membership'], ['en', 'remind subscribers to renew their season tickets by 1 March', 'subscribe', 'season tickets'],
    ['en', '40 renewals from lapsed subscribers', 'subscribe', 'the subscription'], ['en', 'Ask patients to book their flu jab before 15 December', 'book', 'flu jab'], ['en', 'get parents to sign the 9 year olds up for swimming lessons', 'sign-up', 'swimming lessons'],
    ['en', 'Invite 40 architects to see the showroom on 4 Feb', 'visit', 'the showroom'], ['en', 'tell users to update the sleep tracker before 1 March', 'know', 'the sleep tracker'],
    ['fr', 'rappeler aux adhérents de renouveler leur cotisation', 'subscribe', 'cotisation'], ['fr', 'relancer les abonnés qui n’ont pas renouvelé', 'subscribe', "l'abonnement"], ['fr', 'relance : que les 320 abonnés renouvellent avant le 15/01', 'subscribe', "l'abonnement"],
    ['fr', 'inciter les salariés à s’inscrire au bilan de compétences', 'sign-up', 'bilan de compétences'], ['fr', 'demander aux patients de prendre rdv pour le vaccin grippe', 'book', 'le vaccin grippe'],
    ['fr', 'rappeler aux adhérents de renouveler', 'subscribe', "l'adhésion"],
  ] as const)('in %s, "%s": %s %s', (language, objective, kind, thing) => {
    const { goal, offer } = readNote({ language, objectives: [objective] });
    expect([goal.kind, offer.thing]).toEqual([kind, thing]);
  });
}); // biome-ignore format: a table

describe('things whose names look like something else', () => {
  it.each([
    ['fr', 'Vendre le panier du samedi', 'le panier du samedi'], ['fr', 'Vendre la montre Aurore avant Noël', 'la montre Aurore'], ['fr', 'faire venir 300 visiteurs à la foire aux plants du 27 et 28 mars – place du marché', 'la foire aux plants'],
    ['en', '300 visitors at the plant fair 27 – 28 March', 'the plant fair'], ['en', 'Sell 30 boxes 5 – 9 April', 'boxes'], ['en', 'shift 60 pallets of topsoil by Easter', 'pallets of topsoil'],
    ['en', 'fill all 12 seats in the cider masterclass', 'the cider masterclass'],
  ] as const)('in %s, "%s" is about %s', (language, objective, thing) =>
    expect(readNote({ language, objectives: [objective] }).offer.thing).toBe(thing));

  it.each([
    ['en', 'county show', '8k visitors over the 3 days, 12-14 June'], ['en', 'cat rescue', 'raise 400 dollars a month from regular givers'], ['fr', 'édition', 'Venez la découvrir en boutique'],
  ] as const)('and words that are no thing leave the trade (%s, %s): "%s"', (language, sector, objective) =>
    expect(readNote({ language, sector, objectives: [objective] }).offer.thing).toBe(sector));

  it('takes an open day for no opening hours', () => {
    const { destination, goal } = readNote({ language: 'en', objectives: ['open day Sat 6 Feb 10-2'] });
    expect([goal.kind, destination.hours]).toEqual(['visit', undefined]);
  });

  it('counts no day of a range', () =>
    expect(readNote({ language: 'fr', objectives: ['remplir le séjour ski du 20 au 27 février'] }).goal.target).toBeUndefined());
}); // biome-ignore format: a table

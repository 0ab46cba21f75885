// When a campaign runs, of briefs as people type them.
import { describe, expect, it } from 'vitest';
import { askedAbout, type Note, readNote } from '../testing/read-note.ts';

const periodOf = (note: Note) => {
  const { startsOn, endsOn, deadline } = readNote(note).period;
  return [startsOn, endsOn, ...(deadline ? [deadline] : [])];
};
const eventsOf = (note: Note) =>
  readNote(note).moments.flatMap(({ kind, startsOn, endsOn }) => (kind === 'event' ? [`${startsOn}/${endsOn}`] : []));
const published = (note: Note) => {
  const { proofs, details } = readNote(note);
  return [...proofs, ...details].map(({ fact }) => fact);
};

describe('months as a period', () => {
  it.each([
    ['Feb to April', '2027-02-01', '2027-04-30'], ['février-avril 2027', '2027-02-01', '2027-04-30'], ['janvier', '2027-01-01', '2027-01-31'],
    ['de novembre à janvier', '2026-11-27', '2027-01-31'], ['Dec 2026 - Feb 2027', '2026-12-01', '2027-02-28'], ['Q1 2027', '2027-01-01', '2027-03-31'],
  ])('%s', (duration, startsOn, endsOn) => {
    const { period, notUnderstood } = readNote({ language: 'en', objectives: ['Sell 30 boxes'], duration });
    expect(period).toMatchObject({ startsOn, endsOn });
    expect(notUnderstood.filter(({ about }) => about === 'period')).toEqual([]);
  }); // biome-ignore format: a table

  it('takes a quarter in the name for no event, and "after week 2" for no date', () => {
    const { period, offer } = readNote({ language: 'en', name: 'Q1 push', objectives: ['500 trial signups', 'stop people leaving after week 2'], duration: 'Q1 2027' });
    expect(period).toMatchObject({ startsOn: '2027-01-01', endsOn: '2027-03-31' });
    expect(period.deadline).toBeUndefined();
    expect(offer.date).toBeUndefined();
  }); // biome-ignore format: short
});

describe('a length beside days that are shorter', () => {
  it('leads up to them: eight weeks before a fair of three days', () => {
    const { period } = readNote({
      language: 'en',
      objectives: ['book 40 meetings at ColdTech, Birmingham NEC, 9-11 Feb 2027'],
      duration: '8 weeks before the fair',
    });
    expect(period).toMatchObject({ startsOn: '2026-12-15', endsOn: '2027-02-11' });
  });

  it('ends with them, where it does not say before', () => {
    const { period } = readNote({
      language: 'en',
      objectives: ['book 40 meetings at ColdTech, 9-11 Feb 2027'],
      duration: '4 weeks',
    });
    expect(period).toMatchObject({ startsOn: '2027-01-15', endsOn: '2027-02-11' });
  });
});

describe('a feast that is no reason', () => {
  it('sets no date', () => {
    const { period } = readNote({
      language: 'fr',
      objectives: ['faire adopter 15 vieux chiens (pas en cadeau de Noël !)'],
      duration: 'décembre et janvier',
    });
    expect(period.deadline).toBeUndefined();
  });
});

describe('times of day', () => {
  it.each([
    ['en', '50 blood donors at the Town Hall Sat 16 January 9-4', '2027-01-16'],
    ['en', 'get 200 people to the rally Sat 30 Jan 11am-1pm', '2027-01-30'],
    ['fr', 'faire venir 150 personnes à la réunion du jeudi 14 janvier de 19h à 21h', '2027-01-14'],
    ['fr', 'ouverture du magasin samedi 9 janvier 9h-13h, faire venir du monde', '2027-01-09'],
  ] as const)('are no days (%s): %s', (language, objective, day) => {
    const { offer, notUnderstood } = readNote({ language, objectives: [objective] });
    expect(offer.date).toBe(day);
    expect(notUnderstood.filter(({ about }) => about === 'period')).toEqual([]);
  });

  it('leave the days beside them as they are', () => {
    expect(readNote({ language: 'en', objectives: ['200 visitors at the fair Tue 9-11 Feb'] }).offer.date).toBe('2027-02-09');
    expect(readNote({ language: 'fr', objectives: ['Vendre 30 coffrets'], duration: 'du lundi 4 au vendredi 8 janvier, 9h-17h' }).period)
      .toMatchObject({ startsOn: '2027-01-04', endsOn: '2027-01-08' });
  }); // biome-ignore format: short
});

describe('a span of days', () => {
  it.each([
    ['du 4/01 au 31/01', '2027-01-04', '2027-01-31'], ['4/01 → 31/01', '2027-01-04', '2027-01-31'], ['6 février – 30 mai 2027', '2027-02-06', '2027-05-30'],
    ['les 27 et 28 mars 2027', '2027-03-27', '2027-03-28'], ['de mi-janvier à fin mars', '2027-01-15', '2027-03-31'], ['Jan to early March', '2027-01-01', '2027-03-10'],
    ['du 15 janvier à fin mars', '2027-01-15', '2027-03-31'], ['now till mid Jan', '2026-11-27', '2027-01-18'], ['from now till end Feb', '2026-11-27', '2027-02-28'],
  ])('%s', (duration, startsOn, endsOn) =>
    expect(periodOf({ language: 'fr', objectives: ['Vendre 30 coffrets'], duration }).slice(0, 2)).toEqual([startsOn, endsOn])); // biome-ignore format: a table

  it('in brackets is read with the thing, and no part of it is a fact', () => {
    const objectives = ["15 000 visiteurs pour l'exposition « Camille, l'atelier retrouvé » (6 février – 30 mai 2027)"];
    expect(readNote({ language: 'fr', objectives }).offer.date).toBe('2027-02-06');
    expect(published({ language: 'fr', objectives })).toEqual([]);
  });
});

describe('a day that ends nothing', () => {
  it('is in the name of the campaign', () => {
    const { period, constraints: rules } = readNote({ language: 'fr', name: 'NON à la vente avant le 12 mars', objectives: ['500 signatures contre la vente'] });
    expect([period.deadline, rules]).toEqual([undefined, []]);
    expect(readNote({ language: 'en', name: 'SAY NO TO THE SALE by May', objectives: ['500 signatures'] }).period.deadline).toBeUndefined();
  }); // biome-ignore format: short

  it.each([
    ['fr', "tête d'affiche secrète jusqu'au 1er février", '2027-03-31'],
    ['en', 'guest under wraps until 1 February', '2027-03-31'],
    ['en', '5k people on the waitlist by Jan 31', '2027-03-31'],
  ] as const)('is until when a secret is kept, or what another aim wants (%s): %s', (language, other, end) =>
    expect(periodOf({ language, objectives: ['Sell 600 mugs', other], duration: '11 January - 31 March 2027' })).toEqual(['2027-01-11', end])); // biome-ignore format: a table

  it('is when goods are handed over', () =>
    expect(periodOf({ language: 'en', objectives: ['Turkeys - order by 14 Dec, collect 22-24 Dec 8am-4pm'], duration: 'till 14 Dec' })).toEqual(['2026-11-27', '2026-12-14', '2026-12-14'])); // biome-ignore format: short

  it('while "until the vote" ends where an objective puts the vote', () =>
    expect(periodOf({ language: 'fr', objectives: ['obtenir 120 adhésions', 'élections du 18 mars'], duration: "jusqu'au vote" })).toEqual(['2026-11-27', '2027-03-18', '2027-03-18'])); // biome-ignore format: short
});

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

describe('what cannot be planned', () => {
  it.each<[string, string[]]>([
    ['ASAP', ['« ASAP » ne donne pas de date', '« ASAP » n’est pas une durée lisible']], ['J-7', ['« J-7 » n’est pas une durée lisible']], ['vendredi prochain', ['« vendredi prochain » : le vendredi 27 novembre 2026 ou le vendredi 4 décembre 2026', '« vendredi prochain » n’est pas une durée']],
  ])('is asked about, and what only counts from another day is not twice: "%s"', (duration, starts) => {
    const asked = askedAbout(readNote({ language: 'fr', objectives: ['Vendre 30 coffrets'], duration }), 'period');
    expect(asked.map((question, place) => question.slice(0, starts[place]?.length))).toEqual(starts);
  });

  it('is no day that others have had: of "moved here before 12 December" none is a deadline', () =>
    expect(periodOf({ language: 'en', objectives: ['Sell 30 boxes'], audience: 'anyone who moved to Cork before 12 December' })).toEqual(['2026-11-27', '2026-12-24']));
}); // biome-ignore format: short

describe('days of an event', () => {
  it.each<[Note['language'], string[], string | undefined]>([
    ['fr', ['Vendre 40 places pour la croisière du 5 juin 2027'], '2027-06-05'], ['en', ['Sell 40 tickets for the raffle on 5 June 2027'], '2027-06-05'], ['en', ['Sell 30 boxes on 5 March'], undefined], ['en', ['40 check-ups on 5 March'], undefined],
    ['fr', ['Remplir l’atelier de poterie de samedi 12 décembre'], '2026-12-12'], ['en', ['200 visitors at our open house on Halloween'], '2027-10-31'], ['en', ['200 visitors at the Christmas market, 12 December'], '2026-12-12'], ['en', ['fill the workshop before 5 February'], undefined],
    ['en', ['fill the workshop in mid-January'], undefined], ['en', ['200 visitors at the fair on 26 November'], '2026-11-26'], ['en', ['the shop moves on 9 January', 'fill the workshop on 5 February'], '2027-02-05'],
  ])('in %s, of %j: %s', (language, objectives, day) => expect(readNote({ language, objectives }).offer.date).toBe(day));

  it('are those of its name, where no objective has any', () =>
    expect(readNote({ language: 'en', name: 'Gala 14 March 2027', objectives: ['fill the gala'] }).offer.date).toBe('2027-03-14'));


  it('in a list are each a day to come, so that people can act until the last', () => {
    const concert: Note = { language: 'fr', objectives: ['Vendre les billets du spectacle des 27 et 28 mars'], duration: 'jusqu’au spectacle' };
    expect(periodOf(concert)).toEqual(['2026-11-27', '2027-03-28', '2027-03-28']);
    const classes: Note = { language: 'fr', objectives: ['Remplir les ateliers des 5, 12 et 19 mars'], duration: '6 semaines' };
    expect(periodOf(classes)).toEqual(['2027-02-06', '2027-03-19', '2027-03-19']);
    expect(eventsOf(classes)).toEqual(['2027-03-05/2027-03-05', '2027-03-12/2027-03-12', '2027-03-19/2027-03-19']);
    expect(readNote(classes).moments.map(({ label }) => label)).toEqual(Array(3).fill('5, 12 et 19 mars'));
    expect(periodOf({ ...classes, objectives: ['Remplir les ateliers des 5, 12, 19 et 26 mars'] })).toEqual(['2027-02-13', '2027-03-26', '2027-03-26']);
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

describe('the first and the last day', () => {
  const plan = (objectives: string[], duration: string) => {
    const note: Note = { language: 'en', objectives, duration };
    return [periodOf(note), askedAbout(readNote(note), 'period')];
  };
  it.each<[string[], string, string[], RegExp | undefined]>([
    [['Sell 30 boxes before 22 December'], '4 weeks', ['2026-11-27', '2026-12-21', '2026-12-21'], undefined],
    [['Sell 30 boxes before 20 December'], '4 weeks', ['2026-11-27', '2026-12-19', '2026-12-19'], /"4 weeks" would run to Thursday, 24 December 2026, but the deadline is Saturday, 19 December 2026/],
    [['Sell 30 boxes by 10 December', 'last orders by 12 December'], 'until we close', ['2026-11-27', '2026-12-10', '2026-12-10'], /deadlines, Thursday, 10 December 2026 and Saturday, 12 December 2026: the first was kept/],
    [['Sell 30 boxes by 12 December', 'and all of them by 12 December'], 'till then', ['2026-11-27', '2026-12-12', '2026-12-12'], undefined],
    [['Sell 30 boxes for Christmas'], '3 weeks', ['2026-11-28', '2026-12-18', '2026-12-18'], /"Christmas": for goods that are delivered, the last push was placed on Friday, 18 December 2026/],
    [['Sell 30 boxes'], '6 weeks from mid-January', ['2027-01-12', '2027-02-22'], /"mid-January" was read as about/],
    [['Sell 30 boxes'], '6 weeks from 4 January', ['2027-01-04', '2027-02-14'], undefined], [['Sell 30 boxes'], '6 weeks from 26 November', ['2026-11-26', '2027-01-06'], undefined],
    [['Sell 30 boxes'], '6 weeks from 2 November 2026', ['2026-11-27', '2027-01-07'], /"2 November 2026": Monday, 2 November 2026 is already past/],
    [['Sell 30 boxes, 5 to 9 January'], '2 days', ['2027-01-05', '2027-01-09'], undefined], [['Sell 30 boxes, 5 to 9 January'], '5 days', ['2027-01-05', '2027-01-09'], undefined], [['Sell 30 boxes, 5 to 9 January'], '6 days', ['2027-01-04', '2027-01-09'], undefined],
    [['Sell 30 boxes, 5 to 9 January'], '3 weeks before the sale', ['2026-12-15', '2027-01-09'], undefined], [['Sell 30 boxes, pickup 5 to 9 January'], '3 weeks', ['2026-11-27', '2026-12-17'], undefined],
    [['Sell 30 boxes'], '1 to 20 November 2026', ['2026-11-27', '2026-12-24'], /Friday, 20 November 2026 is already past/], [['Sell 30 boxes'], '20 November to 10 December 2026', ['2026-11-27', '2026-12-10'], undefined],
    [['Sell 30 boxes by 26 November'], '2 weeks', ['2026-11-27', '2026-12-10'], /The end \(Thursday, 26 November 2026\) comes before the start/], [['Sell 30 boxes'], 'until 3 March 2025', ['2026-11-27', '2026-12-24'], /Monday, 3 March 2025 is already past/],
    [['Sell 30 boxes'], '15 January to 10 January 2027', ['2026-11-27', '2026-12-24'], /The end \(Sunday, 10 January 2027\) comes before the start \(Friday, 15 January 2027\)/], [['Sell 30 boxes'], '15 March to 1 March', ['2026-11-27', '2026-12-24'], /The end \(Monday, 1 March 2027\) comes before the start \(Monday, 15 March 2027\)/], [['Sell 30 boxes'], '1 February to 15 December', ['2027-02-01', '2027-12-15'], undefined], [['Sell 30 boxes'], '15 March 2027 to 1 March 2028', ['2027-03-15', '2028-03-01'], undefined],
    [['fill the workshop on 5 February'], 'in January', ['2027-01-01', '2027-01-31', '2027-02-05'], /"in January" was read as about/], [['Know us', 'fill the workshop on 5 February', 'fill the workshop on 9 January'], '4 weeks', ['2027-01-09', '2027-02-05', '2027-02-05'], undefined],
    [['Know our house, open since 3 March'], '3 weeks', ['2026-11-27', '2026-12-17'], undefined], [['200 visitors, 5 January to 30 March'], '8 weeks', ['2027-02-03', '2027-03-30', '2027-03-30'], undefined],
    [['Sell 30 boxes'], '20/02/2027 - 03/01/2027', ['2026-11-27', '2026-12-24'], /The end \(Sunday, 3 January 2027\) comes before the start \(Saturday, 20 February 2027\)/], [['Sell 30 boxes'], '1 to 26 November 2026', ['2026-11-27', '2026-12-24'], /Thursday, 26 November 2026 is already past/],
    [['Sell 30 boxes by 12 December'], '5 to 9 January', ['2027-01-05', '2027-01-09'], /The end \(Saturday, 12 December 2026\) comes before the start \(Tuesday, 5 January 2027\)/], [['Sell 30 boxes, 5 to 9 January, free delivery'], '2 days', ['2027-01-05', '2027-01-09'], undefined], [['Sell 30 boxes'], '1 to 20 March, 4 weeks', ['2027-03-01', '2027-03-20'], undefined],
    [['Sell 30 boxes'], 'in January, 5 to 9 January', ['2027-01-05', '2027-01-09'], /"in January" was read as about/], [['Sell 30 boxes from March 2027 on'], 'we shall see', ['2027-03-01', '2027-03-31'], /"March 2027" was read as about/], [['Sell 30 boxes in mid-January'], '3 weeks', ['2026-11-27', '2026-12-17'], /"mid-January" was read as about/],
    [['Sell 30 boxes'], '28 March', ['2026-11-27', '2027-03-28', '2027-03-28'], undefined], [['Sell 30 boxes'], 'in two weeks', ['2026-11-27', '2026-12-10', '2026-12-10'], undefined], [['5 March: sell 30 boxes'], '6 weeks', ['2026-11-27', '2027-01-07'], undefined],
    [['Sell 30 boxes'], 'le 3 mars 2025', ['2026-11-27', '2026-12-24'], /"le 3 mars 2025" is no duration/], [['Sell 30 boxes on 5 March'], 'when we can', ['2026-11-27', '2026-12-24'], /"when we can" is no duration .* until Thursday, 24 December 2026/], [['Sell 30 boxes'], 'until we close', ['2026-11-27', '2026-12-24'], /"until we close" is no duration/],
    [['Sell 30 boxes by 10 December'], 'when we can', ['2026-11-27', '2026-12-10', '2026-12-10'], /"when we can" is no duration .* until Thursday, 10 December 2026/], [['Sell 30 boxes by 12 December', 'a first batch by 10 December'], 'until we close', ['2026-11-27', '2026-12-10', '2026-12-10'], /deadlines, Thursday, 10 December 2026 and Saturday, 12 December 2026/],
    [['Sell 600 mugs'], '11 January - 31 March 2027, orders until 30 March', ['2027-01-11', '2027-03-30', '2027-03-30'], undefined], [['Sell 600 mugs by 29 March'], '11 January - 31 March 2027', ['2027-01-11', '2027-03-29', '2027-03-29'], undefined], [['Sell 600 mugs', '5k people on the waitlist by Mar 31'], '11 January - 31 March 2027', ['2027-01-11', '2027-03-31', '2027-03-31'], undefined],
    [['fill the course'], '1 to 28 March', ['2027-03-01', '2027-03-28'], undefined], [['fill the workshop before 5 February'], '4 weeks', ['2027-01-08', '2027-02-04', '2027-02-04'], undefined], [['Sell 30 boxes on 5 March'], '4 weeks', ['2026-11-27', '2026-12-24'], undefined],
    [['200 visitors at the fair on 26 November'], '4 weeks', ['2026-11-27', '2026-12-24'], /The end \(Thursday, 26 November 2026\) comes before the start/], [['Sell 600 mugs. Guest under wraps until 1 February.'], '11 January - 31 March 2027', ['2027-01-11', '2027-03-31'], undefined],
    [['Sell 30 boxes'], 'from 4 January, 2 weeks', ['2027-01-04', '2027-01-17'], undefined], [['fill the workshop on 1 November 2026'], '4 weeks', ['2026-11-27', '2026-12-24'], undefined],
  ])('of %j, "%s": %j', (objectives, duration, days, question) => {
    const [period, asked] = plan(objectives, duration);
    expect(period).toEqual(days);
    if (question) expect(asked).toEqual([expect.stringMatching(question)]);
    else expect(asked).toEqual([]);
  });

  it.each([
    ['3 weeks', 'campaignGoals.duration', '3 weeks'], ['until 20 December', 'campaignGoals.duration', '20 December'], ['from 4 January, 2 weeks', 'campaignGoals.duration', '4 January'], ['4 to 9 January', 'campaignGoals.duration', '4 to 9 January'], ['some time', 'default', ''],
  ])('"%s" were read from %s "%s"', (duration, field, quote) =>
    expect(readNote({ language: 'en', objectives: ['Sell 30 boxes'], duration }).period.from).toEqual({ field, quote }));

  it('are about so many where the words are', () => {
    const isAbout = (duration: string) => readNote({ language: 'en', objectives: ['Sell 30 boxes'], duration }).period.approximate;
    expect(['in January', '6 weeks from mid-January', '6 weeks from 4 January', '4 to 9 January', '3 weeks'].map(isAbout)).toEqual([true, true, false, false, false]);
  });
}); // biome-ignore format: a table

describe('days that posts should know of', () => {
  const momentsOf = (objectives: string[], duration = '4 weeks', language: Note['language'] = 'en') =>
    readNote({ language, objectives, duration }).moments.map(({ kind, label, startsOn }) => [kind, label, startsOn]);

  it.each<[string[], string, unknown[]]>([
    [['Sell 30 boxes for Christmas'], '3 weeks', [['deadline', 'Christmas', '2026-12-25']]], [['Sell 30 boxes, doors open from 5 January'], '3 weeks', [['opening', '5 January', '2027-01-05']]],
    [['Sell 30 boxes on Valentine’s Day', 'and before Easter'], '3 weeks', [['named-day', 'Valentine’s Day', '2027-02-14'], ['deadline', 'Easter', '2027-03-27']]],
    [['Sell 30 boxes on 5 January'], 'from 4 January', []], [['Sell 30 boxes'], 'until Christmas', [['deadline', 'Christmas', '2026-12-24']]], [['fill the workshop on 5 February'], 'until 4 February', [['event', '5 February', '2027-02-05']]],
    [['fill the workshop on 9 March', 'fill the workshop on 5 February', 'fill the workshop on 5 February, 9am'], '3 weeks', [['event', '5 February', '2027-02-05'], ['event', '9 March', '2027-03-09']]],
    [['see the show from 5 to 15 January'], '3 weeks', []], [['200 visitors from 5 to 15 January'], '3 weeks', [['event', '5 to 15 January', '2027-01-05']]], [['200 visitors from 5 to 16 January'], '3 weeks', []], [['fill the workshop on 1 November 2026'], '3 weeks', []],
  ])('of %j, "%s": %j', (objectives, duration, moments) => expect(momentsOf(objectives, duration)).toEqual(moments));

  it('have the names of the language, without their article, and are twelve at most', () => {
    expect(momentsOf(['Vendre 30 coffrets à Pâques'], '3 semaines', 'fr')).toEqual([['named-day', 'Pâques', '2027-03-28']]);
    expect(momentsOf(['Vendre 30 coffrets pendant octobre rose 2027'], '3 semaines', 'fr')).toEqual([['named-day', 'Octobre rose', '2027-10-01']]);
    const days = Array.from({ length: 14 }, (_, place) => `on ${2 * place + 1} March`).join(', ');
    expect(momentsOf([`fill the workshops ${days}`])).toHaveLength(12);
  });
}); // biome-ignore format: a table

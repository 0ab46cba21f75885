// What briefs of trades that nobody had tried were misread for: each line stands for its kind.
import { describe, expect, it } from 'vitest';
import { briefSchema } from '../../contracts/brief.ts';
import { readBrief } from './read-brief.ts';
import { type Note, READ_ON, readNote } from './testing/read-note.ts';

const read = (language: Note['language'], objectives: string[], others: Omit<Note, 'language' | 'objectives'> = {}) =>
  readNote({ language, objectives, ...others });
const factsOf = (...note: Parameters<typeof read>) => {
  const { proofs, details } = read(...note);
  return [...proofs, ...details].map(({ fact }) => fact);
};

describe('what is offered', () => {
  it.each([
    ['fr', 'faire venir du monde a nos portes ouvertes du funérarium samedi 30 janvier', 'visit', 'nos portes ouvertes du funérarium'],
    ['fr', "Réunion d'information gratuite sur la donation et la succession mardi 9 mars", 'sign-up', "réunion d'information gratuite sur la donation et la succession"],
    ['fr', 'Réservations anticipées -15% sur tous les séjours entre le 10 avril et le 26 septembre 2027', 'book', 'les séjours'],
    ['fr', 'Nocturne du muséum vendredi 12 février 2027, ateliers enfants', 'visit', 'nocturne du muséum'],
    ['fr', '120 apprentis pour la rentrée de septembre 2027 : CAP boucher', 'apply', 'apprentis'],
    ['en', "300 people registered for our webinar 'Close the books in 3 days' on Thurs Jan 21 2027", 'sign-up', 'our webinar Close the books in 3 days'],
    ['en', 'Get 150 members to attend the hearing about the night shift, Feb 10 2027', 'sign-up', 'the hearing about the night shift'],
    ['en', "shift the 45 refurbished bikes we've built up over winter", 'buy', 'refurbished bikes'],
    ['en', '120 households on our egg subscription by Easter', 'subscribe', 'egg subscription'],
    ['en', 'We propose to the tourists a formula weekend + the dinner at 245€, reservation by phone', 'book', 'formula weekend'],
    ['fr', 'permanences sans rdv tous les mardis et jeudis 9h-12h', 'visit', 'permanences'],
    ['fr', "remplir les 6 représentations scolaires de « Moby » du 8 au 12 mars", 'sign-up', 'représentations scolaires de Moby'],
    ['en', '600 beta testers for Pantry Pal on iOS', 'sign-up', 'Pantry Pal on iOS'],
    ['en', '200 new members in Jan, cancel any time', 'subscribe', 'the membership'],
    ['en', 'Find homes for 9 lurchers incl 2 bonded pairs', 'visit', 'lurchers'],
  ] as const)('in %s, of "%s" people %s "%s"', (language, objective, kind, thing) => {
    const { goal, offer } = read(language, [objective]);
    expect([goal.kind, offer.thing]).toEqual([kind, thing]);
  }); // biome-ignore format: a table

  it.each([
    ['fr', ['Distribuer 1200 composteurs aux habitants', 'inscriptions sur compost.commune.example avant mars'], 'composteurs'],
    ['fr', ["réunion d'information le 9 mars", '80 participants, inscription obligatoire par mail'], "réunion d'information"],
    ['en', ['sell more of it', 'do not promise a launch date'], 'shop'],
    ['en', ['Launch our new podcast Small Boats', '10k downloads + 1,500 newsletter subscribers'], 'podcast Small Boats'],
  ] as const)('in %s, is what the first objective says of %j: %s', (language, objectives, thing) =>
    expect(read(language, [...objectives]).offer.thing).toBe(thing)); // biome-ignore format: a table

  it('is heard, where a podcast is downloaded', () =>
    expect(read('en', ['10k downloads of our podcast']).goal.kind).toBe('subscribe'));

  it.each([
    ['en', 'each tester gets a $25 grocery card', undefined],
    ['en', '200 new members: £0 joining fee (normally £30), £29/mo after', '£29/mo'],
    ['en', 'sell 40 kits, £0 deposit, £12', '£12'],
  ] as const)('in %s, costs nothing that is given, waived or was: %s', (language, objective, words) =>
    expect(read(language, [objective]).offer.price?.words).toBe(words)); // biome-ignore format: a table

  it('keeps both ends of a price, and no prize for a number of seats', () => {
    expect(read('en', ['sell 45 bikes, £120 - £480']).offer.price?.words).toBe('£120 - £480');
    expect(read('fr', ['vendre 90 tickets', 'lot : 2 places pour Le Puy du Fou']).offer.quantity).toBeUndefined();
    expect(
      read('fr', ['remplir l’atelier du 9 mars, 4 place de l’Hôtel de Ville, Arras']).offer.quantity,
    ).toBeUndefined();
  });
});

describe('how many are aimed at', () => {
  it.each([
    ['fr', 'book', 'Réserver des séjours d’au moins 7 nuits', undefined],
    ['fr', 'sign-up', 'inscrire au stage, 1 390 euros au lieu de 1 590 si inscription tôt', undefined],
    ['fr', 'sign-up', 'remplir le stage, 2 sessions', undefined],
    ['en', 'book', 'book a weekend with dinner at 245€ for 2 persons', undefined],
    ['en', 'apply', 'Recruit 4 dialysis nurses', '4 dialysis nurses'],
    ['en', 'sign-up', 'get 300 finance ppl registered for the webinar', '300 finance people'],
  ] as const)('in %s, to %s: %s', (language, _kind, objective, expected) => {
    const { target } = read(language, [objective]).goal;
    expect(target && `${target.count} ${target.of}`).toBe(expected);
  }); // biome-ignore format: a table
});

describe('where and when', () => {
  it('a meeting is no island, and a Halifax in Yorkshire not one in Canada', () => {
    expect(read('fr', ["réunion d'information mardi 9 mars"], { audience: 'les habitants' }).period.timeZone).toBe(
      'Europe/Paris',
    );
    expect(read('fr', ['vendre 30 coffrets'], { audience: 'familles de La Réunion' }).period.timeZone).toBe(
      'Indian/Reunion',
    );
    expect(
      read('en', ['Recruit 4 nurses for our new Halifax unit'], { audience: 'nurses in West Yorkshire' }).period
        .timeZone,
    ).toBe('Europe/London');
  });

  it('a telephone is no date', () =>
    expect(read('fr', ['vendre 30 coffrets, 03.21.00.45.67']).notUnderstood.map(({ about }) => about)).not.toContain(
      'period',
    ));

  it.each([
    ['portes ouvertes de 10h a 17h, 12 rue du Stade à Carhaix', 'de 10h a 17h', '12 rue du Stade à Carhaix'],
    ['visite au 12 rue du Stade à Carhaix pour voir les ateliers', undefined, '12 rue du Stade à Carhaix'],
    ['come test ride, Saturdays 10-4, Unit 6, Albion Mills, Leeds LS12, no need to call', 'Saturdays 10-4', 'Unit 6, Albion Mills, Leeds LS12'],
  ])('of "%s": %s, %s', (objective, hours, address) =>
    expect(read('fr', [objective]).destination).toMatchObject(hours ? { hours, address } : { address })); // biome-ignore format: a table

  it.each([
    [
      'ouverture de la patinoire éphémère place du Marché du 12 dec au 3 janvier',
      'place du Marché',
      'la patinoire éphémère',
    ],
    ['découvrir la braderie rue des Lilas tous les jours', 'rue des Lilas', 'la braderie'],
  ])('of "%s": %s, and what is offered ends before it', (objective, address, thing) => {
    const { destination, offer } = read('fr', [objective]);
    expect([destination.address, offer.thing]).toEqual([address, thing]);
  });

  it('the house before a street is the place', () => {
    expect(read('en', ['attend the hearing, Carpenters Hall, 221 Grant St, Pittsburgh']).offer.place).toBe(
      'Carpenters Hall',
    );
    expect(read('fr', ['réunion publique, salle Jean Moulin, 4 place de l’Hôtel de Ville, Arras']).offer.place).toBe(
      'salle Jean Moulin',
    );
  });

  it('people act on the page of the house that the objective names', () => {
    const website = (objective: string) =>
      readBrief(
        briefSchema.parse({
          name: 'x1',
          language: 'fr',
          briefData: {
            companyInfo: { name: 'Commune', sector: 'commune', website: 'https://commune.example' },
            campaignGoals: { objectives: [objective], targetAudience: 'tous les foyers', budget: { amount: 500, currency: 'EUR' }, duration: '4 semaines' },
            brandIdentity: { tone: 'simple', brandValues: 'proche', priorityChannels: ['email'] },
          },
        }),
        READ_ON,
      ).destination.website; // biome-ignore format: a brief
    expect(website('inscriptions sur compost.commune.example')).toBe('https://compost.commune.example');
    expect(website('inscriptions, comme sur autre.example')).toBe('https://commune.example');
  });

  it('a title is no date', () =>
    expect(read('en', ["fill our webinar 'Close the books in 3 days' on Jan 21"]).offer.date).toBe('2027-01-21'));
});

describe('a recall', () => {
  it('begins at once, though its last day is far, and tells how to be paid back', () => {
    const { period, offer } = read('fr', ['rappel de produit : ne plus utiliser le lot 44B vendu du 3 au 20 novembre', 'remboursement jusqu’au 28 février'], { duration: '3 semaines' });
    expect([period.startsOn, offer.date]).toEqual(['2026-11-27', undefined]);
    expect(read('fr', ['rappeler les paquets lot 44B', 'remboursement jusqu’au 28 février'], { duration: '3 semaines' }).period.startsOn).toBe('2026-11-27');
    const refund = 'remboursement intégral en magasin sans ticket ou au 0800 000 444';
    expect(factsOf('fr', ['ne plus utiliser le lot 44B', refund])).toEqual([refund]);
  });
}); // biome-ignore format: short

describe('what is told to the public', () => {
  it.each([
    ['fr', '4000 entrées svp'], ['fr', "disco sur glace le vendredi, faut que les ados viennent"], ['en', "also selling leaf guards but dont push it in this one"], ['en', 'photos of the vans please'],
    ['en', "pls dont sound salesy. no 'revolutionary' or 'game changer'"], ['fr', 'obligation légale mais ne pas culpabiliser les gens'],
    ['en', 'not asking for money this time!! make that clear'], ['fr', 'gratuit pour les filles -> NON enlevez ça'], ['fr', 'campagne 3 semaines en magasin'],
  ] as const)('in %s, no order: %s', (language, order) => expect(factsOf(language, ['Vendre 30 coffrets', order])).toEqual([])); // biome-ignore format: a table

  it.each([
    ['en', 'childcare provided, pizza'], ['fr', 'visite libre, café offert'], ['fr', 'dons déductibles à 66%'],
    ['en', 'open day in the big hall, free classes'],
  ] as const)('in %s, what is so: %s', (language, fact) => expect(factsOf(language, ['Vendre 30 coffrets', fact])).toEqual([fact])); // biome-ignore format: a table

  it('is what a gift does, without the label of a fact, and no street', () => {
    expect(factsOf('fr', ['Collecter 8000€ pour stériliser 100 chats errants : 80€ = un chat'])).toEqual([
      '80€ = un chat',
    ]);
    expect(factsOf('en', ['Sell 30 boxes', 'hook = nine in ten come back'])).toEqual(['nine in ten come back']);
    expect(
      factsOf('en', ['sell 45 bikes', 'come test ride, Saturdays 10-4, Unit 6, Albion Mills, Leeds LS12']),
    ).toEqual(['come test ride']);
  });

  it('is the warning itself, and what a colon lists', () => {
    expect(factsOf('fr', ['Vendre 30 coffrets', 'prévenir les gens que les agents ne demandent pas de carte'])).toEqual(['les agents ne demandent pas de carte']);
    expect(factsOf('fr', ['vendre 80 coffrets cadeau : un cep à votre nom, une visite du chai'])).toEqual(['un cep à votre nom', 'une visite du chai']);
  }); // biome-ignore format: short

  it('proves nothing by a deposit', () =>
    expect(read('fr', ['remplir les séjours', 'acompte 30%, annulation gratuite']).proofs).toEqual([]));
});

describe('constraints', () => {
  const rules = (language: Note['language'], tone: string) =>
    read(language, ['Vendre 30 coffrets'], { tone }).constraints.map(({ kind, value }) =>
      [kind, value].filter(Boolean).join(' '),
    );
  it.each([
    ['en', 'do NOT name the plant manager, do not call it a strike', ['never-say plant manager', 'never-say strike']],
    ['en', 'dont say organic (we arent certified) and dont say free range until March', ['never-say organic', 'never-say free range']],
    ['en', "do NOT use before/after pictures, do NOT say 'new year new you', nobody mention weight loss", ['never-say new year new you', 'never-say weight loss']],
    ['fr', 'dj Kalmar + guest (on peut pas dire qui encore!!)', []],
    ['fr', "L'abus d'alcool est dangereux pour la santé => mention obligatoire", ["must-mention L'abus d'alcool est dangereux pour la santé"]],
    ['fr', 'sympa, on tutoie pas', ['say-vous']], ['fr', 'pas de tutoiement', ['say-vous']], ['fr', 'on tutoie', ['say-tu']], ['fr', 'pas de vouvoiement', ['say-tu']],
  ] as const)('in %s: %s', (language, tone, expected) => expect(rules(language, tone)).toEqual(expected)); // biome-ignore format: a table
});

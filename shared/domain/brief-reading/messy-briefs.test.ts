// Briefs as people send them: notes to the agency among the facts, wishes among the objectives, trades with everything in them.
import { describe, expect, it } from 'vitest';
import { type Note, readNote as read } from './testing/read-note.ts';

const published = (note: Note) => {
  const { proofs, details } = read(note);
  return [...proofs, ...details].map(({ fact }) => fact);
};
const constraints = (note: Note) => read(note).constraints.map(({ kind, value }) => [kind, value].filter(Boolean).join(' ')); // biome-ignore format: a brief at a glance

describe('what a brief says to the team', () => {
  it.each([
    ['en', 'NOT allowed to say painless (council rules)'], ['en', "we can't mention medical benefits"], ['en', "don't use the word deal"],
    ['en', "legal says no 'best' claims"], ['en', 'plans are regulated so we must say it on every page'], ['en', 'never mention the merger'],
    ['en', 'for internal use only until March'], ['en', 'no guilt tripping pls in any of it'],
    ['fr', 'ne pas parler du maire sortant'], ['fr', 'interdit de citer les marques concurrentes'], ['fr', 'à ne pas diffuser avant mars'],
    ['fr', 'la déontologie interdit toute publicité comparative'], ['fr', 'il faut mentionner le numéro partout'], ['fr', 'entre nous, le stock est vieux'],
  ] as const)('in %s, what is said to the team is never a fact for the public: %s', (language, values) =>
    expect(published({ language, objectives: ['Vendre 30 coffrets'], values })).toEqual([])); // biome-ignore format: a table

  it.each([
    ['en', 'never frozen, always from the bay'], ['en', 'we do not test on animals'], ['en', 'no white coats anywhere'], ['en', 'made without added sugar'],
    ['fr', 'nous n’utilisons jamais de pesticides'], ['fr', 'sans huile de palme ajoutée'], ['fr', 'éviter le gaspillage depuis 1998'],
  ] as const)('in %s, a denial is a fact, and no ban: %s', (language, values) =>
    expect(published({ language, objectives: ['Vendre 30 coffrets'], values }).length).toBeGreaterThan(0)); // biome-ignore format: a table

  it.each([
    ['en', 'reduce churn (internal, do not publish)'], ['en', 'position us against QuickBooks w/o naming them'], ['en', 'and stop people dropping off after week 2'],
    ['en', '30 families to come in for a quiet talk'], ['fr', 'éviter qu’ils aillent chez le concurrent'], ['fr', 'trouver 25 familles de plus pour nos paniers'],
    ['fr', 'l’an dernier 312 votants, on en veut 900'],
  ] as const)('in %s, a wish of the sender is no fact: %s', (language, wish) =>
    expect(published({ language, objectives: ['Vendre 30 coffrets', wish] })).toEqual([])); // biome-ignore format: a table
});

describe('bans as people write them', () => {
  it.each([
    ['en', 'NOT allowed to say painless (council rules)', 'never-say painless'], ['en', "don't use the word deal", 'never-say deal'],
    ['en', "we can't mention medical benefits because of the law", 'never-say medical benefits'], ['en', "legal says no 'best' claims", 'never-say best'],
    ['fr', 'ne pas parler du maire', 'never-say maire'], ['fr', 'interdit de citer les marques concurrentes', 'never-say marques concurrentes'],
  ] as const)('in %s: %s', (language, values, expected) =>
    expect(constraints({ language, objectives: ['Vendre 30 coffrets'], values })).toEqual([expected])); // biome-ignore format: a table

  it('takes every word of a list of bans', () =>
    expect(constraints({ language: 'en', objectives: ['Sell 30 boxes'], tone: "understated, no 'paradise', no 'hidden gem'" })).toEqual([
      'never-say paradise',
      'never-say hidden gem',
    ])); // biome-ignore format: short

  it('asks about a ban that no rule can check, and about none that is kept secret anyway', () => {
    const asked = (values: string) =>
      read({ language: 'en', objectives: ['Sell 30 boxes'], values }).notUnderstood.map(({ question }) => question);
    expect(asked('the council asks that all posts be neutral')).toContainEqual(expect.stringContaining('no rule can check it'));
    expect(asked('for internal use, do not publish')).not.toContainEqual(expect.stringContaining('no rule can check it'));
  }); // biome-ignore format: short
});

describe('the offer in a sentence of the street', () => {
  it.each([
    ['en', 'get 30 kids in for their 1st checkup before school starts - free', 'book', '1st checkup'],
    ['en', '30 families to come in for a quiet talk about funeral plans, no pressure', 'book', 'quiet talk about funeral plans'],
    ['en', 'fill weekday nights Feb-April (now 41% occupancy), direct bookings not Booking.com', 'book', 'weekday nights'],
    ['fr', 'remplir le planning de montage pneus neige avant la mi-décembre', 'book', 'montage pneus neige'],
    ['fr', 'trouver 25 familles de plus pour nos paniers hebdo à 17€', 'buy', 'nos paniers hebdo'],
  ] as const)('in %s, %s: %s %s', (language, objective, kind, thing) => {
    const { goal, offer } = read({ language, objectives: [objective] });
    expect([goal.kind, offer.thing]).toEqual([kind, thing]);
  }); // biome-ignore format: a table

  it.each([
    ['dentist (family), 2 chairs, Cork', 'dentist'], ['funeral directors since 1954', 'funeral directors'], ['collectivité 8 000 hab.', 'collectivité'],
    ['Accounting SaaS for freelancers', 'Accounting SaaS for freelancers'], ['3D', '3D'],
  ])('a trade stands in without what stands beside it: %s', (sector, thing) =>
    expect(read({ language: 'en', sector, objectives: ['mmh'] }).offer.thing).toBe(sector === '3D' ? 'this offer' : thing)); // biome-ignore format: a table

  it('counts the whole of what is counted, and money to share out is no price', () => {
    expect(read({ language: 'en', objectives: ['sell 40 unlimited monthly passes before May'] }).goal.target).toEqual({ count: 40, of: 'unlimited monthly passes' });
    expect(read({ language: 'fr', objectives: ['Faire connaître le vote'], values: '120 000 € à répartir entre 14 projets' }).offer.price).toBeUndefined();
  }); // biome-ignore format: short
});

describe('months as a period', () => {
  it.each([
    ['Feb to April', '2027-02-01', '2027-04-30'], ['février-avril 2027', '2027-02-01', '2027-04-30'], ['janvier', '2027-01-01', '2027-01-31'],
    ['de novembre à janvier', '2026-11-27', '2027-01-31'], ['Dec 2026 - Feb 2027', '2026-12-01', '2027-02-28'], ['Q1 2027', '2027-01-01', '2027-03-31'],
  ])('%s', (duration, startsOn, endsOn) => {
    const { period, notUnderstood } = read({ language: 'en', objectives: ['Sell 30 boxes'], duration });
    expect(period).toMatchObject({ startsOn, endsOn });
    expect(notUnderstood.filter(({ about }) => about === 'period')).toEqual([]);
  }); // biome-ignore format: a table

  it('takes a quarter in the name for no event, and "after week 2" for no date', () => {
    const { period, offer } = read({ language: 'en', name: 'Q1 push', objectives: ['500 trial signups', 'stop people leaving after week 2'], duration: 'Q1 2027' });
    expect(period).toMatchObject({ startsOn: '2027-01-01', endsOn: '2027-03-31' });
    expect(period.deadline).toBeUndefined();
    expect(offer.date).toBeUndefined();
  }); // biome-ignore format: short
});

describe('a goal in people’s own words', () => {
  it.each([
    ['en', 'Sell 3,000 Dew refill sets before Christmas', 'buy', 3000, 'Dew refill sets'],
    ['en', 'We need about 30 kids (6 to 12) signed up for the spring term', 'sign-up', 30, 'kids'],
    ['en', 'Enrol 30 children in pony lessons', 'sign-up', 30, 'children'],
    ['en', 'Find 25 volunteers for the hospice garden', 'sign-up', 25, 'volunteers'],
    ['en', '60 cold room doors sold at the fair', 'buy', 60, 'cold room doors'],
    ['fr', 'On cherche une quarantaine de bénévoles pour tenir compagnie aux malades', 'sign-up', 40, 'bénévoles'],
    ['fr', 'Recruter 12 bénévoles pour la banque alimentaire', 'sign-up', 12, 'bénévoles'],
    ['fr', 'Vendre une centaine de paniers', 'buy', 100, 'paniers'],
  ] as const)('in %s, is read with all that it counts: %s', (language, objective, kind, count, of) =>
    expect(read({ language, objectives: [objective] }).goal).toMatchObject({ kind, target: { count, of } }),
  );

  it('that no word of ours names is asked about, and its words are never cut in the middle', () => {
    const objective = 'Get five hundred votes for our little project in the participative budget of the neighbourhood';
    const [question] = read({ language: 'en', objectives: [objective] }).notUnderstood;
    expect(question?.question).toMatch(/"Get five hundred votes [^"]*budget of the…" does not say/);
  });
});

describe('an offer that only another objective names', () => {
  it.each([
    [
      'fr',
      ["Faire connaître la Brioche de Minuit dans l'agglomération lyonnaise", 'Obtenir 1 200 précommandes en ligne'],
      'la Brioche de Minuit',
    ],
    ['en', ['Launch the Dew night balm in the US', 'Get 300 orders'], 'the Dew night balm'],
  ] as const)('is what it makes known (%s)', (language, objectives, thing) => {
    expect(read({ language, objectives: [...objectives] }).offer.thing).toBe(thing);
  });

  it.each([
    ['fr', ['Faire connaître notre marque à Lyon', 'Obtenir 200 commandes']],
    ['fr', ['Faire connaître Maison Test', 'Obtenir 200 commandes']],
    ['en', ['Raise awareness of the brand', 'Get 200 orders']],
  ] as const)('is not the house itself (%s)', (language, objectives) => {
    const { offer, notUnderstood } = read({ language, objectives: [...objectives], sector: 'bakery' });
    expect(offer.thing).toBe('bakery');
    expect(notUnderstood.map(({ about }) => about)).toContain('offer');
  });
});

describe('a term that people sign up for', () => {
  it.each([
    ['fr', '30 enfants de 4 à 10 ans inscrits pour le 2e trimestre, cours du mercredi', 'cours du mercredi'],
    ['en', 'get 30 kids signed up for the autumn term, lessons on Saturdays', 'lessons on Saturdays'],
  ] as const)('is not what is offered: the lessons are (%s)', (language, objective, thing) => {
    expect(read({ language, objectives: [objective] }).offer.thing).toContain(thing.split(' ')[0]);
    expect(read({ language, objectives: [objective] }).offer.thing).not.toMatch(/trimestre|term/);
  });
});

describe('a length beside days that are shorter', () => {
  it('leads up to them: eight weeks before a fair of three days', () => {
    const { period } = read({
      language: 'en',
      objectives: ['book 40 meetings at ColdTech, Birmingham NEC, 9-11 Feb 2027'],
      duration: '8 weeks before the fair',
    });
    expect(period).toMatchObject({ startsOn: '2026-12-15', endsOn: '2027-02-11' });
  });

  it('ends with them, where it does not say before', () => {
    const { period } = read({
      language: 'en',
      objectives: ['book 40 meetings at ColdTech, 9-11 Feb 2027'],
      duration: '4 weeks',
    });
    expect(period).toMatchObject({ startsOn: '2027-01-15', endsOn: '2027-02-11' });
  });
});

describe('a thing that shall be shown', () => {
  it('is the fact, without the wish to show it', () => {
    const { proofs, details } = read({
      language: 'en',
      objectives: ['book 40 meetings', 'show the new RapidSeal door (saves up to 22% energy)'],
    });
    const facts = [...proofs, ...details].map(({ fact }) => fact);
    expect(facts).toContain('the new RapidSeal door (saves up to 22% energy)');
  });
});

describe('an event', () => {
  it('is called by its name where the objective tells only when and where', () => {
    const { offer, goal } = read({
      language: 'fr',
      name: 'Festival Bulles 8e éd.',
      objectives: ['faire venir 3000 visiteurs du 15 au 17 mai 2027 à Châteauroux'],
    });
    expect([offer.thing, goal.kind]).toEqual(['Festival Bulles', 'visit']);
    expect(offer.place).toBe('à Châteauroux');
  });

  it('that shall be full is what people sign up for', () => {
    const { offer, goal } = read({
      language: 'fr',
      sector: 'musée municipal',
      objectives: ['remplir la Nuit des lanternes samedi 12 décembre (jauge 400, gratuit sur réservation)'],
    });
    expect([offer.thing, goal.kind]).toEqual(['la Nuit des lanternes', 'sign-up']);
  });
});

describe('what is kept quiet', () => {
  it.each([
    ['fr', "40 auteurs, invité d'honneur à annoncer le 1er février (CHUT d'ici là)"],
    ['en', 'guest star under wraps until March'],
  ] as const)('is told to nobody (%s)', (language, secret) => {
    const { proofs, details } = read({ language, objectives: ['get 300 visitors', secret] });
    expect([...proofs, ...details].map(({ fact }) => fact).join()).not.toMatch(/invité|guest/);
  });

  it('keeps the whole name of whom it is about', () => {
    const { constraints } = read({
      language: 'fr',
      objectives: ['vendre 3 lots', 'ne pas citer le départ de Mme Roux'],
    });
    expect(constraints.map(({ value }) => value)).toContain('départ de Mme Roux');
  });
});

describe('a month', () => {
  it('is no place', () => {
    const { offer } = read({ language: 'en', objectives: ['120 new monthly members in January', 'training in Feb'] });
    expect(offer.place).toBeUndefined();
  });

  it('of members is a subscription', () => {
    expect(read({ language: 'en', objectives: ['120 new monthly members, £29'] }).goal.kind).toBe('subscribe');
  });
});

describe('the price', () => {
  it('of vouchers is not that of a free evening', () => {
    const { offer } = read({
      language: 'fr',
      objectives: [
        'remplir la Nuit des lanternes samedi 12 décembre (gratuit sur réservation)',
        'vendre 60 bons cadeaux atelier à 45€',
      ],
    });
    expect([offer.thing, offer.price]).toEqual(['la Nuit des lanternes', undefined]);
  });
});

describe('a day with its date', () => {
  it('is no part of what is offered', () => {
    const objectives = ['que 40 personnes prennent rdv pour un bilan patrimonial de 30 min le samedi 17 janvier'];
    expect(read({ language: 'fr', objectives }).offer.thing).toBe('bilan patrimonial de 30 min');
  });
});

describe('a trade', () => {
  it('that is open day and night is more than its hours', () => {
    const { offer } = read({
      language: 'en',
      sector: '24/7 gym, Leeds city centre',
      objectives: ['120 new monthly members in January, £29 no contract'],
    });
    expect(offer.thing).toBe('24/7 gym');
  });
});

describe('who comes, and the place they take', () => {
  it.each([
    ['fr', 'x1', 'portes ouvertes les 5 et 6 décembre : faire venir 200 personnes', 'portes ouvertes', 'visit'],
    ['en', 'Open evening', '400 families at the open evening Tues 9 Feb (book a slot online)', 'open evening', 'visit'],
  ] as const)('are not what is offered (%s)', (language, name, objective, thing, kind) => {
    const { offer, goal } = read({ language, name, objectives: [objective] });
    expect(offer.thing.toLowerCase().replace(/^the /, '')).toBe(thing);
    expect([goal.kind, offer.place]).toEqual([kind, undefined]);
  });

  it('nor is the system that an app runs on', () => {
    const { offer } = read({
      language: 'en',
      name: 'budget app ios',
      sector: 'personal finance app (iOS only for now)',
      objectives: ['2,000 installs before end of January, rating must stay 4.6+'],
    });
    expect(offer.thing).toBe('personal finance app');
  });
});

describe('a quote for a roof', () => {
  it('is an appointment, and no demonstration', () => {
    const objectives = ['30 demandes de devis nettoyage toiture avant le gel'];
    const { goal, offer } = read({ language: 'fr', sector: 'couvreur', objectives });
    expect([goal.kind, offer.thing]).toEqual(['book', 'nettoyage toiture']);
  });
});

describe('a feast that is no reason', () => {
  it('sets no date', () => {
    const { period } = read({
      language: 'fr',
      objectives: ['faire adopter 15 vieux chiens (pas en cadeau de Noël !)'],
      duration: 'décembre et janvier',
    });
    expect(period.deadline).toBeUndefined();
  });
});

describe('an aim in figures, and how to work', () => {
  it('is told to nobody, and what shall be put forward is told as it is', () => {
    const { proofs, details } = read({
      language: 'en',
      objectives: [
        '2,000 installs, rating must stay 4.6+',
        'push the shared budgets feature, not the paid plan',
        'applications up 10% vs last year',
      ],
    });
    expect([...proofs, ...details].map(({ fact }) => fact)).toEqual(['the shared budgets feature']);
  });
});

describe('a goal of a house that people belong to', () => {
  it('is to belong, not to know it', () => {
    const objectives = ['passer de 900 à 1200 coopérateurs (part sociale 10 €, 3h de service par mois)'];
    expect(read({ language: 'fr', objectives }).goal.kind).toBe('subscribe');
  });
});

describe('when and where', () => {
  it.each(['fill 18 places for September', '180 donors at the City Hall session'])('is not what: %s', (objective) => {
    expect(read({ language: 'en', sector: 'nursery', objectives: [objective] }).offer.thing).toBe('nursery');
  });
});

describe('what is so, apart from what is wished', () => {
  it.each([
    ['en', '15 qualified enquiries a month from law firms'],
    ['en', 'book 40 visits, no scare tactics'],
    ['fr', 'réouverture le mardi 5 janvier, remplir les 3 premières semaines'],
  ] as const)('is nothing here (%s): %s', (language, objective) => {
    const { proofs, details } = read({ language, objectives: [objective] });
    expect([...proofs, ...details]).toEqual([]);
  });

  it('keeps the sign of a reduction', () => {
    const { proofs, details } = read({
      language: 'fr',
      objectives: ['remplir le planning', '-20% sur la 1ère coupe pour les nouvelles clientes'],
    });
    expect([...proofs, ...details].map(({ fact }) => fact)).toEqual([
      '-20% sur la 1ère coupe pour les nouvelles clientes',
    ]);
  });
});

const periodOf = (note: Note) => {
  const { startsOn, endsOn, deadline } = read(note).period;
  return [startsOn, endsOn, deadline];
};

describe('times of day', () => {
  it.each([
    ['en', '50 blood donors at the Town Hall Sat 16 January 9-4', '2027-01-16'],
    ['en', 'get 200 people to the rally Sat 30 Jan 11am-1pm', '2027-01-30'],
    ['fr', 'faire venir 150 personnes à la réunion du jeudi 14 janvier de 19h à 21h', '2027-01-14'],
    ['fr', 'ouverture du magasin samedi 9 janvier 9h-13h, faire venir du monde', '2027-01-09'],
  ] as const)('are no days (%s): %s', (language, objective, day) => {
    const { offer, notUnderstood } = read({ language, objectives: [objective] });
    expect(offer.date).toBe(day);
    expect(notUnderstood.filter(({ about }) => about === 'period')).toEqual([]);
  });

  it('leave the days beside them as they are', () => {
    expect(read({ language: 'en', objectives: ['200 visitors at the fair Tue 9-11 Feb'] }).offer.date).toBe('2027-02-09');
    expect(read({ language: 'fr', objectives: ['Vendre 30 coffrets'], duration: 'du lundi 4 au vendredi 8 janvier, 9h-17h' }).period)
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
    expect(read({ language: 'fr', objectives }).offer.date).toBe('2027-02-06');
    expect(published({ language: 'fr', objectives })).toEqual([]);
  });
});

describe('a day that ends nothing', () => {
  it('is in the name of the campaign', () => {
    const { period, constraints: rules } = read({ language: 'fr', name: 'NON à la vente avant le 12 mars', objectives: ['500 signatures contre la vente'] });
    expect([period.deadline, rules]).toEqual([undefined, []]);
    expect(read({ language: 'en', name: 'SAY NO TO THE SALE by May', objectives: ['500 signatures'] }).period.deadline).toBeUndefined();
  }); // biome-ignore format: short

  it.each([
    ['fr', "tête d'affiche secrète jusqu'au 1er février", '2027-03-31'],
    ['en', 'guest under wraps until 1 February', '2027-03-31'],
    ['en', '5k people on the waitlist by Jan 31', '2027-03-31'],
  ] as const)('is until when a secret is kept, or what another aim wants (%s): %s', (language, other, end) =>
    expect(periodOf({ language, objectives: ['Sell 600 mugs', other], duration: '11 January - 31 March 2027' })).toEqual(['2027-01-11', end, undefined])); // biome-ignore format: a table

  it('is when goods are handed over', () =>
    expect(periodOf({ language: 'en', objectives: ['Turkeys - order by 14 Dec, collect 22-24 Dec 8am-4pm'], duration: 'till 14 Dec' })).toEqual(['2026-11-27', '2026-12-14', '2026-12-14'])); // biome-ignore format: short

  it('while "until the vote" ends where an objective puts the vote', () =>
    expect(periodOf({ language: 'fr', objectives: ['obtenir 120 adhésions', 'élections du 18 mars'], duration: "jusqu'au vote" })).toEqual(['2026-11-27', '2027-03-18', '2027-03-18'])); // biome-ignore format: short
});

describe('givers of blood', () => {
  it.each([
    ['fr', 'il nous faut 50 donneurs de sang par jour du 11 au 15 janvier à la salle du Chapeau Rouge', 'la collecte de sang', '2027-01-15'],
    ['en', '50 blood donors per day at Leith Town Hall 12-14 January, 9-4', 'the blood donation session', '2027-01-14'],
  ] as const)('come by appointment, and give no money (%s)', (language, objective, thing, end) => {
    const { goal, offer, period } = read({ language, objectives: [objective] });
    expect(offer.date).toMatch(/^2027-01-1[12]$/);
    expect([goal.kind, offer.thing, period.endsOn]).toEqual(['book', thing, end]);
  }); // biome-ignore format: a table

  it.each([
    ['fr', 'Donner du plasma au centre de Brest'],
    ['en', "30 sessions, don't mention money"],
  ] as const)('are no donors of another kind (%s): %s', (language, objective) =>
    expect(read({ language, objectives: [objective] }).goal.kind).not.toBe('donate'),
  );
});

describe('goals that only look so', () => {
  it.each([
    ['fr', 'Faire prendre 25 rendez-vous gratuits de 30 min sur la donation-partage', 'book', 'la donation-partage'],
    ['en', 'tell 9,000 customers that Pro goes from $12 to $15/month on 1 March 2027', 'know', 'shop'],
    ['en', 'fill 8 evening classes x 12 students for the term starting 18 Jan', 'sign-up', 'evening classes'],
    ['en', 'Turkeys, geese & ribs of beef - order by 14 Dec', 'buy', 'turkeys, geese & ribs of beef'],
    ['fr', "| Offre | bon d'achat 10 € pour 5 pièces déposées | | KPI | 400 déposantes |", 'know', "bon d'achat 10 € pour 5 pièces déposées"],
  ] as const)('in %s, %s: %s %s', (language, objective, kind, thing) => {
    const { goal, offer } = read({ language, objectives: [objective] });
    expect([goal.kind, offer.thing]).toEqual([kind, thing]);
  }); // biome-ignore format: a table

  it('is what is shown at a fair, not the stand', () =>
    expect(read({ language: 'fr', name: 'Salon Industrie 2027', objectives: ['prendre 35 rdv qualifiés sur le stand 4F112', 'présenter la vanne papillon VP-40'] }).offer.thing).toBe('la vanne papillon VP-40')); // biome-ignore format: short
});

describe('orders to those who write', () => {
  it.each([
    ['fr', 'NE PAS prendre parti, ton neutre'], ['fr', 'si possible pas parler du camion, c’est un secret'], ['fr', 'coucou alors en fait le soir c’est mort'],
    ['fr', 'tête d’affiche SECRETE (c’est Éliane R.)'], ['fr', 'KPI : 400 déposantes'], ['fr', 'Cible : femmes 20-45'],
    ['en', 'ASA rules: we can’t advertise botox, no before/after pics'], ['en', 'refer a friend bonus €500 - staff only, don’t advertise it'],
    ['en', 'push annual plan at the old price'], ['en', 'clear the last of the old chutney quietly'], ['en', '5k people on the waitlist by Jan 31'],
    ['en', '3 podcasts + 5 events (not confirmed yet)'],
  ] as const)('in %s, are told to nobody: %s', (language, order) =>
    expect(published({ language, objectives: ['Vendre 30 coffrets', order] })).toEqual([])); // biome-ignore format: a table

  it('are bans, word by word', () => {
    const bans = (language: 'fr' | 'en', values: string) => constraints({ language, objectives: ['Vendre 30 coffrets'], values });
    expect(bans('fr', 'ne jamais employer : mort, décès, promo, offre')).toEqual(['never-say mort', 'never-say décès', 'never-say promo', 'never-say offre']);
    expect(bans('fr', 'Interdits : « soldes », « vide-dressing »')).toEqual(['never-say soldes', 'never-say vide-dressing']);
    expect(bans('fr', 'ne pas citer le client Airbus (NDA)')).toEqual(['never-say Airbus']);
    expect(bans('fr', "pas parler du camion parce qu'on change en mars")).toEqual(['never-say camion']);
    expect(bans('en', "we can't advertise botox")).toEqual(['never-say botox']);
  }); // biome-ignore format: a table

  it('asks about the part of a list that is no word', () => {
    const { constraints: rules, notUnderstood } = read({ language: 'fr', objectives: ['Vendre 30 coffrets'], tone: 'Interdit : photos de personnes à la rue, le mot SDF' });
    expect(rules.map(({ value }) => value)).toEqual(['SDF']);
    expect(notUnderstood.map(({ question }) => question)).toContainEqual(expect.stringContaining('photos de personnes'));
  }); // biome-ignore format: short
});

describe('an amount of money', () => {
  it.each([
    ['en', 'Turkeys for Christmas, £50 deposit, 300 orders', undefined], ['fr', "bon d'achat 10 € pour 5 pièces, vendre 30 lots", undefined],
    ['fr', 'vendre 200 paniers à 12/18/25 €', '12/18/25 €'], ['fr', 'vendre 20 contrats (à partir de 2 900 €)', 'à partir de 2 900 €'],
    ['en', 'sell 40 birds from £14.50/kg', 'from £14.50/kg'], ['fr', 'Vendre des bons d’achat de 50 €', '50 €'],
    ['en', 'Sell gift cards: £25 credit', '£25'], ['en', 'Sell the box for £20 deposit included', '£20'],
  ] as const)('is a price only where one pays it (%s): %s', (language, objective, words) => {
    const { offer } = read({ language, objectives: [objective] });
    expect(offer.price?.words).toBe(words);
    if (words?.startsWith('12/')) expect(offer.price?.amount).toBe(12);
  }); // biome-ignore format: a table

  it('that something else costs is not the price of a visit', () =>
    expect(read({ language: 'fr', objectives: ['faire venir 200 personnes à l’ouverture du magasin', 'paniers à 12 € sur commande'] }).offer.price).toBeUndefined()); // biome-ignore format: short
});

describe('a fact that begins like talk', () => {
  it.each([
    ['en', 'Well insulated, so warm in winter; right beside the station', 'right beside the station'],
    ['en', 'hand-sewn, our salon says hello to dogs', 'our salon says hello to dogs'],
    ['fr', 'Bon pour la santé, bien dosé', 'Bon pour la santé'],
    ['en', 'members only lounge, open late', 'members only lounge'],
  ] as const)('is told (%s): %s', (language, values, fact) => {
    const { proofs, details } = read({ language, objectives: ['Sell 30 boxes'], values });
    expect([...proofs, ...details].map((told) => told.fact)).toContain(fact);
  });
});

describe('a recall', () => {
  it.each([
    ['en', 'Kettle recall', 'get the 4,200 owners of the K3 kettle to stop using it and return it for a full refund'],
    ['fr', 'Rappel de produit K3', 'prévenir les clients de ne plus utiliser la bouilloire K3'],
  ] as const)('is no advertisement: a person is asked (%s)', (language, name, objective) => {
    const { notUnderstood } = read({ language, name, objectives: [objective] });
    expect(notUnderstood.filter(({ about }) => about === 'goal').map(({ question }) => question)).toContainEqual(
      expect.stringMatching(/safety notice|avis de sécurité/u),
    );
  });
});

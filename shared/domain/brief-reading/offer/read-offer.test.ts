// What is offered, of briefs as people type them.
import { describe, expect, it } from 'vitest';
import { askedAbout, type Note, readNote } from '../testing/read-note.ts';

describe('the offer in a sentence of the street', () => {
  it.each([
    ['en', 'get 30 kids in for their 1st checkup before school starts - free', 'book', '1st checkup'],
    ['en', '30 families to come in for a quiet talk about funeral plans, no pressure', 'book', 'quiet talk about funeral plans'],
    ['en', 'fill weekday nights Feb-April (now 41% occupancy), direct bookings not Booking.com', 'book', 'weekday nights'],
    ['fr', 'remplir le planning de montage pneus neige avant la mi-décembre', 'book', 'montage pneus neige'],
    ['fr', 'trouver 25 familles de plus pour nos paniers hebdo à 17€', 'buy', 'nos paniers hebdo'],
  ] as const)('in %s, %s: %s %s', (language, objective, kind, thing) => {
    const { goal, offer } = readNote({ language, objectives: [objective] });
    expect([goal.kind, offer.thing]).toEqual([kind, thing]);
  }); // biome-ignore format: a table

  it.each([
    ['dentist (family), 2 chairs, Cork', 'dentist'], ['funeral directors since 1954', 'funeral directors'], ['collectivité 8 000 hab.', 'collectivité'],
    ['Accounting SaaS for freelancers', 'Accounting SaaS for freelancers'], ['3D', '3D'],
  ])('a trade stands in without what stands beside it: %s', (sector, thing) =>
    expect(readNote({ language: 'en', sector, objectives: ['mmh'] }).offer.thing).toBe(sector === '3D' ? 'this offer' : thing)); // biome-ignore format: a table

  it('counts the whole of what is counted, and money to share out is no price', () => {
    expect(readNote({ language: 'en', objectives: ['sell 40 unlimited monthly passes before May'] }).goal.target).toEqual({ count: 40, of: 'unlimited monthly passes' });
    expect(readNote({ language: 'fr', objectives: ['Faire connaître le vote'], values: '120 000 € à répartir entre 14 projets' }).offer.price).toBeUndefined();
  }); // biome-ignore format: short
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
    expect(readNote({ language, objectives: [...objectives] }).offer.thing).toBe(thing);
  });

  it.each([
    ['fr', ['Faire connaître notre marque à Lyon', 'Obtenir 200 commandes']],
    ['fr', ['Faire connaître Maison Test', 'Obtenir 200 commandes']],
    ['en', ['Raise awareness of the brand', 'Get 200 orders']],
  ] as const)('is not the house itself (%s)', (language, objectives) => {
    const { offer, notUnderstood } = readNote({ language, objectives: [...objectives], sector: 'bakery' });
    expect(offer.thing).toBe('bakery');
    expect(notUnderstood.map(({ about }) => about)).toContain('offer');
  });
});

describe('a term that people sign up for', () => {
  it.each([
    ['fr', '30 enfants de 4 à 10 ans inscrits pour le 2e trimestre, cours du mercredi', 'cours du mercredi'],
    ['en', 'get 30 kids signed up for the autumn term, lessons on Saturdays', 'lessons on Saturdays'],
  ] as const)('is not what is offered: the lessons are (%s)', (language, objective, thing) => {
    expect(readNote({ language, objectives: [objective] }).offer.thing).toContain(thing.split(' ')[0]);
    expect(readNote({ language, objectives: [objective] }).offer.thing).not.toMatch(/trimestre|term/);
  });
});

describe('an event', () => {
  it('is called by its name where the objective tells only when and where', () => {
    const { offer, goal } = readNote({
      language: 'fr',
      name: 'Festival Bulles 8e éd.',
      objectives: ['faire venir 3000 visiteurs du 15 au 17 mai 2027 à Châteauroux'],
    });
    expect([offer.thing, goal.kind]).toEqual(['Festival Bulles', 'visit']);
    expect(offer.place).toBe('à Châteauroux');
  });

  it('that shall be full is what people sign up for', () => {
    const { offer, goal } = readNote({
      language: 'fr',
      sector: 'musée municipal',
      objectives: ['remplir la Nuit des lanternes samedi 12 décembre (jauge 400, gratuit sur réservation)'],
    });
    expect([offer.thing, goal.kind]).toEqual(['la Nuit des lanternes', 'sign-up']);
  });
});

describe('the price', () => {
  it('of vouchers is not that of a free evening', () => {
    const { offer } = readNote({
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
    expect(readNote({ language: 'fr', objectives }).offer.thing).toBe('bilan patrimonial de 30 min');
  });
});

describe('a trade', () => {
  it('that is open day and night is more than its hours', () => {
    const { offer } = readNote({
      language: 'en',
      sector: '24/7 gym, Leeds city centre',
      objectives: ['more of it in January, £29 no contract'],
    });
    expect(offer.thing).toBe('24/7 gym');
  });
});

describe('who comes, and the place they take', () => {
  it.each([
    ['fr', 'x1', 'portes ouvertes les 5 et 6 décembre : faire venir 200 personnes', 'portes ouvertes', 'visit'],
    ['en', 'Open evening', '400 families at the open evening Tues 9 Feb (book a slot online)', 'open evening', 'visit'],
  ] as const)('are not what is offered (%s)', (language, name, objective, thing, kind) => {
    const { offer, goal } = readNote({ language, name, objectives: [objective] });
    expect(offer.thing.toLowerCase().replace(/^the /, '')).toBe(thing);
    expect([goal.kind, offer.place]).toEqual([kind, undefined]);
  });

  it('nor is the system that an app runs on', () => {
    const { offer } = readNote({
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
    const { goal, offer } = readNote({ language: 'fr', sector: 'couvreur', objectives });
    expect([goal.kind, offer.thing]).toEqual(['book', 'nettoyage toiture']);
  });
});

describe('when and where', () => {
  it.each(['fill 18 places for September', '180 donors at the City Hall session'])('is not what: %s', (objective) => {
    expect(readNote({ language: 'en', sector: 'nursery', objectives: [objective] }).offer.thing).toBe('nursery');
  });
});

describe('goals that only look so', () => {
  it.each([
    ['fr', 'Faire prendre 25 rendez-vous gratuits de 30 min sur la donation-partage', 'book', 'la donation-partage'],
    ['en', 'tell 9,000 customers that Pro goes from $12 to $15/month on 1 March 2027', 'know', 'shop'],
    ['en', 'fill 8 evening classes x 12 students for the term starting 18 Jan', 'sign-up', 'evening classes'],
    ['en', 'Turkeys, geese & ribs of beef - order by 14 Dec', 'buy', 'turkeys, geese & ribs of beef'],
    ['en', "sell out our carol concert Sat 19 Dec, 7.30pm, St Aidan's Church (180 seats, tickets £8)", 'sign-up', 'our carol concert'],
    ['en', 'Sell 220 tickets for the spring gala on 14 March', 'sign-up', 'the spring gala'],
    ['fr', 'vendre 150 places pour le concert de Noël du 19 décembre', 'sign-up', 'le concert de Noël'],
    ['en', 'sell the remaining 640 tickets for our panto Mother Goose (11 Dec to 3 Jan, £18)', 'sign-up', 'our panto Mother Goose'],
    ['fr', 'remplir la salle pour le loto du samedi 30 janvier 2027 à 19h30 (300 places)', 'sign-up', 'le loto'],
    ['en', 'fill the church for the carol concert on 19 December', 'sign-up', 'the carol concert'],
    ['en', 'sell out our winter coats before spring', 'buy', 'our winter coats'],
    ['en', '120 new joiners in January: £19/month first 3 months then £29, no contract', 'subscribe', 'the membership'],
    ['fr', 'vendre 40 places de parking au mois', 'buy', 'parking au mois'],
    ['fr', "| Offre | bon d'achat 10 € pour 5 pièces déposées | | KPI | 400 déposantes |", 'know', "bon d'achat 10 € pour 5 pièces déposées"],
  ] as const)('in %s, %s: %s %s', (language, objective, kind, thing) => {
    const { goal, offer } = readNote({ language, objectives: [objective] });
    expect([goal.kind, offer.thing]).toEqual([kind, thing]);
  }); // biome-ignore format: a table

  it('is what is shown at a fair, not the stand', () =>
    expect(readNote({ language: 'fr', name: 'Salon Industrie 2027', objectives: ['prendre 35 rdv qualifiés sur le stand 4F112', 'présenter la vanne papillon VP-40'] }).offer.thing).toBe('la vanne papillon VP-40')); // biome-ignore format: short
});

it.each([
  ['en', 'family dentist, Cork', 'more bookings in January', 'appointment'],
  ['fr', 'coiffeuse à domicile', "remplir l'agenda de janvier", 'séance'],
  ['fr', 'restaurant', "réserver pour le réveillon", 'le réveillon'],
] as const)('is an appointment with who works there (%s, %s)', (language, sector, objective, thing) =>
  expect(readNote({ language, sector, objectives: [objective] }).offer.thing).toBe(thing)); // biome-ignore format: a table

it('is never the platform on which people book', () => {
  const objectives = ['faire savoir que le cabinet ouvre le 11 janvier à Bourgoin (rdv sur doctolib), pas de pub agressive: ordre des dentistes!!', "remplir l'agenda des 2 premiers mois"];
  const { offer, goal, details } = readNote({ language: 'fr', sector: 'chirurgien-dentiste', objectives });
  expect([offer.thing, goal.kind]).toEqual(['consultation', 'book']);
  expect(details.map(({ fact }) => fact).join()).not.toMatch(/pub|ordre/);
}); // biome-ignore format: short

it('is never what becomes of somebody: "pour être remboursé"', () => {
  const objectives = ['rapporter les appareils en magasin pour être remboursé'];
  expect(readNote({ language: 'fr', sector: 'électroménager', objectives }).offer.thing).toBe('électroménager');
});

describe('an amount of money', () => {
  it.each([
    ['en', 'Turkeys for Christmas, £50 deposit, 300 orders', undefined], ['fr', "bon d'achat 10 € pour 5 pièces, vendre 30 lots", undefined],
    ['fr', 'vendre 200 paniers à 12/18/25 €', '12/18/25 €'], ['fr', 'vendre 20 contrats (à partir de 2 900 €)', 'à partir de 2 900 €'],
    ['en', 'sell 40 birds from £14.50/kg', 'from £14.50/kg'], ['fr', 'Vendre des bons d’achat de 50 €', '50 €'],
    ['en', 'Sell gift cards: £25 credit', '£25'], ['en', 'Sell the box for £20 deposit included', '£20'],
  ] as const)('is a price only where one pays it (%s): %s', (language, objective, words) => {
    const { offer } = readNote({ language, objectives: [objective] });
    expect(offer.price?.words).toBe(words);
    if (words?.startsWith('12/')) expect(offer.price?.amount).toBe(12);
  }); // biome-ignore format: a table

  it('that something else costs is not the price of a visit', () =>
    expect(readNote({ language: 'fr', objectives: ['faire venir 200 personnes à l’ouverture du magasin', 'paniers à 12 € sur commande'] }).offer.price).toBeUndefined()); // biome-ignore format: short
});

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

describe('where the offer is read from', () => {
  const from = (note: Omit<Note, 'language'>, language: Note['language'] = 'en') => {
    const { thing, from: source } = readNote({ language, ...note }).offer;
    return [thing, source.field.replace('campaignGoals.objectives.', ''), source.quote];
  };
  it.each<[Omit<Note, 'language'>, string[]]>([
    [{ objectives: ['Sell 30 boxes'] }, ['boxes', '0', 'Sell 30 boxes']], [{ objectives: ['Sell more'], name: 'Harbour Lights Festival 2027' }, ['Harbour Lights Festival', 'name', 'Harbour Lights Festival 2027']], [{ objectives: ['Sell more'], name: 'Launch of the Moon Jar' }, ['Moon Jar', 'name', 'Launch of the Moon Jar']],
    [{ objectives: ['Sell more'], name: 'Launch: Maison Test' }, ['shop', 'companyInfo.sector', 'shop']], [{ objectives: ['Get 300 orders', 'promote the oolong, 12 cakes only'] }, ['the oolong', '1', 'promote the oolong, 12 cakes only']],
    [{ objectives: ['Offer: 2 for 1 on teas, all week. Sell more'] }, ['2 for 1 on teas', '0', 'Offer: 2 for 1 on teas, all week.']], [{ objectives: ['book 40 meetings', 'showcase the VP-40 valve'], name: 'Trade fair 2027' }, ['the VP-40 valve', '1', 'showcase the VP-40 valve']],
    [{ objectives: ['more of it'], sector: '3D' }, ['this offer', 'default', '']], [{ objectives: ['Sell x'], sector: 'tea house / gift shop, since 1990' }, ['tea house', 'companyInfo.sector', 'tea house / gift shop, since 1990']], [{ objectives: ['Sell x'], sector: '(a very good) bakery. Leeds' }, ['bakery', 'companyInfo.sector', '(a very good) bakery. Leeds']],
    [{ objectives: ['Turkeys & geese - order by 14 Dec'] }, ['turkeys & geese', '0', 'turkeys & geese']], [{ objectives: ['Bronze Turkeys - order by 14 Dec'] }, ['Bronze Turkeys', '0', 'Bronze Turkeys']], [{ objectives: ['12 turkeys - order by 14 Dec'] }, ['shop', 'companyInfo.sector', 'shop']], [{ objectives: ['Our story: - order by 14 Dec'] }, ['shop', 'companyInfo.sector', 'shop']],
    [{ objectives: ['we want more - order by 14 Dec'] }, ['shop', 'companyInfo.sector', 'shop']], [{ objectives: ['book the annual check-up'] }, ['the annual check-up', '0', 'book the annual check-up']], [{ objectives: ['make Tidewater Power known'] }, ['Tidewater Power', '0', 'make Tidewater Power known']],
    [{ objectives: ['Sell out the spring collection'] }, ['the spring collection', '0', 'Sell out the spring collection']], [{ objectives: ['Sell out'] }, ['shop', 'companyInfo.sector', 'shop']], [{ objectives: ['Raise €9,000 of gifts'] }, ['shop', 'companyInfo.sector', 'shop']],
    [{ objectives: ['30 platelet donors', 'promote the centre'] }, ['the platelet donation session', '0', '30 platelet donors']],
    [{ objectives: ['Collect 900 signatures to keep the pool open by May'] }, ['the petition to keep the pool open', '0', 'Collect 900 signatures to keep the pool open by May']], [{ objectives: ['Raise $9,000 to plant 300 trees along the river before June'] }, ['300 trees along the river', '0', 'Raise $9,000 to plant 300 trees along the river before June']],
    [{ objectives: ['Winter is nearly here - so please order'] }, ['shop', 'companyInfo.sector', 'shop']], [{ objectives: ['Handmade kilim rugs, woven by the women of one small village and dyed by hand with madder and indigo - order by 14 Dec'] }, ['shop', 'companyInfo.sector', 'shop']],
    [{ objectives: ['40 people at our pottery workshop'] }, ['our pottery workshop', '0', '40 people at our pottery workshop']], [{ objectives: ['fill the big free spring gala'] }, ['the big free spring gala', '0', 'fill the big free spring gala']], [{ objectives: ['more of it'], name: 'Clay and fire workshop' }, ['Clay and fire workshop', 'name', 'Clay and fire workshop']],
    [{ objectives: ['more of it'], name: 'Workshop: clay and fire' }, ['Workshop', 'name', 'Workshop: clay and fire']], [{ objectives: ['Sell 30 seed boxes, lessons on Saturdays'] }, ['seed boxes', '0', 'Sell 30 seed boxes, lessons on Saturdays']], [{ objectives: ['Sign 40 people up for the spring term'] }, ['the spring term', '0', 'Sign 40 people up for the spring term']],
    [{ objectives: ['60 orders from restaurants'] }, ['shop', 'companyInfo.sector', 'shop']], [{ objectives: ['20 calls from landlords'] }, ['shop', 'companyInfo.sector', 'shop']], [{ objectives: ['40 bookings from new patients'], sector: 'dentist' }, ['appointment', 'companyInfo.sector', 'dentist']],
    [{ objectives: ['Get 300 orders'], tone: 'Offer: nothing loud' }, ['shop', 'companyInfo.sector', 'shop']], [{ objectives: ['Sell more', 'promote the oolong'], name: 'Harbour Lights Festival' }, ['Harbour Lights Festival', 'name', 'Harbour Lights Festival']], [{ objectives: ['book 40 meetings'], name: 'Trade fair 2027' }, ['Trade fair', 'name', 'Trade fair 2027']],
    [{ objectives: ['30 plasma donors'] }, ['the plasma donation session', '0', '30 plasma donors']], [{ objectives: ['remind members to renew'] }, ['the membership', '0', 'remind members to renew']],
    [{ objectives: ['Raise $9,000 - $5 = 2 nights of shelter'] }, ['nights of shelter', '0', 'Raise $9,000 - $5 = 2 nights of shelter']], [{ objectives: ['Raise $9,000 for Christmas'], sector: 'shelter' }, ['shelter', 'companyInfo.sector', 'shelter']],
  ])('%j: %j', (note, expected) => {
    expect(from(note)).toEqual(expected);
    const isGuess = !/^(?:\d|name)$/.test(expected[1] ?? '');
    expect(askedAbout(readNote({ language: 'en', ...note }), 'offer')).toHaveLength(isGuess ? 1 : 0);
  });

  it.each<[string, string]>([
    ['faire venir 300 visiteurs à Châteauroux', 'cette offre'], ['faire venir du monde à La Rochelle', 'cette offre'], ['faire venir 300 visiteurs à Saint-Malo pour la foire aux plants', 'la foire aux plants'], ["s'abonner à Médiapart", 'Médiapart'],
    ['remind members to renew', 'cette offre'], ['faire venir 300 visiteurs 1er mai à Châteauroux', 'cette offre'], ['120 inscriptions au Bal des Pompiers', 'Bal des Pompiers'], ["faire venir 500 visiteurs à l'exposition « Ciels de Boudin »", "l'exposition Ciels de Boudin"], ['vendre 30 paniers de (six) légumes', 'paniers'],
    ['Massage assis - créneaux le jeudi', 'massage assis'], ['900 signatures contre la fermeture de la piscine, avant mai', 'la pétition contre la fermeture de la piscine'], ['signer la pétition pour sauver le lavoir', 'la pétition pour sauver le lavoir'], ['Collecter 9 000 € pour replanter la haie avant juin', 'la haie'], ['30 donneurs de plaquettes', 'la collecte de plaquettes'],
    ['plus de monde', 'cette offre'], ['Produit : savon de Marseille, interne : marge 60 %', 'savon de Marseille'],
  ])('in French, of "%s": %s', (objective, thing) => expect(from({ objectives: [objective], sector: '12' }, 'fr')[0]).toBe(thing));

  it('is asked about where only the trade tells it, or nothing', () => {
    const asked = (sector: string) => askedAbout(readNote({ language: 'en', objectives: ['Sell more'], sector }), 'offer');
    expect(asked('tea house')).toEqual(['What exactly is offered? For want of better, "tea house" was assumed.']);
    expect(asked('3D')).toEqual(['What exactly is offered? For want of better, "this offer" was assumed.']);
    expect(askedAbout(readNote({ language: 'en', objectives: ['Sell 30 boxes'] }), 'offer')).toEqual([]);
  });
}); // biome-ignore format: a table

describe('the name, the price and the number of what is offered', () => {
  const offerOf = (note: Omit<Note, 'language'>) => {
    const { name, price, quantity } = readNote({ language: 'en', ...note }).offer;
    return [name, price && `${price.amount} ${price.currency}${price.per ? ` per ${price.per}` : ''}`, quantity];
  };
  it.each<[Omit<Note, 'language'>, (string | undefined)[]]>([
    [{ objectives: ['Sell 30 boxes'], name: 'Launch of the Moon Jar' }, ['Moon Jar', undefined, undefined]], [{ objectives: ['Sell 30 boxes'], name: 'Launch: Maison Test' }, [undefined, undefined, undefined]], [{ objectives: ['Sell 30 boxes “Night Air”'], name: 'Launch of the Moon Jar' }, ['Night Air', undefined, undefined]],
    [{ objectives: ['Sell 30 boxes “so good”'] }, [undefined, undefined, undefined]], [{ objectives: ['Sell 30 boxes'], name: 'the “Big Night”' }, ['Big Night', undefined, undefined]], [{ objectives: ['Sell 30 boxes'], name: 'Moon Jar' }, [undefined, undefined, undefined]],
    [{ objectives: ['Sell 30 boxes'], values: '£12 a box' }, [undefined, '12 GBP per box', undefined]], [{ objectives: ['Sell 30 boxes', 'and gift cards at £45'] }, [undefined, '45 GBP', undefined]], [{ objectives: ['Sign the petition to keep the bus', '£12 to print'] }, [undefined, undefined, undefined]], [{ objectives: ['Raise $9,000 to buy the field, $40 a metre'] }, [undefined, undefined, undefined]],
    [{ objectives: ['fill the gala evening Sat 12 Dec', 'tickets £9 at the door'] }, [undefined, '9 GBP', undefined]], [{ objectives: ['fill the gala evening Sat 12 Dec', 'books £9 at the door'] }, [undefined, undefined, undefined]], [{ objectives: ['fill the gala evening Sat 12 Dec, free', 'tickets £9 at the door'] }, [undefined, undefined, undefined]],
    [{ objectives: ['fill the gala evening Sat 12 Dec'], values: 'books £9 at the door' }, [undefined, '9 GBP', undefined]], [{ objectives: ['fill the gala evening Sat 12 Dec, £7', 'tickets £9 at the door'] }, [undefined, '7 GBP', undefined]],
    [{ objectives: ['Sell 30 boxes'], name: 'Launch: Moon Jar' }, ['Moon Jar', undefined, undefined]], [{ objectives: ['Sell 30 boxes'], name: 'launch of the new jar', tone: 'as loud as “Grand Gala”' }, [undefined, undefined, undefined]], [{ objectives: ['Sell more'], values: '9 rooms' }, [undefined, undefined, '9 rooms']],
    [{ objectives: ['sign up 200 people at £9'], name: 'Harbour Lights Festival' }, [undefined, '9 GBP', undefined]], [{ objectives: ['fill the gala evening Sat 12 Dec', 'tickets are sold out, but there is a raffle and many a book at £9'] }, [undefined, undefined, undefined]],
    [{ objectives: ['sell 40 tickets'], values: '40 tickets, 9 rooms' }, [undefined, undefined, '9 rooms']], [{ objectives: ['sell 40 tickets'], values: 'only 40 tickets' }, [undefined, undefined, 'only 40 tickets']], [{ objectives: ['sell 30 boxes, une dizaine de places le samedi'] }, [undefined, undefined, 'une dizaine de places']],
    [{ objectives: ['sell 30 boxes'], values: 'tables of oak' }, [undefined, undefined, undefined]], [{ objectives: ['sell 30 boxes'], tone: '40 seats' }, [undefined, undefined, undefined]], [{ objectives: ['Sell boxes, 30 copies'], name: '9 bottles' }, [undefined, undefined, '9 bottles']],
  ])('%j: %j', (note, expected) => expect(offerOf(note)).toEqual(expected));
}); // biome-ignore format: a table

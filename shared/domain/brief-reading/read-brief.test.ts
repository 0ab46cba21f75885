import { describe, expect, it } from 'vitest';
import { type BriefInput, briefSchema } from '../../contracts/brief.ts';
import { briefReadingSchema, type GoalKind } from '../../contracts/brief-reading.ts';
import { readBrief } from './read-brief.ts';

interface Sketch {
  readonly name?: string;
  readonly language?: 'fr' | 'en';
  readonly objectives?: string[];
  readonly duration?: string;
  readonly tone?: string;
  readonly audience?: string;
  readonly website?: string;
  readonly sector?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly values?: string;
  readonly reading?: BriefInput['briefData']['reading'];
}
const reading = (sketch: Sketch, today = '2026-11-26') => {
  const brief = briefSchema.parse({
    name: sketch.name ?? 'Essai',
    language: sketch.language ?? 'fr',
    briefData: {
      companyInfo: { name: 'Atelier Brume', sector: sketch.sector ?? 'savonnerie', ...(sketch.website ? { website: sketch.website } : {}) },
      campaignGoals: {
        objectives: sketch.objectives ?? ['Vendre des savons à la cendre'],
        targetAudience: sketch.audience ?? 'familles de Nantes',
        budget: { amount: sketch.amount ?? 1000, currency: sketch.currency ?? 'EUR' },
        duration: sketch.duration ?? '4 semaines',
      },
      brandIdentity: { tone: sketch.tone ?? 'simple', ...(sketch.values ? { brandValues: sketch.values } : {}), priorityChannels: ['email'] },
      ...(sketch.reading ? { reading: sketch.reading } : {}),
    },
  });
  return readBrief(brief, today);
}; // biome-ignore format: the brief at a glance

const questionsAbout = (about: string, sketch: Sketch) =>
  reading(sketch).notUnderstood.flatMap((entry) => (entry.about === about ? [entry.question] : []));

describe('the goal of a brief', () => {
  it.each<[string, GoalKind]>([
    ['Vendre 300 coffrets avant Noël', 'buy'], ['Sell out the spring collection', 'buy'], ['écouler le stock de vélos', 'buy'], ['Obtenir 1 200 précommandes', 'buy'],
    ['Gagner 500 abonnés à notre newsletter', 'subscribe'], ['Sign 200 new members', 'subscribe'], ['vendre des abonnements au panier bio', 'subscribe'],
    ['Collecter 20 000 € de dons', 'donate'], ['Raise $50,000 for the shelter', 'donate'], ['Recruter 40 donateurs mensuels', 'donate'],
    ['Remplir les chambres en février : 80 réservations', 'book'], ['More online appointments for eye tests', 'book'], ['prendre rdv pour un bilan auditif', 'book'],
    ['Recevoir plus d’appels pour des dépannages', 'call'], ['Get homeowners to call us for roof leaks', 'call'],
    ['Obtenir 30 démos qualifiées', 'request-demo'], ['40 demo requests from CFOs', 'request-demo'], ['demandes de devis pour des vérandas', 'book'],
    ['120 inscriptions au webinaire', 'sign-up'], ['250 registrations for our conference', 'sign-up'], ['remplir l’atelier poterie', 'sign-up'],
    ['5 000 téléchargements de l’appli', 'install'], ['Get 10k installs', 'install'],
    ['Recruter 3 cuisiniers', 'apply'], ['Hire two line cooks', 'apply'], ['recevoir 50 candidatures', 'apply'],
    ['Faire venir du monde à la boutique', 'visit'], ['Bring visitors to the museum', 'visit'], ['attirer 2 000 visiteurs au salon du livre', 'visit'],
    ['Réunir 10 000 signatures contre le projet', 'petition'], ['Get 5,000 people to sign the petition', 'petition'],
    ['Faire connaître notre coopérative', 'know'], ['Raise awareness of hearing loss', 'know'],
  ])('"%s" is %s', (objective, kind) => expect(reading({ objectives: [objective] }).goal.kind).toBe(kind)); // biome-ignore format: a table

  it('keeps the target and the words it was read from', () => {
    expect(reading({ objectives: ['Obtenir 1 200 précommandes en ligne avant les fêtes'] }).goal).toMatchObject({
      target: { count: 1200, of: 'précommandes' },
      from: { field: 'campaignGoals.objectives.0', quote: 'Obtenir 1 200 précommandes en ligne avant les fêtes' },
    });
    expect(reading({ objectives: ['Raise £4,500 for new instruments'], currency: 'GBP' }).goal.target).toEqual({
      count: 4500,
      of: 'GBP',
    });
    expect(reading({ objectives: ['Get 40 new monthly donors'] }).goal.target).toEqual({
      count: 40,
      of: 'new monthly donors',
    });
  });
});

describe('the offer of a brief', () => {
  it.each([
    ['Vendre des paniers de légumes bio avant le 12 mars', 'paniers de légumes bio'],
    ['Vendre 300 coffrets « Bain de brume » à 29 € pour Noël', 'coffrets Bain de brume'],
    ['Faire connaître la Brioche de Minuit dans l’agglomération lyonnaise', 'la Brioche de Minuit'],
    ['Sell 3,000 sets of the Dew line by March', 'sets of the Dew line'],
    ['Recruter 3 cuisiniers pour notre brasserie', 'cuisiniers'],
    ['Obtenir 30 démonstrations du logiciel Tarif+', 'logiciel Tarif+'],
  ])('of "%s" is "%s"', (objective, thing) => expect(reading({ objectives: [objective] }).offer.thing).toContain(thing)); // biome-ignore format: a table

  it('holds the price, the quantity and the name as the brief writes them', () => {
    const { offer } = reading({ objectives: ['Vendre les 28 pièces de la série « Aurore » à 14 800 CHF'], currency: 'CHF' });
    expect(offer).toMatchObject({ name: 'Aurore', quantity: 'les 28 pièces', price: { amount: 14_800, currency: 'CHF', words: '14 800 CHF' } });
  });

  it('is asked about when only the trade is known', () => {
    expect(questionsAbout('offer', { objectives: ['Obtenir 40 démonstrations'] })).toEqual([
      'Qu’est-ce qui est proposé exactement ? Faute de mieux, « savonnerie » a été retenu.',
    ]);
  });
}); // biome-ignore format: short

describe('the period of a brief', () => {
  it('begins tomorrow and lasts as long as is said', () => {
    expect(reading({ duration: '6 semaines' }).period).toMatchObject({ startsOn: '2026-11-27', endsOn: '2027-01-07' });
  });

  it('stops at the deadline and asks when that cuts the duration', () => {
    const sketch = { objectives: ['Vendre des savons avant Noël'], duration: '6 semaines' };
    expect(reading(sketch).period).toMatchObject({ endsOn: '2026-12-24', deadline: '2026-12-24' });
    expect(questionsAbout('period', sketch)[0]).toContain('jeudi 24 décembre 2026');
  });

  it('ends at an event and counts backwards from it', () => {
    const { period, offer, moments } = reading({
      objectives: ['120 inscriptions à la conférence du 20 mars 2027'],
      duration: 'six semaines',
    });
    expect(period).toMatchObject({ startsOn: '2027-02-07', endsOn: '2027-03-20', deadline: '2027-03-20' });
    expect(offer.date).toBe('2027-03-20');
    expect(moments).toMatchObject([{ kind: 'event', startsOn: '2027-03-20' }]);
  });

  it('is that of the day the brief was read, whenever it is read again', () => {
    expect(reading({ duration: '1 week' }, '2027-02-01').period).toMatchObject({
      startsOn: '2027-02-02',
      endsOn: '2027-02-08',
    });
  });
});

describe('what cannot be understood is asked', () => {
  it.each([
    ['du 15 mars au 1er mars', 'Vendre des savons'],
    ['du 15 mars au 15 avril', 'Vendre des savons avant le 10 janvier'],
  ])('an end before the start: %s, %s', (duration, objective) => {
    const sketch = { duration, objectives: [objective] };
    expect(questionsAbout('period', sketch)).toContainEqual(expect.stringMatching(/tombe avant le début/u));
    expect(reading(sketch).period.endsOn < '2027-06-01').toBe(true);
  });

  it.each<[string, string, Sketch, RegExp]>([
    ['an end before the start', 'period', { duration: 'from March 10, 2027 to March 1, 2027' }, /avant le début/],
    ['a day that is past', 'period', { duration: 'jusqu’au 3 mars 2025' }, /déjà passé/],
    ['two deadlines', 'period', { objectives: ['Vendre avant le 10 janvier', 'Dernières commandes le 20 décembre au plus tard, jusqu’au 20 décembre'] }, /Deux échéances/],
    ['no duration at all', 'period', { duration: 'quand il fera beau' }, /quatre semaines/],
    ['a goal nobody can read', 'goal', { objectives: ['Plus de synergie'] }, /Que doivent faire les gens/],
    ['an objective of one word', 'goal', { objectives: ['Vendre'] }, /Une phrase suffit/],
    ['a budget of 0', 'budget', { amount: 0 }, /budget est de 0/],
    ['an audience of everyone', 'audience', { audience: 'tout le monde' }, /personne en particulier/],
    ['a country that nothing tells', 'audience', { language: 'en', audience: 'gardeners' }, /which country/],
    ['a website that is none', 'destination', { website: 'http://localhost:3000' }, /pas l’adresse d’un site/],
    ['a brief in another language', 'language', { objectives: ['Sell the new soap to the people of the town'], audience: 'families who like to wash with good soap' }, /écrit en anglais/],
    ['a banned word in the name', 'constraints', { tone: 'ne jamais dire « brume »' }, /faut-il garder le nom/],
  ])('%s', (_case, about, sketch, expected) => {
    expect(questionsAbout(about, sketch).join('\n')).toMatch(expected);
    expect(briefReadingSchema.parse(reading(sketch))).toEqual(reading(sketch));
  });

  it('and no more than that', () => {
    expect(questionsAbout('constraints', { name: 'Nuit sans gluten', tone: 'toujours mentionner « sans gluten »' })).toEqual([]);
    expect(questionsAbout('constraints', { tone: 'ne jamais dire « brume »' })).toEqual(['« brume » ne doit pas être dit, mais figure dans « Atelier Brume » : faut-il garder le nom ?']);
    expect(questionsAbout('language', { sector: 'the bakery of the town for all who want it and their families', objectives: ['Vendre des savons de la maison'] })).toEqual([]);
    expect(questionsAbout('goal', { objectives: ['Vendre'] }).join()).toContain('« Vendre »');
  });

  it('takes what advertising shall cost for no price', () =>
    expect(reading({ duration: '6 semaines, 300 € par semaine de publicité' }).offer.price).toBeUndefined());

  it('tells no fact that is the offer itself', () =>
    expect(reading({ language: 'en', objectives: ['Turkeys, geese & ribs of beef - order by 14 Dec'] }).details).toEqual([]));

  it('and nothing is asked about a brief that says everything', () => {
    const sketch = { objectives: ['Vendre 300 savons à la cendre à 9 €'], duration: 'du 11 janvier au 21 février', website: 'brume.fr' };
    expect(reading(sketch).notUnderstood).toEqual([]);
  });
}); // biome-ignore format: a table

describe('details', () => {
  it('are facts to tell, not aims to reach', () => {
    const { details } = reading({
      objectives: [
        'Vendre des savons',
        'prendre rendez-vous à l’atelier',
        'montrer qu’on moule à la main',
        '25 € plantent un arbre',
        'More followers',
      ],
      values: 'cendre de hêtre local, zéro plastique ici',
    });
    expect(details.map(({ fact }) => fact)).toEqual([
      'on moule à la main',
      '25 € plantent un arbre',
      'cendre de hêtre local',
      'zéro plastique ici',
    ]);
  });

  it('of a gift name what it is for', () => {
    expect(
      reading({ objectives: ['Collecter 40 000 € de dons pour replanter le corail de Mayotte'] }).offer.thing,
    ).toBe('le corail de Mayotte');
    expect(reading({ language: 'en', objectives: ['Raise $9,000 to plant trees along the river'] }).offer.thing).toBe(
      'trees along the river',
    );
  });
});

describe('what stands beside the offer', () => {
  const facts = (sketch: Sketch) => reading(sketch).details.map(({ fact }) => fact);

  it.each([
    ['Vendre 150 abonnements au panier du samedi (1 gros pain, 2 viennoiseries) à 12 € par semaine', ['1 gros pain, 2 viennoiseries']],
    ["écouler les 28 pièces de la série Aurore (montre mécanique à phase de lune, 14'800 CHF)", ['montre mécanique à phase de lune']],
    ['Book 35 demos of CareLoop, our bed-management software', ['bed-management software']],
    ['Recruter 8 infirmiers de nuit (H/F), CDI temps plein, 2 450 € net, Angers', ['CDI temps plein']],
    ['Bring 2,500 visitors to the Makers Market, 12-13 December at Old Mill, Hebden Bridge, free entry', ['free entry']],
  ])('is told of it: %s', (objective, expected) => expect(facts({ objectives: [objective] })).toEqual(expected));

  it('is no aim, no address and no hour, which are told elsewhere', () => {
    expect(facts({ objectives: ['100 phone calls for burst pipes. Call 512-555-0147, 24/7'], language: 'en' })).toEqual([]);
    const shop = { objectives: ['Ouverture de notre boutique au 3 quai Duperré, La Rochelle. Venez goûter ! Du mardi au samedi 9h30-19h'] };
    expect(facts(shop)).toEqual([]);
    expect(reading(shop).destination.hours).toBe('Du mardi au samedi 9h30-19h');
  });

  it('is the argument for a gift when it says what one does', () => {
    expect(facts({ objectives: ['Raise $60,000 on Giving Tuesday — $1 = 3 meals'], language: 'en' })).toContain('$1 = 3 meals');
  });
}); // biome-ignore format: briefs at a glance

it('reads what a wage is and by which hour, and that booking online is no place', () => {
  const wage = reading({ objectives: ['Recruter 8 infirmiers, CDI, 2 450 € net, Angers'] }).offer.price;
  expect(wage).toMatchObject({ amount: 2450, words: '2 450 € net' });
  expect(
    reading({ objectives: ['Hire 2 night bakers, $24/hr, Burlington VT'], language: 'en' }).offer.price,
  ).toMatchObject({ amount: 24, per: 'hour' });
  expect(reading({ objectives: ['prendre rdv en ligne pour un contrôle annuel'] }).offer.place).toBeUndefined();
  expect(reading({ objectives: ['120 inscriptions au webinaire en ligne du 9 février'] }).offer.place).toBe('en ligne');
});

describe('a correction', () => {
  it('replaces what was read and answers its question', () => {
    const goal = { kind: 'subscribe' as const, also: [], from: { field: 'person', quote: '' } };
    const corrected = reading({ objectives: ['Plus de synergie'], reading: { goal } });
    expect(corrected.goal).toEqual(goal);
    expect(corrected.notUnderstood.map(({ about }) => about)).toEqual(['offer']);
  });
});

describe('destination and country', () => {
  it.each([
    ['03 20 55 01 42', 'FR'], ['+41 21 555 01 02', 'CH'], ['020 7946 0958', 'GB'],
  ])('keeps the number %s as it is written', (telephone, country) => {
    const { destination, audience } = reading({ objectives: [`Recevoir des appels au ${telephone}`], audience: 'voisins', currency: 'EUR' });
    expect(destination.telephone).toBe(telephone);
    expect(audience.country).toBe(country);
  });

  it('keeps an address, and takes no year, price or postcode for a number', () => {
    const { destination } = reading({ objectives: ['Venez au 14 rue des Lilas, 69004 Lyon, 12 500 € de prix en 2027'] });
    expect(destination.address).toContain('14 rue des Lilas');
    expect(destination.telephone).toBeUndefined();
  });

  it.each<[Sketch, string | undefined, string, string]>([
    [{ language: 'fr', currency: 'CAD' }, 'CA', 'America/Toronto', '2027-04-03'], [{ language: 'en', currency: 'CAD' }, 'CA', 'America/Toronto', 'asked'], [{ language: 'fr', currency: 'XOF' }, undefined, 'Europe/Paris', '2027-04-03'],
    [{ language: 'en', currency: 'EUR' }, undefined, 'Etc/UTC', 'asked'], [{ language: 'en', currency: 'USD' }, 'US', 'America/New_York', '2027-03-04'], [{ language: 'fr', currency: 'EUR' }, 'FR', 'Europe/Paris', '2027-04-03'],
    [{ language: 'en', currency: 'EUR', website: 'http://www.brume.ch/en' }, 'CH', 'Europe/Zurich', '2027-04-03'], [{ language: 'en', currency: 'EUR', website: 'brume.com/carte.fr' }, undefined, 'Etc/UTC', 'asked'],
  ])('puts %j in %s, on the clock of %s, and reads 03/04/2027 as %s', (sketch, country, timeZone, day) => {
    const read = reading({ ...sketch, audience: 'jardiniers', duration: '03/04/2027 - 05/04/2027' });
    expect([read.audience.country, read.period.timeZone]).toEqual([country, timeZone]);
    const isAsked = read.notUnderstood.some(({ question }) => question.includes('Write the month as a word'));
    expect(isAsked ? 'asked' : read.period.startsOn).toBe(day);
  });

  it.each<[Sketch, Record<string, unknown>]>([
    [{ objectives: ['Commandez sur www.brume.fr/noel. Merci'] }, { website: 'https://www.brume.fr/noel', from: { field: 'campaignGoals.objectives.0', quote: 'www.brume.fr/noel' } }],
    [{ objectives: ['Vendre des savons, écrire à bonjour@brume.fr'] }, { email: 'bonjour@brume.fr', from: { field: 'campaignGoals.objectives.0', quote: 'bonjour@brume.fr' } }],
    [{ objectives: ['Appelez le 03 20 55 01 42 ou voyez brume.fr'] }, { website: 'https://brume.fr', telephone: '03 20 55 01 42', from: { field: 'campaignGoals.objectives.0', quote: 'brume.fr' } }],
    [{ objectives: ['Appelez le 03 20 55 01 42'], website: 'http://localhost' }, { telephone: '03 20 55 01 42', from: { field: 'campaignGoals.objectives.0', quote: '03 20 55 01 42' } }],
    [{ objectives: ['Appelez le 03 20 55 01 42'], website: 'brume.fr' }, { website: 'https://brume.fr', telephone: '03 20 55 01 42', from: { field: 'companyInfo.website', quote: 'https://brume.fr' } }],
  ])('of %j leads to %j', (sketch, destination) => expect(reading(sketch).destination).toEqual(destination));

  it('asks for the address, with the words that are none', () =>
    expect(questionsAbout('destination', { website: 'http://localhost' })).toEqual(['« http://localhost » n’est pas l’adresse d’un site : les publications n’auront pas de lien. Quelle est l’adresse ?']));

  it('knows the clock of the audience', () => {
    expect(reading({ audience: 'homeowners in Austin TX', currency: 'USD' }).period.timeZone).toBe('America/Chicago');
    expect(reading({ audience: 'architectes du Québec', currency: 'CAD' }).period.timeZone).toBe('America/Toronto');
  });

  it('believes the words of the audience before the name of what is sold', () => {
    expect(reading({ objectives: ['Vendre des savons de Marseille'], audience: 'jardiniers de Genève' }).audience.country).toBe('CH');
    expect(reading({ objectives: ['Vendre des savons', 'Appelez le +41 21 555 01 02'], audience: 'jardiniers' }).audience.country).toBe('CH');
  });
}); // biome-ignore format: short

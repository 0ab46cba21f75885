// The parts of which readings are made, each by what it makes of a few words.
import { describe, expect, it } from 'vitest';
import type { GoalKind } from '../../contracts/brief-reading.ts';
import { evened, quoted, type ReadableBrief, shortened } from './brief-fields.ts';
import { clausesOf } from './clauses.ts';
import { ask, spokenDay } from './questions.ts';
import { currencyCode, numberIn, readPrices } from './read-amounts.ts';
import { readDestination } from './read-destination.ts';
import { readGoal } from './read-goal.ts';
import { readPlace } from './read-place.ts';
import { readTarget } from './read-target.ts';
import { readNote } from './testing/read-note.ts';
import { writtenLanguage } from './written-language.ts';

const objectives = (...texts: string[]) =>
  texts.map((text, index) => ({ path: `campaignGoals.objectives.${index}`, text }));

describe('clauses', () => {
  it.each<[string, string[]]>([
    ['Un. Deux ! Trois', ['Un.', 'Deux !', 'Trois']],
    ['Un.deux, trois', ['Un.deux, trois']],
    ['- un\n• deux\n3) trois\n12. quatre', ['un', 'deux', 'trois', 'quatre']],
    ['un\r\n\r\ndeux', ['un', 'deux']],
    ['un ; deux • trois · quatre', ['un', 'deux', 'trois', 'quatre']],
    ['un – deux — trois - quatre', ['un', 'deux', 'trois', 'quatre']],
    ['5 - 6 places', ['5 - 6 places']],
    ['chez M. Dupont. « Oui » dit-il', ['chez M. Dupont.', '« Oui » dit-il']],
    ['env. 40 places', ['env. 40 places']],
    ['à la fin. 40 places', ['à la fin.', '40 places']],
    ['2026. rien', ['2026. rien']],
    [' \n ', []],
    ['', []],
  ])('of %j are %j', (text, clauses) => expect(clausesOf(text)).toEqual(clauses));
});

describe('a target', () => {
  it.each<[string, GoalKind, string | undefined]>([
    ['Vendre 300 coffrets', 'buy', '300 coffrets'],
    ['Get 40 new monthly donors soon', 'donate', '40 new monthly donors'],
    ['Obtenir 5 nouveaux clients fidèles', 'buy', '5 nouveaux clients'],
    ['1 200 précommandes', 'buy', '1200 précommandes'],
    ["14'000 visiteurs", 'visit', '14000 visiteurs'],
    ['10k installs', 'install', '10000 installs'],
    ['0 invendu, 3 points', 'buy', '3 points'],
    ['en 6 semaines', 'buy', undefined],
    ['le 12 mars', 'buy', undefined],
    ['24 h sur 24', 'call', undefined],
    ['en 2027 tout change', 'buy', undefined],
    ['appelez le 0320550142 vite', 'call', undefined],
    ['appelez le 512555014799 vite', 'call', undefined],
    ['à 3,50 euros pièce', 'buy', undefined],
    ['$38 sets', 'buy', undefined],
    ['Lever 40 000 € de dons', 'donate', '40000 EUR'],
    ['Raise $50k', 'donate', '50000 USD'],
    ['Raise 50 k CHF', 'donate', '50000 CHF'],
    ['Raise £4,500 for instruments', 'donate', '4500 GBP'],
    ['300 € pour un arbre', 'donate', '300 EUR'],
    ['299 € pour un arbre', 'donate', undefined],
    ['Vendre pour 40 000 €', 'buy', undefined],
    ['plus de ventes', 'buy', undefined],
  ])('of "%s", to %s, is %s', (clause, kind, target) => {
    const read = readTarget(clause, kind)?.target;
    expect(read && `${read.count} ${read.of}`).toBe(target);
  });
});

describe('a number', () => {
  it.each([
    ['1 200', 1200], ['1,200.50', 1200.5], ['1.200,50', 1200.5], ['12 500', 12_500], ["1'000", 1000], ['4,8', 4.8], ['39,90', 39.9], ['1,200', 1200], ['1.234.567', 1_234_567], ['7', 7],
  ])('written %s is %d', (written, value) => expect(numberIn(written)).toBe(value)); // biome-ignore format: a table

  const priceIn = (text: string, currency = 'EUR') =>
    readPrices(objectives(text), currency).map(({ amount, currency: of, per, words }) =>
      [amount, of, per, words].filter((part) => part !== undefined),
    );
  it.each<[string, (string | number)[][]]>([
    ['39,90 € le coffret', [[39.9, 'EUR', '39,90 €']]],
    ['$24/hr to begin', [[24, 'USD', 'hour', '$24/hr']]],
    ['12 € par semaine', [[12, 'EUR', 'semaine', '12 € par semaine']]],
    ["14'800 CHF", [[14_800, 'CHF', "14'800 CHF"]]],
    ['CA$45 each', [[45, 'CAD', 'CA$45']]],
    ['2 450 € net', [[2450, 'EUR', '2 450 € net']]],
    ['£6 a week, £20 a month', [[6, 'GBP', 'week', '£6 a week'], [20, 'GBP', 'month', '£20 a month']]],
    ['raise $50,000 for it', []],
    ['120 000 € à répartir entre 14 projets', []],
    ['£50 deposit', []],
    ["bon d'achat de 10 €", []],
    ["vendre des bons d'achat de 50 €", [[50, 'EUR', '50 €']]],
    ['paniers à 12 / 18 / 25 €', [[12, 'EUR', '12 / 18 / 25 €']]],
    ['menus à 18/12 €', [[12, 'EUR', '18/12 €']]],
    ['à partir de 2 900 €', [[2900, 'EUR', 'à partir de 2 900 €']]],
    ['un budget de 3000 €', []],
    ['40 places', []],
  ])('of "%s" are the prices %j', (text, prices) => expect(priceIn(text)).toEqual(prices)); // biome-ignore format: a table
});

describe('a currency', () => {
  it.each<[string, string, string]>([
    ['CA$', 'EUR', 'CAD'], ['C$', 'EUR', 'CAD'], ['$ CA', 'EUR', 'CAD'], ['$CA', 'EUR', 'CAD'], ['$ CAD', 'EUR', 'CAD'], ['cad', 'EUR', 'CAD'], ['US$', 'CAD', 'USD'], ['usd', 'CAD', 'USD'],
    ['$', 'EUR', 'USD'], ['$', 'CAD', 'CAD'], ['dollar', 'EUR', 'USD'], ['Dollars', 'CAD', 'CAD'], ['£', 'EUR', 'GBP'], ['gbp', 'EUR', 'GBP'], ['pound', 'EUR', 'GBP'], ['pounds', 'EUR', 'GBP'],
    ['CHF', 'EUR', 'CHF'], ['fr.', 'EUR', 'CHF'], ['franc', 'EUR', 'CHF'], ['francs', 'EUR', 'CHF'], ['francs suisses', 'EUR', 'CHF'], ['€', 'USD', 'EUR'], ['euros', 'USD', 'EUR'], ['', 'USD', 'EUR'],
    ['AUS$', 'USD', 'EUR'], ['$x', 'USD', 'EUR'], ['pounds of', 'USD', 'EUR'],
  ])('written "%s" where the budget is in %s is %s', (sign, budget, code) => expect(currencyCode(sign, budget)).toBe(code));

  it.each([
    'raise', 'lever', 'collecter', 'récolter les', 'recolter', 'budget', 'budget de', 'budget of about', 'goal of', 'objectif de', "chiffre d'affaires de", 'revenue of', 'atteindre environ', 'recueillir', 'réunir', 'target', 'target of at least', 'save', 'worth of', 'fundraise over',
  ])('of an amount that is to be reached or spent is of no price: %s', (before) => {
    expect(readPrices(objectives(`${before} 500 €`), 'EUR')).toEqual([]);
    expect(readPrices(objectives(`${before} it, at 500 €`), 'EUR')).toMatchObject([{ amount: 500 }]);
  });
}); // biome-ignore format: tables

describe('words', () => {
  it('have one kind of apostrophe and of space, each where it was', () => {
    expect(evened('l’été ‘à’ 5\u00A0€\u202F!\u2009')).toBe("l'été 'à' 5 € ! ");
  });

  it.each([
    ['  two   words ', 20, 'two words'],
    ['just fits', 9, 'just fits'],
    ['cut after a word', 9, 'cut'],
    ['cut after a word', 10, 'cut after'],
    ['Donaudampfschiff', 5, 'Donau'],
    ['👍👍👍', 5, '👍👍'],
  ])('%j in %d are %j', (text, limit, short) => expect(shortened(text, limit)).toBe(short));

  it('are quoted with their field, cut to what a reading takes', () => {
    expect(quoted({ path: 'name' }, ` ${'a'.repeat(500)} `)).toEqual({ field: 'name', quote: 'a'.repeat(400) });
  });
});

describe('the language of words', () => {
  it.each([
    ['Vendre les savons de la maison pour les familles qui aiment le bain', 'fr'],
    ['Sell the soaps of the house to families who like a bath', 'en'],
    ['Savon', undefined],
    ['le la les', undefined],
    ['le la les des', 'fr'],
    ['le la les des of the', 'fr'],
    ['le la les des of the to', undefined],
    ['le the la of les and des to', undefined],
  ])('"%s" is %s', (text, language) => expect(writtenLanguage(text)).toBe(language));
});

describe('a question', () => {
  const from = { field: 'name', quote: '' };
  it('writes days out in the language of the campaign, and cuts what was written', () => {
    expect(spokenDay('2026-12-01', 'fr')).toBe('mardi 1 décembre 2026');
    expect(spokenDay('2026-12-01', 'en')).toBe('Tuesday, 1 December 2026');
    const parts = ['a'.repeat(100), '2026-12-01'];
    expect(ask({ about: 'period', from, kind: 'just-past', parts }, 'fr')).toEqual({
      about: 'period',
      from,
      question: `« ${'a'.repeat(90)}… » vient de passer ; il a été lu comme le mardi 1 décembre 2026. Est-ce l’année voulue ?`,
    });
    expect(ask({ about: 'audience', from, kind: 'country-unknown' }, 'en').question).toMatch(/^In which country/);
    expect(
      ask({ about: 'period', from, kind: 'no-duration', parts: ['from 2026-12-01', '2026-12-01 or so'] }, 'en')
        .question,
    ).toMatch(/"from 2026-12-01" .* until 2026-12-01 or so/);
  });
});

describe('a place', () => {
  it.each<[string, string | undefined]>([
    ['Exposition au musée de la Vague, Honfleur', 'au musée de la Vague'],
    ['Bring visitors to it at the old mill museum', 'at the old mill museum'],
    ['Atelier à Crest', 'à Crest'],
    ['Vendre à Saint-Malo en mai', 'à Saint-Malo'],
    ['Sell more in January', undefined],
    ['Known in Nova Scotia', 'in Nova Scotia'],
    ['Webinaire en ligne', 'en ligne'],
    ['prendre rendez-vous en ligne', undefined],
    ['Sell online', undefined],
    ['Un savon de plus', undefined],
  ])('of "%s" is %s', (text, place) => expect(readPlace(objectives(text))).toBe(place));

  it('is a venue before a town, a town before a way, whatever comes first', () => {
    expect(readPlace(objectives('Cours en ligne', 'Atelier à Crest', 'Vente à la halle'))).toBe('à la halle');
    expect(readPlace(objectives('Cours en ligne', 'Atelier à Crest'))).toBe('à Crest');
    expect(readPlace([{ path: 'brandIdentity.tone', text: 'à Paris' }])).toBeUndefined();
    expect(readPlace([{ path: 'name', text: 'Foire aux plants à Crest' }])).toBe('à Crest');
    expect(readPlace(objectives('Un savon', 'Webinaire en ligne'))).toBe('en ligne');
  });
});

describe('the goals beside the first', () => {
  const goalOf = (...texts: string[]) => readGoal(objectives(...texts)).goal;
  it.each<[string[], GoalKind, GoalKind[]]>([
    [['Vendre 300 coffrets', 'prendre rendez-vous', 'recruter 2 vendeurs', 'faire venir du monde', '500 téléchargements'], 'buy', ['book', 'apply', 'visit']],
    [['Vendre 300 coffrets', '20 leads'], 'buy', ['request-demo']], [['Vendre 300 coffrets', 'et puis aussi ensuite 20 leads'], 'buy', []], [['Vendre 300 coffrets', 'Faire connaître la maison'], 'buy', ['know']], [['Vendre 300 coffrets et donner une image'], 'buy', []],
    [['obtenir des avis et vendre', 'Vendre', 'prendre rendez-vous'], 'buy', ['book']], [['des nouvelles de nous tous les mois ici même, puis vendre', 'réserver'], 'buy', ['book']],
  ])('%j: %s and %j', (texts, kind, also) => expect(goalOf(...texts)).toMatchObject({ kind, also }));

  it('count less far down in a text, and late in a sentence', () => {
    expect(goalOf('un. deux. trois. quatre. vendre. réserver. réserver').kind).toBe('book');
    expect(goalOf('Un. Deux. Trois. Quatre. Vendre', 'réserver').kind).toBe('book');
    expect(goalOf('Un. Deux. Trois. Vendre', 'réserver').kind).toBe('buy');
    expect(goalOf('Un. Deux. Trois. Quatre. Vendre', 'vendre').from.field).toBe('campaignGoals.objectives.1');
    expect(goalOf('Vendre', 'réserver, réserver').kind).toBe('buy');
    expect(goalOf('Réserver', 'vendre', 'vendre')).toMatchObject({ kind: 'buy', from: { field: 'campaignGoals.objectives.1' } });
    expect(readGoal(objectives('webinaire le 9 février')).matches[0]?.isThing).toBe(true);
    expect(readGoal([{ path: 'name', text: 'Vendre' }, ...objectives('réserver')]).goal.kind).toBe('book');
    expect(readGoal([{ path: 'name', text: 'Vendre' }, { path: 'brandIdentity.tone', text: 'réserver, réserver' }]).goal.kind).toBe('buy');
    const [first, second] = readGoal(objectives('nous vous invitons tous à réserver', 'réserver')).matches;
    expect([first?.field.path, second?.field.path].map((path) => path?.at(-1))).toEqual(['0', '1']);
    expect((first?.score ?? 0) / (second?.score ?? 1)).toBeCloseTo(3 / (2.5 * 1.2));
  });

  it('are not what an order forbids', () => {
    expect(readGoal(objectives('no hard selling', 'prendre rendez-vous')).goal).toMatchObject({ kind: 'book', also: [] });
  });

  it('are a notice where a product is recalled, once for all fields that say so', () => {
    const { doubts } = readGoal([...objectives('Rappel de produit K3', 'rappel de lots'), { path: 'brandIdentity.tone', text: 'product recall' }]);
    expect(doubts).toEqual([{ about: 'goal', from: { field: 'campaignGoals.objectives.0', quote: 'Rappel de produit K3' }, kind: 'notice', parts: ['Rappel de produit K3'] }]);
    expect(readGoal([...objectives('Vendre des lots'), { path: 'brandIdentity.tone', text: 'product recall' }]).doubts).toEqual([]);
  });
}); // biome-ignore format: goals at a glance

describe('facts beside the offer', () => {
  const told = (objective: string, values = 'kind') => {
    const { proofs, details } = readNote({ language: 'en', objectives: [objective], values });
    return [proofs.map(({ fact }) => fact), details.map(({ fact }) => fact)];
  };
  it.each<[string, string[], string[]]>([
    ['Sell 30 boxes (six jars, one spoon), hand tied, delivery included', [], ['six jars, one spoon', 'hand tied', 'delivery included']], ['Sell 30 boxes (deux pots ; une cuillère), our own honey', [], ['deux pots, une cuillère', 'own honey']],
    ['Sell 30 boxes, or the vegan one, more bookings too, made by us', [], ['made by us']], ['Sell 30 boxes, Grand Prix Winner, by 3 March, call 01234 567890', [], []], ['Sell 30 boxes "Sweet, dark, tall", gift wrapped', [], ['gift wrapped']],
    ['Sell 30 boxes, order one for the whole street', [], []], ['Sell 30 boxes, direct bookings for the whole house', [], []], ['Sell 30 boxes, gift wrapped; staff only: 5% off', [], ['gift wrapped']],
  ])('of "%s": %j and %j', (objective, proofs, details) => expect(told(objective)).toEqual([proofs, details]));

  it.each<[string, string[], string[]]>([
    ['made in Leeds since 1998, 12% less sugar', ['made in Leeds since 1998', '12% less sugar'], []], ['rated 4.8/5 by 312 customers;', ['rated 4.8/5 by 312 customers'], []], ['we bake at night, We bake at night, daily', [], ['We bake at night']],
    ['note: open till very late', [], ['open till very late']], ['target: young mothers of Leeds', [], []], ['oats (rye, spelt and so on), milled at home', [], ['oats (rye, spelt and so on)', 'milled at home']],
  ])('of values "%s": %j and %j', (values, proofs, details) => expect(told('Sell 30 boxes', values)).toEqual([proofs, details]));

  it.each<[string, string[]]>([
    ['show that we bake at night', ['we bake at night']], ['montrer qu’y a 3 ateliers', ['il y a 3 ateliers']], ['say our oven is from 1911', ['oven is from 1911']], ['show our new deck oven, not the old one', ['new deck oven']], ['tell people: our flour is local', ['flour is local']],
    ['premier pain de la ville', ['premier pain de la ville']], ['more visitors than ever before', []], ['12 new appointments in each town', []], ['10 000 visiteurs de plus ici', []], ['push the annual plan, hard', ['the annual plan, hard']],
  ])('of a further objective "%s": %j', (objective, details) => {
    const read = readNote({ language: 'en', objectives: ['Sell 30 boxes', objective] });
    expect(read.details.map(({ fact }) => fact)).toEqual(details);
  });

  it('are ten proofs and twenty details at most', () => {
    const many = (count: number, words: string) => Array.from({ length: count }, (_, place) => `${words}${place + 10}`).join(', ');
    expect(told('Sell 30 boxes', many(14, 'made since 19'))).toEqual([many(10, 'made since 19').split(', '), many(14, 'made since 19').split(', ').slice(10)]);
    expect(told('Sell 30 boxes', many(25, 'we are '))[1]).toHaveLength(20);
  });
}); // biome-ignore format: tables

describe('the goal', () => {
  const goalOf = (...texts: string[]) => readGoal(objectives(...texts)).goal;
  it('is an action before being known, and the first objective before others', () => {
    expect(goalOf('Faire connaître nos savons et vendre 300 coffrets')).toMatchObject({ kind: 'buy', also: ['know'] });
    expect(goalOf('Vendre 300 coffrets', 'prendre rendez-vous')).toMatchObject({ kind: 'buy', also: ['book'], target: { count: 300, of: 'coffrets' } });
    expect(goalOf('Faire connaître nos savons')).toMatchObject({ kind: 'know', also: [] });
  });

  it('takes its figure from another objective where its own has none', () => {
    expect(goalOf('Vendre des savons', 'Toucher 40 boutiques').target).toEqual({ count: 40, of: 'boutiques' });
  });

  it('that nobody can read is being known, and is asked about with the words', () => {
    const { goal, matches, doubts } = readGoal(objectives('Plus de synergie'));
    expect(goal).toEqual({ kind: 'know', also: [], from: { field: 'default', quote: '' } });
    expect([matches, doubts]).toEqual([
      [],
      [{ about: 'goal', from: { field: 'campaignGoals.objectives.0', quote: 'Plus de synergie' }, kind: 'goal-unreadable', parts: ['Plus de synergie'] }],
    ]);
    expect(readGoal([]).doubts).toMatchObject([{ kind: 'goal-unreadable', parts: [''], from: { field: 'default' } }]);
  });

  it('of one word is asked about', () => {
    expect(readGoal(objectives(' Vendre ')).doubts).toMatchObject([{ kind: 'objective-too-short' }]);
    expect(readGoal(objectives('Vendre tout')).doubts).toEqual([]);
  });
}); // biome-ignore format: goals at a glance

describe('a website', () => {
  const siteOf = (website: string) => {
    // Whatever a client could have sent before addresses were checked at the door.
    const brief = { name: '', language: 'fr', briefData: { companyInfo: { website } } } as ReadableBrief;
    const { destination, doubts } = readDestination(brief, []);
    return destination.website ?? doubts.map(({ kind }) => kind).join();
  };
  it.each([
    ['brume.fr', 'https://brume.fr'],
    [' https://www.brume.fr/savons/ ', 'https://www.brume.fr/savons'],
    ['http://brume.fr', 'http://brume.fr'],
    ['brume.fr:8443/a', 'https://brume.fr:8443/a'],
    ['https://épicerie.fr', 'https://xn--picerie-9xa.fr'],
    ['à venir', 'website-unreadable'],
    ['none.com', 'website-unreadable'],
    ['http://localhost:3000', 'website-unreadable'],
    ['http://10.0.0.1', 'website-unreadable'],
    ['ftp://brume.fr', 'website-unreadable'],
    ['mailto:a@brume.fr', 'website-unreadable'],
    ['https://user:secret@brume.fr', 'website-unreadable'],
    ['brume', 'website-unreadable'],
  ])('written %j is %s', (written, site) => expect(siteOf(written)).toBe(site));
}); // biome-ignore format: sites at a glance

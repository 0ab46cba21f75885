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

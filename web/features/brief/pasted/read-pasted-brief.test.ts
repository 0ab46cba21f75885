import { describe, expect, it } from 'vitest';
import { emptyForm, needsOf } from '../brief-form-state.ts';
import { readPastedBrief } from './read-pasted-brief.ts';

/** The form as it is when all suggestions are taken over. */
const taken = (text: string) =>
  Object.assign({}, ...readPastedBrief(text).suggestions.map(({ changes }) => changes)) as Record<string, unknown>;

const mail = `Bonjour,

Nous sommes la Boulangerie Martin et Fils à Rennes. On voudrait faire connaître notre galette au beurre salé (12 € la pièce), à commander sur boulangerie-martin.fr.
On vise les familles du centre-ville et les bureaux alentour.
Il faudrait que ça tourne du 2 au 6 janvier 2027 sur Insta et Facebook, plus la newsletter.
Budget : 1 500 € tout compris. Pas de tutoiement svp.
Merci beaucoup,
Claire
06 12 34 56 78`;

const table = `| Client | Northgate Dental |
|---|---|
| Sector | Dental practice |
| Objective | 40 bookings for aligner consultations at £95 |
| Target audience | Adults within 10 miles of Leeds |
| Channels | Instagram, Google Ads, email, billboards |
| Budget | £3k |
| Timing | 6 weeks from 11 January |
| Tone | reassuring, plain |
| Do not | say painless (council rules) |
| Website | www.northgatedental.example |`;

const headings = `BRIEF CAMPAGNE – Collecte de sang de printemps

OBJECTIFS
- 300 donneurs inscrits
- Faire venir des jeunes
CIBLE
18-30 ans, étudiants de Lyon

Ton : direct, sans culpabiliser
À éviter : images de seringues
Dates : du 3 au 14 mars 2027
Budget média : 0`;

describe('a brief that somebody pastes', () => {
  it('is read from a mail without labels', () => {
    expect(taken(mail)).toEqual({
      companyName: 'Boulangerie Martin et Fils',
      website: 'https://boulangerie-martin.fr',
      objectives: [
        'Nous sommes la Boulangerie Martin et Fils à Rennes.',
        'On voudrait faire connaître notre galette au beurre salé (12 € la pièce), à commander sur boulangerie-martin.fr.',
        'Pas de tutoiement svp.',
      ].join('\n'),
      targetAudience: 'les familles du centre-ville et les bureaux alentour',
      language: 'fr',
      channels: ['instagram', 'facebook', 'email'],
      budgetAmount: '1500',
      currency: 'EUR',
      duration: 'du 2 au 6 janvier 2027',
    });
  });

  it('is read from a table, a rule with the words that make it one', () => {
    expect(taken(table)).toEqual({
      companyName: 'Northgate Dental',
      sector: 'Dental practice',
      website: 'https://www.northgatedental.example',
      objectives: '40 bookings for aligner consultations at £95',
      targetAudience: 'Adults within 10 miles of Leeds',
      tone: 'reassuring, plain. Do not say painless (council rules)',
      language: 'en',
      channels: ['instagram', 'search', 'email'],
      budgetAmount: '3000',
      currency: 'GBP',
      duration: '6 weeks from 11 January',
    });
    expect(readPastedBrief(table).leftOut).toEqual(['billboards']);
  });

  it('is read from headings with lists below them', () => {
    expect(taken(headings)).toEqual({
      name: 'Collecte de sang de printemps',
      objectives: '300 donneurs inscrits\nFaire venir des jeunes',
      targetAudience: '18-30 ans, étudiants de Lyon',
      tone: 'direct, sans culpabiliser. À éviter : images de seringues',
      language: 'fr',
      budgetAmount: '0',
      duration: 'du 3 au 14 mars 2027',
    });
  });

  it.each([
    ['Order before 20 December. It runs from 1 to 24 December 2026.', 'from 1 to 24 December 2026'],
    ['Stop by 3 March. We have 6 weeks.', '6 weeks'],
    ['À commander avant le 20 décembre.', 'avant le 20 décembre'],
    ['Entre le 3 et le 14 mars 2027 seulement.', 'Entre le 3 et le 14 mars 2027'],
    ['We are open on 3 days.', undefined],
  ])('tells the period by the words that say most of it: %s', (text, duration) => {
    expect(taken(text).duration).toBe(duration);
  });

  it.each([
    ['Budget: $12,000 for ads', { budgetAmount: '12000', currency: 'USD' }],
    ['Budget : 2.500 €', { budgetAmount: '2500', currency: 'EUR' }],
    ['Budget: 1 200,50 EUR', { budgetAmount: '1200.5', currency: 'EUR' }],
    ['Budget: CHF 900', { budgetAmount: '900', currency: 'CHF' }],
    ['Budget: 5000', { budgetAmount: '5000' }],
    ['Budget : pas de budget', { budgetAmount: '0' }],
    ['Budget: to be discussed with 3 people', {}],
    ['Budget : 2 M€', { budgetAmount: '2000000', currency: 'EUR' }],
    ['Budget : 1.5 million euros', { budgetAmount: '1500000', currency: 'EUR' }],
    ['Budget: C$3000', { budgetAmount: '3000', currency: 'CAD' }],
    ['Budget : 5 000 000 FCFA', {}],
  ])('%s', (line, changes) => {
    const found = readPastedBrief(line).suggestions.find(({ field }) => field === 'budgetAmount');
    expect(found?.changes ?? {}).toEqual(changes);
  });

  it.each(['The bread costs 4 € and we sell 12,000 of them.', 'Our site had 5,000 visits from X to Y.'])(
    'takes no price or count for a budget and no letter for a network: %s',
    (sentence) => {
      const fields = readPastedBrief(sentence).suggestions.map(({ field }) => field);
      expect(fields.filter((field) => field === 'budgetAmount' || field === 'channels')).toEqual([]);
    },
  );

  it.each(['Contact : jean.dupont@gmail.com', 'Écrivez à lea@orange.fr.', 'Site: https://admin:secret@acme.fr'])(
    'takes no address of a person for the website: %s',
    (text) => {
      expect(taken(text).website).toBeUndefined();
    },
  );

  it.each(['Pas de TikTok ni Instagram.', 'Not on Facebook or TikTok.', 'Canaux : pas Facebook'])(
    'chooses no network that is denied: %s',
    (text) => {
      expect(taken(text).channels).toBeUndefined();
    },
  );

  it.each([
    'Budget : à définir',
    'Budget : 5 000 000 FCFA',
    'Site : voir plus bas',
    'Site: https://admin:secret@acme.fr',
    'Langue : espagnol',
    'Canaux : affichage, radio',
    'Contact : jean.dupont@gmail.com',
    'Pas de TikTok ni Instagram.',
    'Durée : on verra bien, cela dépendra de la météo, du budget, des élections et du reste',
  ])('loses nothing: "%s" is proposed or left out in view', (line) => {
    const { suggestions, leftOut } = readPastedBrief(`Cible : tout le monde\n${line}\nTon : vif`);
    const shown = [
      ...suggestions.flatMap(({ changes, source }) => [source, ...Object.values(changes).map(String)]),
      ...leftOut,
    ];
    const value = line.replace(/^(?:Budget|Site|Langue|Canaux|Durée) ?: /, '');
    const pieces = value.startsWith('affichage') ? value.split(', ') : [value];
    for (const piece of pieces) expect(shown.some((text) => text.includes(piece))).toBe(true);
  });

  it('keeps word for word what no field takes up', () => {
    const long = `${'A sentence that is far too long for one goal '.repeat(6)}end.`;
    const goals = Array.from({ length: 12 }, (_, place) => `- Goal number ${place + 1}`);
    const { suggestions, leftOut } = readPastedBrief(
      [`Goals:`, ...goals, '', long, 'Best regards,', 'Ann Lee'].join('\n'),
    );
    expect(suggestions.find(({ field }) => field === 'objectives')?.changes.objectives?.split('\n')).toHaveLength(10);
    expect(leftOut).toEqual(['Goal number 11', 'Goal number 12', long, 'Ann Lee']);
  });

  it('shortens a text to what the field holds, and shows the rest', () => {
    const audience =
      `${'Parents of small children who read. '.repeat(8)}${'And their friends in town. '.repeat(8)}`.trim();
    const { suggestions, leftOut } = readPastedBrief(`Audience: ${audience}`);
    const kept = suggestions.find(({ field }) => field === 'targetAudience')?.changes.targetAudience ?? '';
    expect(kept.length).toBeLessThanOrEqual(400);
    expect(`${kept} ${leftOut.join(' ')}`.replaceAll('.', '')).toBe(audience.replaceAll('.', ''));
  });

  it.each(['', '   \n\n', 'Budget', '|---|', 'Bonjour,', 'x'.repeat(20_000), ': : :', '\u0000\uFFFD'])(
    'proposes nothing that the form refuses: %#',
    (text) => {
      const { suggestions } = readPastedBrief(text);
      const needed = needsOf({ ...emptyForm('en'), ...taken(text) });
      expect(suggestions.filter(({ field }) => needed[field])).toEqual([]);
    },
  );

  it.each([mail, table, headings])('proposes only what the form accepts: %#', (text) => {
    const needed = needsOf({ ...emptyForm('en'), ...taken(text) });
    expect(readPastedBrief(text).suggestions.filter(({ field }) => needed[field])).toEqual([]);
  });
});

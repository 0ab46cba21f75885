import { expect, it } from 'vitest';
import { trackingName, utmLink } from './utm-link.ts';

const campaign = { campaignName: 'Été à l’Île d’Yeu : 20 % !', startsOn: '2027-06-01' };

it.each([
  ['facebook', 'utm_source=facebook&utm_medium=social&utm_campaign=ete-a-l-ile-d-yeu-20-20270601'],
  ['email', 'utm_source=email&utm_medium=email&utm_campaign=ete-a-l-ile-d-yeu-20-20270601'],
  ['search', 'utm_source=google&utm_medium=cpc&utm_campaign=ete-a-l-ile-d-yeu-20-20270601'],
] as const)('names source, medium and campaign for %s in lower case without accents', (channel, query) =>
  expect(utmLink('https://yeu.example/ete?lang=fr#haut', { channel, ...campaign })).toBe(
    `https://yeu.example/ete?lang=fr&${query}#haut`,
  ),
);

it('has a name for a campaign of signs alone', () =>
  expect(utmLink('https://a.example', { channel: 'x', campaignName: '🔥', startsOn: '2027-01-01' })).toContain(
    'utm_campaign=campaign-20270101',
  ));

it.each([
  ['  Soldes -- d’hiver !! ', 'soldes-d-hiver'],
  ['«« Prêt ? »»', 'pret'],
  [`${'a'.repeat(39)} bc`, 'a'.repeat(39)],
  [`${'a'.repeat(38)}!? bc`, `${'a'.repeat(38)}-b`],
  ['ﬁlm № 5', 'film-no-5'],
])('%j is tracked as %s, without hyphens around it and never longer than 40', (name, tracked) => {
  expect(trackingName(name)).toBe(tracked);
});

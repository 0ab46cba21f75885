// A brief that has to tell people something is no advertisement: every text says what happens, what to do and whom to ask.
import { describe, expect, it } from 'vitest';
import { briefValues } from '../../shared/agents/testing/run-offline.ts';
import type { Language } from '../../shared/contracts/language.ts';
import { noticeOf } from './notice.ts';
import { publicTexts, writeCampaign } from './testing/campaign-texts.ts';
import { clientBrief, clientBriefs } from './testing/client-briefs.ts';

interface Case {
  readonly company: string;
  readonly objectives: readonly string[];
  readonly audience: string;
  /** Parts of what every post and e-mail says, of what every e-mail adds, and of what the article adds. */
  readonly news: string;
  readonly todo?: string;
  readonly ask?: string;
}

const briefOf = (language: Language, { company, objectives, audience }: Case) =>
  clientBrief({
    ...{ name: language === 'fr' ? 'Information' : 'Notice', language, company, objectives, audience },
    ...{ sector: 'services', tone: 'clair', values: 'care', channels: ['facebook', 'email', 'x'], amount: 300, currency: 'EUR' },
    duration: language === 'fr' ? '3 semaines' : '3 weeks',
  }); // biome-ignore format: a table

// biome-ignore format: a table
const notices: readonly (readonly [Language, Case])[] = [
  ['fr', { company: 'Fromagerie du Val', audience: 'clients des marchés de Grenoble', objectives: ['Rappel produit : nos reblochons du lot 2417 vendus du 2 au 14 novembre 2026, présence possible de listeria', 'Ne pas les consommer, les rapporter au magasin pour remboursement avant le 15 décembre', 'Questions : 04 76 00 00 00'], news: 'reblochons du lot 2417', todo: 'les rapporter au magasin pour remboursement avant le 15 décembre', ask: '04 76 00 00 00' }],
  ['en', { company: 'Brightside Home', audience: 'owners of the Sunny kettle bought since March', objectives: ['Tell owners of the Sunny kettle (model SK-200) that the handle can come loose when hot', 'Stop using it and return it for a full refund by 31 January 2027', 'helpline 0800 555 0199'], news: 'Sunny kettle (model SK-200): the handle can come loose', todo: 'return it for a full refund by 31 January 2027', ask: 'helpline 0800 555 0199' }],
  ['fr', { company: 'Piscine des Lilas', audience: 'abonnés et nageurs des Lilas', objectives: ['Informer nos abonnés que le tarif passe de 32 € à 36 € par mois le 1er janvier 2027', 'résiliation gratuite jusqu’au 31 décembre, accueil@lilas.example'], news: 'e tarif passe de 32 € à 36 € par mois', ask: 'accueil@lilas.example' }],
  ['en', { company: 'Loam Veg Boxes', audience: 'current box subscribers', objectives: ['Tell subscribers that the weekly box goes from £18 to £20 on 4 January 2027', 'pause or cancel any time before that at loam.example/account'], news: 'he weekly box goes from £18 to £20', todo: 'ause or cancel any time before that' }],
  ['fr', { company: 'Librairie du Port', audience: 'clients du quartier', objectives: ['Annoncer la fermeture définitive de la librairie le samedi 30 janvier 2027', 'cartes cadeaux valables jusqu’à cette date'], news: 'ermeture définitive de la librairie le samedi 30 janvier 2027' }],
  ['en', { company: 'Hill Street Surgery', audience: 'patients of Hill Street Surgery', objectives: ['The surgery is closed for works from 14 to 18 December 2026', 'Urgent cases: Park Road Clinic, 0161 555 0142'], news: 'he surgery is closed for works from 14 to 18 December' }],
  ['fr', { company: 'Cabinet Ostéo Lumière', audience: 'patients du cabinet', objectives: ['Prévenir nos patients que le cabinet déménage au 14 rue Pasteur à Angers le 11 janvier 2027', 'pas de rendez-vous du 6 au 9 janvier'], news: 'e cabinet déménage au 14 rue Pasteur' }],
  ['en', { company: 'Patch Vets', audience: 'pet owners in Leeds', objectives: ['We are moving to 9 Mill Lane, Leeds on Monday 11 January 2027', 'Same team, same phone 0113 555 0100, free parking'], news: 'e are moving to 9 Mill Lane', ask: '0113 555 0100' }],
  ['fr', { company: 'Régie des Eaux de Lunel', audience: 'habitants du centre de Lunel', objectives: ['Coupure d’eau le mardi 8 décembre 2026 de 8 h à 16 h dans le centre de Lunel', 'Prévoir des réserves ; bouteilles distribuées place Jean-Jaurès'], news: 'oupure d’eau le mardi 8 décembre', todo: 'révoir des réserves' }],
  ['en', { company: 'Nimbus Ledger', audience: 'accountants who use Nimbus Ledger', objectives: ['Service will be unavailable on Sunday 13 December 2026 from 02:00 to 06:00 GMT', 'Export your reports before Saturday evening', 'questions to support@nimbus.example'], news: 'ervice will be unavailable on Sunday 13 December', todo: 'xport your reports before Saturday evening', ask: 'support@nimbus.example' }],
  ['fr', { company: 'La Cigale Bleue', audience: 'spectateurs qui ont un billet', objectives: ['Le concert de Nina Faure du 12 décembre est annulé, l’artiste est souffrante', 'Billets remboursés automatiquement sous 10 jours'], news: 'e concert de Nina Faure du 12 décembre est annulé' }],
  ['en', { company: 'Northgate Library', audience: 'readers in Chester', objectives: ['Let readers know the new opening hours from 4 January 2027: Tue-Sat 10-6, closed Mondays', 'Books can be returned at any time in the box on Bridge Street'], news: 'he new opening hours from 4 January 2027' }],
  ['en', { company: 'FitLoop', audience: 'people with a FitLoop account', objectives: ['Inform users about a data breach on 18 November 2026: hashed passwords were copied, no card data', 'Change your password before 10 December', 'privacy@fitloop.example'], news: 'ata breach on 18 November', todo: 'hange your password before 10 December', ask: 'privacy@fitloop.example' }],
  ['fr', { company: 'Ville de Saint-Omer', audience: 'riverains de la rue Haute', objectives: ['Informer les riverains : la rue Haute est fermée aux voitures du 7 décembre 2026 au 22 janvier 2027', 'stationnement gratuit parking Foch, mairie 03 21 00 00 00'], news: 'a rue Haute est fermée aux voitures', ask: 'mairie 03 21 00 00 00' }],
  ['en', { company: 'Tern Ceramics', audience: 'customers who ordered before 20 November', objectives: ['Warn customers that orders placed before 20 November will arrive two weeks late because our kiln broke down', 'New delivery by 18 December 2026, or a full refund', 'write to hello@tern.example'], news: 'rders placed before 20 November will arrive two weeks late', ask: 'hello@tern.example' }],
  ['fr', { company: 'Mutuelle Azur', audience: 'adhérents', objectives: ['Prévenir les adhérents que le tiers payant change au 1er janvier 2027 : nouvelle carte obligatoire', 'Télécharger la carte dans l’espace adhérent avant le 31 décembre'], news: 'e tiers payant change au 1er janvier 2027', todo: 'élécharger la carte dans l’espace adhérent avant le 31 décembre' }],
  ['fr', { company: 'Fruits du Vercors', audience: 'clients de l’Isère et de la Drôme', objectives: ['Rappeler nos sécheuses modèle SP-2 vendues entre septembre et novembre: le câble peut chauffer, il faut les débrancher et les rapporter en magasin pour être remboursé (59 €)', 'ne pas faire peur aux gens svp'], news: 'Nous rappelons nos sécheuses modèle SP-2 vendues entre septembre et novembre : le câble peut chauffer', todo: 'l faut les débrancher et les rapporter en magasin pour être remboursé (59 €)' }],
];

const even = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/gu, ' ');
const SELLS =
  /d[ée]couvr|retenez|gagne à être connu|un nom à retenir|pensez à|faites connaître|discover|remember (?:the|this) name|worth knowing\.? (?!Please)the|get to know|stands for/iu;

describe.each(notices)('a notice (%s): %o', (language, told) => {
  it('is told whole, and sells nothing', async () => {
    const run = await writeCampaign(briefOf(language, told));
    const { scheduledPosts = [], emails = [], copyByChannel = [], articleMarkdown = '', strategyReport } = run.values;
    const bodies = [...emails, ...copyByChannel].map(({ body }) => even(body));
    const texts = [...scheduledPosts.map(({ text }) => even(text)), ...bodies];
    for (const text of texts) expect(text).toContain(told.news);
    for (const body of emails.map(({ body: text }) => even(text))) {
      if (told.todo) expect(body).toContain(told.todo);
      if (told.ask) expect(body).toContain(told.ask);
    }
    for (const part of [told.news, told.todo ?? '', told.ask ?? '']) expect(even(articleMarkdown)).toContain(part);
    for (const text of publicTexts(run)) expect(text).not.toMatch(SELLS);
    expect(even(JSON.stringify(strategyReport?.keyMessages))).toContain(told.news);
  });
});

it('takes no ordinary brief for a notice', () => {
  const asked = Object.values(clientBriefs).map((sketch) => {
    const { briefContext } = briefValues(clientBrief(sketch), '2026-11-26T09:30:00.000Z');
    return briefContext && noticeOf(briefContext, briefContext.language, (text) => text);
  });
  expect(asked.filter(Boolean)).toEqual([]);
});

it.each([
  ['fr', 'Vendre tout le stock avant la fermeture du magasin'],
  ['fr', 'Faire venir du monde à la boutique, fermée le lundi'],
  ['fr', 'Obtenir 200 inscriptions à la conférence sur les retards de langage'],
  ['fr', 'Rappeler les bienfaits de la lecture à voix haute aux parents'],
  ['fr', 'Rappeler nos horaires d’ouverture aux clients du quartier et vendre 40 paniers'],
  ['en', 'Get 300 bookings before our prices go up in January'],
  ['en', 'Sell the last 40 coats before the shop closes'],
] as const)('lets a campaign that wants something be one (%s): %s', (language, objective) => {
  const brief = briefOf(language, { company: 'Aube', objectives: [objective], audience: 'people', news: '' });
  const { briefContext } = briefValues(brief, '2026-11-26T09:30:00.000Z');
  expect(briefContext && noticeOf(briefContext, language, (text) => text)).toBeUndefined();
});

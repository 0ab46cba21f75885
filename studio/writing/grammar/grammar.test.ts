import { describe, expect, it } from 'vitest';
import { finishText } from '../typography.ts';
import { sayDay, sayMoney } from './amounts-and-days.ts';
import { joinWords } from './join-words.ts';
import { nounPhrase } from './noun-phrase.ts';
import { offerPhrases } from './offer-phrases.ts';
import { peoplePhrase } from './people-phrase.ts';

describe('the seam between a sentence and a phrase', () => {
  it.each([
    ['L’équipe de ', 'Astrolabe', 'L’équipe d’Astrolabe'], ['L’équipe de ', 'Le Fournil', 'L’équipe du Fournil'], ['Parlez de ', 'des paniers', 'Parlez de paniers'],
    ['Parlez de ', 'les paniers', 'Parlez des paniers'], ['une démonstration de ', 'l’outil', 'une démonstration de l’outil'], ['ce que ', 'elle propose', 'ce qu’elle propose'],
    ['Inscrivez-vous à ', 'le festival', 'Inscrivez-vous au festival'], ['À ', 'les familles', 'Aux familles'], ['De ', 'le pain', 'Du pain'], ['jusqu’à ', 'le 1er mars', 'jusqu’au 1er mars'], ['d’ici ', 'le 2 mars', 'd’ici au 2 mars'],
    ['l’équipe de ', 'Hollis', 'l’équipe de Hollis'], ['plus de ', 'haricots', 'plus de haricots'], ['le prix de ', 'un repas', 'le prix d’un repas'],
  ])('"%s" + "%s" is "%s"', (before, phrase, whole) => expect(joinWords(before, phrase, 'fr')).toBe(whole)); // biome-ignore format: a table

  it('chooses a or an in English', () => {
    expect(joinWords('Try a ', 'app', 'en')).toBe('Try an app');
    expect(joinWords('Try an ', 'unusual tour', 'en')).toBe('Try an unusual tour');
  });
});

describe('a noun phrase', () => {
  it.each([
    ['des paniers de légumes', 'des paniers de légumes', 'les paniers de légumes', '[vos|tes] paniers de légumes', 'ces paniers'],
    ['une montre', 'une montre', 'la montre', '[votre|ta] montre', 'cette montre'], ['un abonnement', 'un abonnement', 'l’abonnement', '[votre|ton] abonnement', 'cet abonnement'],
    ['montres Équinoxe', 'des montres Équinoxe', 'les montres Équinoxe', '[vos|tes] montres Équinoxe', 'ces montres'], ['notre atelier', 'un atelier', 'l’atelier', '[votre|ton] atelier', 'cet atelier'],
    ['le 2e trimestre', 'le 2e trimestre', 'le 2e trimestre', '[votre|ton] 2e trimestre', 'ce 2e trimestre'], ['Nimbus', 'Nimbus', 'Nimbus', 'Nimbus', 'Nimbus'], ['28 pièces', '28 pièces', 'les 28 pièces', '[vos|tes] 28 pièces', 'ces pièces'],
  ])('of French: %s', (text, whole, definite, yours, again) => expect(nounPhrase(text, 'fr')).toMatchObject({ whole, definite, yours, again })); // biome-ignore format: a table

  it.each([
    ['vegetable boxes', 'vegetable boxes', 'vegetable boxes', 'these boxes'], ['check-up', 'a check-up', 'the check-up', 'this check-up'],
    ['our bed management software for hospitals', 'bed management software for hospitals', 'the bed management software for hospitals', 'this software'], ['Loam', 'Loam', 'Loam', 'Loam'],
    ['quiet talk about funeral plans', 'a quiet talk about funeral plans', 'the quiet talk about funeral plans', 'this talk'], ['1st checkup', 'a 1st checkup', 'the 1st checkup', 'this checkup'],
  ])('of English: %s', (text, whole, definite, again) => expect(nounPhrase(text, 'en')).toMatchObject({ whole, definite, again })); // biome-ignore format: a table

  it('becomes what a goal makes people ask for', () => {
    expect(offerPhrases('boulangers en CDI', 'apply', 'fr').ask.whole).toBe('des postes de boulanger en CDI');
    expect(offerPhrases('des paniers bio', 'subscribe', 'fr').ask.whole).toBe('un abonnement aux paniers bio');
    expect(offerPhrases('un abonnement mensuel', 'subscribe', 'fr').ask.whole).toBe('un abonnement mensuel');
    expect(offerPhrases('WardFlow', 'request-demo', 'en').ask.whole).toBe('a demo of WardFlow');
  });
});

describe('signs, money and days', () => {
  it('follow each variety', () => {
    expect(finishText("L'idée : « 12 500 € ! »", 'fr-FR')).toBe(
      'L’idée\u00a0: «\u00a012\u202f500\u00a0€\u202f!\u00a0»',
    );
    expect(finishText('Un e-mail le week-end ?', 'fr-CA')).toBe('Un courriel la fin de semaine?');
    expect(finishText('the colour of the programme', 'en-US')).toBe('the color of the program');
    expect([sayMoney(25, 'CHF', 'fr-CH'), sayMoney(14, 'CAD', 'fr-CA'), sayMoney(1250, 'USD', 'en-US')]).toEqual([
      'CHF\u00a025.–',
      '14\u00a0$',
      '$1,250',
    ]);
    expect([sayDay('2027-03-01', 'fr-FR'), sayDay('2027-03-04', 'en-US'), sayDay('2027-03-04', 'en-GB')]).toEqual([
      'le lundi\u00a01er\u00a0mars',
      'Thursday, March 4',
      'Thursday 4 March',
    ]);
  });
});

describe('people', () => {
  it.each([
    ['parents à moins de 25 km, surtout ceux qui débutent', 'fr', 'les parents'],
    ['families within 20 miles', 'en', 'families'],
    ['gourmands de 25 à 45 ans', 'fr', 'les gourmands'],
  ] as const)('of a distance or an age are named without it: %s', (audience, language, people) => {
    expect(peoplePhrase(audience, language)).toBe(people);
  });
});

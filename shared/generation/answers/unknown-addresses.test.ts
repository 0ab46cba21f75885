import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { freeModels } from '../../../tests/support/fake-models.ts';
import { askForText, reuseOfText } from '../requests.ts';
import { readAnswer } from './read-answer.ts';
import { foreignPlaces } from './unknown-addresses.ts';

const given = `{"website":"https://www.maison.example/pain","contact":"Anna@Maison.example","phone":"+33 1 98 76 54 32"}
Écrire à presse@maison.example ou appeler le 02 40 11 22 33.`;
const at = (text: string) => foreignPlaces({ title: 'Bon', list: [{ text }] }, given).map(({ pointer }) => pointer);

describe('an answer may name', () => {
  it.each([
    'Voir https://maison.example.',
    'Voir https://www.maison.example/offre?utm=1, vite !',
    'Voir www.Maison.example',
    '[la page](https://maison.example/pain)',
    'Écrire à anna@maison.example',
    'presse@maison.example',
    'Appeler le 01 98 76 54 32',
    'Call +33198765432 or 02.40.11.22.33',
    'Du 01.12.2026 10 h au 05.01.2027',
    '1 200 000 000 € en 2026-11-26, 0800 fois',
    'Booking.com et Node.js n’y sont pour rien',
    'a < b, <3, 5 > 4, et <em>oui</em>',
    'C’est [vraiment] (très) bon !',
  ])('%s', (text) => expect(at(text)).toEqual([]));
});

describe('an answer must not bring along', () => {
  it.each([
    'Voir https://evil.example/steal?d=brief',
    'Voir http://maison.example.evil.test/',
    'Voir https://notmaison.example/',
    'Voir https://maison.example@evil.test/x',
    'www.evil.test',
    '[la page](//evil.test/x)',
    'Écrire à boss@evil.test',
    'Écrire à anna@maison.example.evil.test',
    'Appeler le 06 12 34 56 78',
    'Call +44 20 7946 0958 now',
    '![pixel](https://maison.example/p.png)',
    '![pixel][ref]',
    '<img src="https://maison.example/p.png">',
    'Bon <script>alert(1)</script>',
    '<a href="/x">ici</a>',
    '[ici](javascript:alert(1))',
  ])('%s', (text) => expect(at(text)).toEqual(['#/list/0/text']));
});

describe('what was asked for with what may be named', () => {
  const schema = z.strictObject({ text: z.string().min(1) });
  const answer = JSON.stringify({ text: 'Voir https://evil.test/x' });
  const request = {
    ...{ system: 'Write.', prompt: 'A brief.', schema, maximumOutputTokens: 100 },
    source: { purpose: 'CMO', language: 'en', facts: {}, feedback: [] },
  } as const;

  it('has a fault with its place, to be told to who mends it', () => {
    expect(readAnswer({ text: answer, ended: 'stop' }, schema, 'A brief.')).toMatchObject({
      ...{ isValid: false, why: 'unfit' },
      faults: [{ pointer: '#/text', detail: 'must name no web address that the brief does not name' }],
    });
  });

  it('may say all that it likes where nothing was said of it, as for a caller outside of a campaign', () => {
    expect(readAnswer({ text: answer, ended: 'stop' }, schema)).toMatchObject({ isValid: true });
    expect(reuseOfText(request, 'fresh').fromText?.(answer)).toBeDefined();
  });

  it('is no longer taken from the cache, and of a program nothing is feared', async () => {
    const guarded = { ...request, mayName: request.prompt };
    expect(reuseOfText(guarded, 'fresh').fromText?.(answer)).toBeUndefined();
    const { text: model } = freeModels();
    const generate = async () => ({ ...(await model.generate(guarded)), text: answer, ended: 'stop' as const });
    const isTakenOf = async (isTrained: boolean) => {
      const saying = { ...model, generate, card: { ...model.card, isTrained } };
      return (await askForText('text-1', [saying], guarded).make(saying)).reading.isValid;
    };
    expect([await isTakenOf(true), await isTakenOf(false)]).toEqual([false, true]);
  });
});

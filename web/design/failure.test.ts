import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseLanguage } from '../i18n/messages.ts';
import { sayFailure } from './failure.tsx';

const speak = (language: 'en' | 'fr') => {
  vi.stubGlobal('localStorage', { setItem: () => {} });
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  chooseLanguage(language);
};
afterEach(() => {
  speak('en');
  vi.unstubAllGlobals();
});

const held = {
  name: 'BudgetExceeded',
  reason: 'The next text call may cost $0.0677.',
  amounts: { nextMicroUsd: 67_700, committedMicroUsd: 40_000, capMicroUsd: 100_000 },
};

describe('why a phase stopped', () => {
  it('is said with the money of the stop in French, and with a cap that is enough', () => {
    speak('fr');
    const said = sayFailure(held).replace(/\s/g, ' ');
    expect(said).toContain('0,0677 $');
    expect(said).toContain('le plafond de 0,10 $');
    expect(said).toContain('Portez-le à 0,11 $ au moins');
  });

  it('is never English for who reads French, whatever its kind', () => {
    speak('fr');
    expect(sayFailure({ name: 'OutputInvalid', reason: 'Its answer lacks "hook".' })).toContain('écrivez-la à la main');
    expect(sayFailure({ name: 'BudgetExceeded', reason: 'The month is used up.' })).toContain('l’argent d’IA du mois');
    expect(sayFailure({ name: 'States.Timeout', reason: 'Too late.' })).toContain('écoulé');
    expect(sayFailure({ name: 'Surprise', reason: 'Nobody knows.' })).toContain('inattendue');
  });

  it('is the sentence of the server in English, where we have none of our own', () => {
    speak('en');
    expect(sayFailure({ name: 'Surprise', reason: 'The disk is full.' })).toBe('The disk is full.');
    expect(sayFailure(held)).toContain('Raise it to $0.11 or more');
  });
});

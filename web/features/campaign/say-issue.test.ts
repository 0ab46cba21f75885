import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { paragraphText } from '../../../shared/contracts/text.ts';

const schema = z.object({
  text: paragraphText(10),
  list: z.array(z.string()).min(2),
  number: z.int().max(100),
  kind: z.enum(['one', 'two']),
});
let said: (value: unknown) => string[];
let chooseLanguage: typeof import('../../i18n/messages.ts').chooseLanguage;
beforeEach(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  ({ chooseLanguage } = await import('../../i18n/messages.ts'));
  const { sayIssue } = await import('./say-issue.ts');
  said = (value) => schema.safeParse(value, { reportInput: true }).error?.issues.map(sayIssue) ?? [];
});
afterEach(() => {
  chooseLanguage('en');
  vi.unstubAllGlobals();
});

it('says what is wrong with a value in French on a French page', () => {
  chooseLanguage('fr');
  expect(said({ text: ' ', list: [], number: 101, kind: 'three' })).toEqual([
    'À remplir',
    'Au moins 2',
    'Au plus 100',
    'Cette valeur ne convient pas',
  ]);
  expect(said({ text: 'longer than that', list: ['a', 'b'], number: 1, kind: 'one' })).toEqual([
    'Au plus 10 caractères',
  ]);
});

it('says it in the words of the schema on an English one', () => {
  chooseLanguage('en');
  expect(said({ text: '', list: ['a', 'b'], number: 101, kind: 'one' })).toEqual([
    'This must not be empty',
    expect.stringContaining('100'),
  ]);
});

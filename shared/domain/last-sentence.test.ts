import { expect, it } from 'vitest';
import { lastSentence } from './last-sentence.ts';

it.each([
  ['nothing yet', '', undefined],
  ['no JSON', 'Here is the answer you', undefined],
  ['a key under way', '{"the long na', undefined],
  ['a sentence that is not finished', '{"title": "A quiet spring', undefined],
  ['a field', '{"title": "A quiet spring", "te', 'A quiet spring'],
  ['a sentence of a text that goes on', '{"text": "Machines stop. People wait. Nobody kn', 'People wait.'],
  ['a text in a list', '{"list": ["First thing to do", "Second thing to do", "Thi', 'Second thing to do'],
  ['numbers and fixed words after a sentence', '{"a": "One fine day", "kind": "blog", "n": [1, 2', 'One fine day'],
  ['a key that reads like a sentence', '{"a": "One fine day", "another fine day": 3', 'One fine day'],
  ['a code fence', '```json\n{"a": "One fine day"', 'One fine day'],
  ['escapes', '{"a": "She said \\"yes\\" at 5\\u00a0pm. Then\\u00', 'She said "yes" at 5\u00a0pm.'],
  ['an escaped backslash at the end', '{"a": "A path\\\\", "b": "One fine d', 'A path\\'],
  ['what a model thinks', '<think>{"a": "Let me think"}', undefined],
  ['an answer after it', '<think>{"a": "Let me think"}</think>{"a": "One fine day"}', 'One fine day'],
])('of %s', (_what, text, expected) => {
  expect(lastSentence(text, 'en')).toBe(expected);
});

it.each([
  ['## Why it **matters** now\\n\\nNext', 'Why it matters now'],
  ['- Read [our guide](https://example.com/a) _today_.\\nNext', 'Read our guide today.'],
  ['<p>A <strong>strong</strong> word.</p> Next one', 'A strong word.'],
  ['1. Fish &amp; chips are back.\\nNext', 'Fish & chips are back.'],
])('without the markup of %j', (text, expected) => {
  expect(lastSentence(`{"text": "${text}`, 'en')).toBe(expected);
});

it('keeps French as it is written', () => {
  const text = '{"texte": "Prêt·e à changer\u00a0? « Oui\u00a0», dit-elle. Alors com';
  expect(lastSentence(text, 'fr')).toBe('« Oui\u00a0», dit-elle.');
});

it('carries no control character and is never longer than a frame shows', () => {
  const sentence = lastSentence(`{"text": "Evil \\u001b[2J words ${'and more '.repeat(100)}"`, 'en') ?? '';
  expect(sentence).not.toContain('\u001b');
  expect(sentence.length).toBeLessThanOrEqual(240);
});

it('does not read along a text without end', () => {
  expect(lastSentence(`{"text": "${'All is well. '.repeat(20_000)}`, 'en')).toBeUndefined();
});

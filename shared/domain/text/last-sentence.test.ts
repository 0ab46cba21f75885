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
  [
    'fields that follow one another without spaces',
    '{"a":"One fine day","b":"Two fine days","c":"Thr',
    'Two fine days',
  ],
  ['an object in a list', '[{"a": "One fine day"}, {"b": "Two fine d', 'One fine day'],
  ['a key after a list', '{"l": [["One fine day"], "Two fine days"], "another fine day": 1', 'Two fine days'],
  ['a text in a list after an object', '{"l": [{"a": "One fine day"}, "Two fine days"], "n": 1', 'Two fine days'],
  ['a key after an object', '{"o": {"a": "One fine day"}, "another fine day": 1', 'One fine day'],
  ['a letter and a number', '{"a": "One fine day", "b": "T 1", "c": "2 B"', 'One fine day'],
  ['two letters around signs', '{"a": "One fine day", "b": "a – (1) b", "c": 1', 'a – (1) b'],
  ['half an escaped sign', '{"a": "One fine day. Another one \\u0', 'One fine day.'],
  ['a backslash at the end', '{"a": "One fine day. Another one\\', 'One fine day.'],
  [
    'a sentence that ends where a letter begins to be written',
    '{"a": "One fine day.\\nTwo fine days.\\u00',
    'One fine day.',
  ],
  ['a list of 19 words behind a sentence', `{"a": "One fine day", "l": [${'"word", '.repeat(19)}`, 'One fine day'],
  ['a list of 20 words behind a sentence', `{"a": "One fine day", "l": [${'"word", '.repeat(20)}`, undefined],
  ['a thought with spaces before it', ' \n<think>{"a": "Let me think"}', undefined],
  ['a tag that is not at the beginning', '{"a": "One fine day", "b": "<think>', 'One fine day'],
  ['an answer that follows a thought at once', '</think>{"a": "One fine day"}', 'One fine day'],
  ['what a model thinks', '<think>{"a": "Let me think"}', undefined],
  ['an answer after it', '<think>{"a": "Let me think"}</think>{"a": "One fine day"}', 'One fine day'],
])('of %s', (_what, text, expected) => {
  expect(lastSentence(text, 'en')).toBe(expected);
});

it.each([
  ['## Why it **matters** now\\n\\nNext', 'Why it matters now'],
  ['- Read [our guide](https://example.com/a) _today_.\\nNext', 'Read our guide today.'],
  ['<p>A <strong>strong</strong> word.</p> Next one', 'A strong word.'],
  ['> Words that somebody said\\nNext', 'Words that somebody said'],
  ['>Words that somebody said\\nNext', 'Words that somebody said'],
  ['  12)  An item with spaces\\nNext', 'An item with spaces'],
  ['*   An item with spaces\\nNext', 'An item with spaces'],
  ['> - ###   A heading in a list\\nNext', 'A heading in a list'],
  ['2026 was fine - or so\\nNext', '2026 was fine - or so'],
  ['-5 degrees in spring\\nNext', '-5 degrees in spring'],
  ['![A picture](https://example.com/a.png \\"Its title\\") of a house\\nNext', 'A picture of a house'],
  ['Read [it](a   \\"b\\") and [this](c) now\\nNext', 'Read it and this now'],
  ['Call ``this()`` or ~~not~~ __so__\\nNext', 'Call this() or not so'],
  ['*One* fine (_and_ long) *d* day\\nNext', 'One fine (and long) d day'],
  ['A snake_case_name stays *as it is*\\nNext', 'A snake_case_name stays as it is'],
  ['2 * 3 * 4 is so\\nNext', '2 * 3 * 4 is so'],
  ['Words   with    spaces\\nNext', 'Words with spaces'],
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
  const begun = '{"text": "All is well", "more": "';
  const fills = (length: number) => `${begun}${'a'.repeat(length - begun.length)}`;
  expect(lastSentence(fills(200_000), 'en')).toBe('All is well');
  expect(lastSentence(fills(200_001), 'en')).toBeUndefined();
  expect(lastSentence(`{"text": "${'All is well. '.repeat(20_000)}`, 'en')).toBeUndefined();
});

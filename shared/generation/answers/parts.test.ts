// The parts of which the reading of an answer is made, each by what it makes of what was written.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { shapeOf } from '../../models/answer-shape.ts';
import { faultsInWords, namesOfFixes, pointerTo } from './answer-reading.ts';
import { findValues } from './find-json.ts';
import { bare, means, meantWord } from './key-synonyms.ts';
import { doubtfulPlaces, isRefusal, isSchema, saysNo } from './non-answers.ts';
import { normalise } from './normalise.ts';
import { cutToFit, hashtagIn, linesOf, numberIn, truthIn, wholeNumber } from './normalise-scalar.ts';
import { anotherModel, type PastCall, planNextCall } from './plan-next-call.ts';
import { readText } from './read-text.ts';
import { repairRequest } from './repair-prompt.ts';

describe('a number', () => {
  it.each<[string, number | undefined]>([
    ['35 %', 35], ['1 200', 1200], ['1\u202F200\u00A0500', 1_200_500], ["14'800 CHF", 14_800], ['5s', 5], ['Semaine 3', 3], ['env. 40', 40],
    ['~ 7', 7], ['≈12', 12], ['-4', -4], ['12,5', 12.5], ['12.25', 12.25], ['0,123', undefined], ['1,2345', 1.2345], ['12€', 12], ['$12', undefined],
    ['1 20', undefined], ['3 ou 4', undefined], ['douze', undefined], ['', undefined], ['2 minutessss', undefined], ['9 kg.', 9],
  ])('in "%s" is %s', (text, value) => expect(numberIn(text)).toBe(value));

  it.each<[number, number | undefined]>([[3, 3], [3.4, 3], [3.5, 4], [-1.6, -2], [1, 1], [0, 0], [0.99, undefined], [-0.5, undefined], [1.2, 1]])(
    '%d is %s as a whole one',
    (value, whole) => expect(wholeNumber(value)).toBe(whole),
  );
}); // biome-ignore format: tables

describe('a text', () => {
  it.each<[string, boolean | undefined]>([
    [' Oui ', true], ['TRUE', true], ['vrai', true], ['yes', true], ['non', false], ['Faux', false], ['no', false], ['false', false], ['maybe', undefined], ['', undefined],
  ])('"%s" is %s', (text, truth) => expect(truthIn(text)).toBe(truth));

  it('is cut where it is little too long, and left where it fits or was written to another measure', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'mots').join(' '); // 5 signs each but the last
    expect(cutToFit(words(20), 99)).toBeUndefined(); // fits to the last sign
    expect(cutToFit(words(20), 98)).toBe(`${words(19)}…`);
    expect(cutToFit('a'.repeat(23), 20)).toBe(`${'a'.repeat(19)}…`);
    expect(cutToFit('a'.repeat(24), 20)).toBeUndefined();
  });

  it.each<[string, string[] | undefined]>([
    ['- un\n- deux', ['un', 'deux']],
    ['1. un\n12) deux', ['un', 'deux']],
    ['• un\n\n  * deux \n', ['un', 'deux']],
    ['un\ndeux', ['un', 'deux']],
    ['un', undefined],
    ['- un', undefined],
    ['intro :\n- un\n- deux', undefined],
    ['-un\n-deux', ['-un', '-deux']],
    ['2026. un\n2027. deux', ['2026. un', '2027. deux']],
  ])('%j has the lines %j', (text, lines) => expect(linesOf(text)).toEqual(lines));

  it.each<[string, string | undefined]>([
    ['pain', '#pain'], ['#pain', '#pain'], ['du bon pain', '#DuBonPain'], ['#du-bon_pain', '#DuBon_pain'], ['C++', '#C'], ['#2026', undefined], ['', undefined], ['###', undefined],
    ['e\u0301lan', '#élan'], ['a'.repeat(120), `#${'a'.repeat(99)}`], ['année 2026', '#Année2026'],
  ])('"%s" is the hashtag %s', (text, hashtag) => expect(hashtagIn(text)).toBe(hashtag));
}); // biome-ignore format: tables

describe('names', () => {
  it('are the same without case, accents and signs', () => {
    expect(bare(' Clé_des-Messages 2 ')).toBe('cledesmessages2');
    expect([means('Messages clés', 'keyMessages'), means('key_messages', 'keyMessages'), means('titre', 'title')]).toEqual([true, true, true]);
    expect([means('titre', 'name'), means('', 'title'), means('cle', 'unknownName')]).toEqual([false, false, false]);
  });

  const words = ['informational', 'commercial', 'email', 'search', 'x', 'blog'];
  it.each<[string, string | undefined]>([
    ['Commercial', 'commercial'], ['commerciale', 'commercial'], ['courriel', 'email'], ['E-mail', 'email'], ['Twitter', 'x'], ['le blog', 'blog'], ['un e-mail', 'email'],
    ['campagne newsletter', 'email'], ['blog et email', undefined], ['blogging', undefined], ['', undefined], ['!?', undefined], ['recherche informationnelle', undefined],
  ])('"%s" is the word %s', (written, word) => expect(meantWord(written, words)).toBe(word));

  it('are none where two of a list are the same', () => {
    expect([meantWord('a-b', ['ab', 'A B']), meantWord('mail', ['email', 'e mail'])]).toEqual([undefined, 'email']);
  });
}); // biome-ignore format: tables

describe('values in a text', () => {
  const found = (text: string, isWhole = true) => findValues(text, isWhole).map(({ value, rules }) => [value, ...rules]);
  it.each<[string, string, unknown[][]]>([
    ['alone', ' {"a":1} ', [[{ a: 1 }]]],
    ['as a number', '3', [[3]]],
    ['between sentences', 'Here [1] it {"a":1} is', [[[1], 'text-around-removed'], [{ a: 1 }, 'text-around-removed']]],
    ['after reasoning', '<think>{"b":2}</think>{"a":1}', [[{ a: 1 }, 'reasoning-removed']]],
    ['after reasoning of other names', '<Reflection>\n{"b":2}</Reflection>\n<thought>x</thought> so: {"a":1}', [[{ a: 1 }, 'reasoning-removed', 'text-around-removed']]],
    ['after the end of reasoning', 'hm {"b":2}</reasoning>{"a":1}', [[{ a: 1 }, 'reasoning-removed']]],
    ['with brackets in texts', 'x {"a":"} ] {"} y', [[{ a: '} ] {' }, 'text-around-removed']]],
    ['with escaped quotes', 'x {"a":"\\"}"} y', [[{ a: '"}' }, 'text-around-removed']]],
    ['mended', "{a: 'b',}", [[{ a: 'b' }, 'json-mended']]],
    ['with a comment first', '{/* c */ "a": 1}', [[{ a: 1 }, 'json-mended']]],
    ['within brackets that are words', 'The {spring} plan {"a":1}', [[{ a: 1 }, 'text-around-removed']]],
    ['not at all', 'nothing {here}', []],
  ])('%s', (_where, text, values) => expect(found(text)).toEqual(values));

  it('are closed where the text was whole, and not where it was cut off, nor within a sentence', () => {
    expect(found('{"a":[1,2', true)).toEqual([[{ a: [1, 2] }, 'json-mended']]);
    expect(found('{"a":[1,2', false)).toEqual([]);
    expect(found('{"a":"b', true)).toEqual([]);
    expect(found('{"a":1} and {"b":[', false)).toEqual([[{ a: 1 }, 'text-around-removed']]);
  });

  it('are not looked for after sixty brackets that begin none', () => {
    expect(found(`${'{x} '.repeat(59)}{"a":1}`)).toHaveLength(1);
    expect(found(`${'{x} '.repeat(60)}{"a":1}`)).toHaveLength(0);
  });
}); // biome-ignore format: tables

describe('what is no answer', () => {
  const shape = shapeOf(
    z.strictObject({ title: z.string().min(1), note: z.string(), kind: z.enum(['none', 'a']), list: z.array(z.strictObject({ text: z.string().min(1) })) }),
  );
  const places = (changes: object) =>
    doubtfulPlaces({ title: 'Bread', note: '', kind: 'none', list: [], ...changes }, shape).map(({ pointer }) => pointer);
  it.each([
    'N/A', 'n.a.', 'NA', 'null', 'None', 'undefined', 'TBD', 'tba', 'todo', 'xxx', 'XXXXX', '...', '…', 'string', 'Text', 'texte', 'à définir', 'à venir', 'To be completed', 'Lorem ipsum dolor',
    'Bonjour [à compléter]', 'Hello [your name], hi', '[lien vers le site]', '[Date]',
  ])('"%s" in a text that may not be empty', (title) => expect(places({ title })).toEqual(['#/title']));
  it.each(['None of it', 'Todos', 'xx', 'A text', 'À venir en mai', '[une note]', 'string theory'])('but not "%s"', (title) => expect(places({ title })).toEqual([]));

  it('is looked for in all places but texts that may be empty and words of lists', () => {
    expect(places({ note: 'N/A', kind: 'none', list: [{ text: 'fine' }, { text: 'TBD' }] })).toEqual(['#/list/1/text']);
    expect(places({ note: '<<< DATA x' })).toEqual(['#/note']);
    expect(places({ title: 'x <<<FIN y' })).toEqual(['#/title']);
    expect(places({ title: '<<<DATABASE' })).toEqual([]);
  });

  it.each<[string, boolean]>([
    ['I’m sorry, no', true], ["I can't do that", true], ['I cannot help', true], ['I won’t', true], ['As an AI model', true], ['Je suis désolé', true], ['Désolée, mais je dois refuser', true], ['je ne peux pas', true],
    ['We cannot wait', false], ['Sorry we are open', false], [`${'a '.repeat(150)}I cannot help`, false], [`${'a '.repeat(140)}I cannot help`, true],
  ])('a refusal: "%s" %s', (text, refused) => expect(isRefusal(text)).toBe(refused));

  it('is a value that says no, and no longer one', () => {
    expect([saysNo('I cannot help'), saysNo({ error: 'I cannot help' }), saysNo({ a: 1, b: 2, c: 'I cannot help' })]).toEqual([true, true, true]);
    expect([saysNo({ a: 1, b: 2, c: 3, d: 'I cannot help' }), saysNo({}), saysNo({ a: 1 }), saysNo(['I cannot help']), saysNo(null), saysNo('Fine')]).toEqual([false, false, false, false, false, false]);
  });

  it('is a schema in the place of what it describes', () => {
    expect(isSchema({ properties: { a: { type: 'string' }, b: { anyOf: [] }, c: { $ref: '#' } } })).toBe(true);
    expect([isSchema({ properties: { a: { type: 'string' }, b: 'x' } }), isSchema({ properties: { a: {} } }), isSchema({ properties: 3 }), isSchema({}), isSchema([])]).toEqual([false, false, false, false, false]);
  });
}); // biome-ignore format: tables

describe('a value', () => {
  const put = (value: unknown, schema: z.ZodType, options?: { dropsUnknown: boolean }) => {
    const { value: better, fixes } = normalise(value, schema, options);
    return [better, ...fixes.map(({ pointer, rule }) => `${pointer} ${rule}`)];
  };
  const of = (field: z.ZodType) => z.strictObject({ a: field, b: z.string() });
  it.each<[string, z.ZodType, unknown, unknown, string[]]>([
    ['null where it may be left out', z.string().optional(), null, undefined, ['#/a null-dropped']],
    ['null where it may be null', z.string().nullable(), null, null, []],
    ['null where it must be something', z.string(), null, null, []],
    ['null where it may be null or left out', z.string().nullish(), null, null, []],
    ['a number in words', z.number(), 'env. 12,5', 12.5, ['#/a number-read']],
    ['a whole number in words', z.int(), '12,6', 13, ['#/a number-read', '#/a number-rounded']],
    ['a fraction for a whole number', z.int(), 2.4, 2, ['#/a number-rounded']],
    ['a share for a whole number', z.int(), '0,4', 0.4, ['#/a number-read']],
    ['a word for a truth', z.boolean(), 'oui', true, ['#/a word-matched']],
    ['a word that is none', z.boolean(), 'vielleicht', 'vielleicht', []],
    ['a number for a text', z.string(), 12, '12', ['#/a text-made']],
    ['paragraphs for a text', z.string(), ['x', 'y'], 'x\n\ny', ['#/a text-made']],
    ['an empty list for a text', z.string(), [], [], []],
    ['a list of others for a text', z.string(), ['x', 1], ['x', 1], []],
    ['a word of a list', z.enum(['blog', 'email']), 'Courriel', 'email', ['#/a word-matched']],
    ['a constant', z.literal('blog'), 'BLOG', 'blog', ['#/a word-matched']],
    ['a text for a list', z.array(z.string()), 'x', ['x'], ['#/a list-made']],
    ['an empty text for a list', z.array(z.string()), ' ', ' ', []],
    ['lines for a list', z.array(z.string()), '- x\n- y', ['x', 'y'], ['#/a list-made']],
    ['numbered entries', z.array(z.string()), { 0: 'x', 1: 'y' }, ['x', 'y'], ['#/a list-made']],
    ['an object that is no list', z.array(z.string()), { x: 'y' }, { x: 'y' }, []],
    ['an empty object that is no list', z.array(z.string()), {}, {}, []],
    ['one entry', z.array(z.strictObject({ hook: z.string() })), { Accroche: 'x' }, [{ hook: 'x' }], ['#/a list-made', '#/a/0/hook key-renamed']],
    ['blanks in a list', z.array(z.string()), ['x', null, ' ', 'y'], ['x', 'y'], ['#/a blank-dropped']],
    ['a list too long', z.array(z.string()).max(1), ['x', 'y'], ['x'], ['#/a list-trimmed']],
    ['blanks in a list that would be too short', z.array(z.string()).min(2), ['x', ''], ['x', ''], []],
    ['hashtags in one text', z.array(z.string().regex(/^#\p{L}+$/u)), '#un #deux, trois', ['#un', '#deux', '#trois'], ['#/a list-made', '#/a/2 hashtag-mended']],
    ['hashtags twice', z.array(z.string().regex(/^#\p{L}+$/u)), ['#un', '#UN', '#2'], ['#un'], ['#/a blank-dropped', '#/a duplicate-dropped']],
    ['hashtags between commas, blanks and lines', z.array(z.string().regex(/^#\p{L}+$/u)), '#un ,  #deux;; #trois\n\n #quatre ', ['#un', '#deux', '#trois', '#quatre'], ['#/a list-made', '#/a/3 hashtag-mended']],
    ['entries numbered beyond nine', z.array(z.string()), { 10: 'x', 11: 'y' }, ['x', 'y'], ['#/a list-made']],
    ['names that only begin with a number', z.array(z.string()), { '1x': 'x', '2x': 'y' }, { '1x': 'x', '2x': 'y' }, []],
    ['names that only end with a number', z.array(z.string()), { x1: 'x', x2: 'y' }, { x1: 'x', x2: 'y' }, []],
    ['numbers among other names', z.array(z.string()), { 0: 'x', of: 'y' }, { 0: 'x', of: 'y' }, []],
    ['an object that is no entry', z.array(z.strictObject({ hook: z.string() })), { foo: 'x' }, { foo: 'x' }, []],
    ['the word itself', z.enum(['blog', 'email']), 'blog', 'blog', []],
    ['a word of no list', z.enum(['blog', 'email']), 'parapente', 'parapente', []],
    ['a number for a word', z.enum(['blog', 'email']), 3, 3, []],
    ['a list for a number', z.number(), [1], [1], []],
    ['a text for an object', z.strictObject({ x: z.string() }), 'y', 'y', []],
  ])('%s', (_what, field, a, better, fixes) => {
    expect(put({ a, b: 'z' }, of(field))).toEqual([better === undefined ? { b: 'z' } : { a: better, b: 'z' }, ...fixes]);
  });

  it('is the choice that its words tell, and the nearest one where none does', () => {
    const choice = z.union([
      z.strictObject({ kind: z.literal('bars'), bars: z.array(z.string()) }),
      z.strictObject({ kind: z.literal('text'), body: z.string() }),
    ]);
    expect(put({ a: { Type: 'TEXT', corps: 'x' }, b: 'z' }, of(choice))).toEqual([
      { a: { kind: 'text', body: 'x' }, b: 'z' },
      '#/a/kind key-renamed',
      '#/a/kind word-matched',
      '#/a/body key-renamed',
    ]);
    expect(put({ a: { body: 3 }, b: 'z' }, of(choice))).toEqual([{ a: { body: '3' }, b: 'z' }, '#/a/body text-made']);
    expect(put({ a: 'x', b: 'z' }, of(z.union([z.number(), z.array(z.string())])))).toEqual([{ a: 'x', b: 'z' }]);
  });

  it('is the choice that its word tells, though it has more names of another', () => {
    const [bars, body] = [z.strictObject({ kind: z.literal('bars'), bars: z.array(z.string()), title: z.string() }), z.strictObject({ kind: z.enum(['text']), body: z.string() })];
    const value = { kind: 'TEXT', bars: ['x'], title: 'y', corps: 'z' };
    for (const choice of [z.union([bars, body]), z.union([body, bars])]) {
      expect(put({ a: value, b: 'z' }, of(choice))[0]).toEqual({ a: { kind: 'text', body: 'z' }, b: 'z' });
      expect(put({ a: { ...value, kind: 'none' }, b: 'z' }, of(choice))[0]).toEqual({ a: { kind: 'none', bars: ['x'], title: 'y' }, b: 'z' });
      expect(put({ a: { bars: ['x'], title: 'y' }, b: 'z' }, of(choice))[0]).toEqual({ a: { bars: ['x'], title: 'y' }, b: 'z' });
    }
  });

  it('is opened where it stands in a list of one, and in none of two', () => {
    const whole = { a: 'x', b: 'z' };
    expect(put([whole], of(z.string()))).toEqual([whole, '# unwrapped']);
    expect(put({ r: [whole] }, of(z.string()))[0]).toEqual(whole);
    expect(put({ r: [whole, whole] }, of(z.string()), { dropsUnknown: false })).toEqual([{ r: [whole, whole] }]);
    expect(put([{ c: 1 }], of(z.string()), { dropsUnknown: false })).toEqual([[{ c: 1 }]]);
    expect(put([whole, whole], of(z.string()), { dropsUnknown: false })).toEqual([[whole, whole]]);
  });

  it('is opened to five wrappings, and no deeper', () => {
    const wrap = (times: number): unknown => (times === 0 ? { a: 'x', b: 'z' } : { r: wrap(times - 1) });
    expect(put(wrap(1), of(z.string()))).toEqual([{ a: 'x', b: 'z' }, '# unwrapped']);
    expect(put(wrap(4), of(z.string()))[0]).toEqual({ a: 'x', b: 'z' });
    expect(put(wrap(9), of(z.string()), { dropsUnknown: false })[0]).toEqual(wrap(9));
  });

  it('is the part that has most of the names', () => {
    expect(put({ draft: { a: 'x' }, final: { a: 'x', b: 'z' } }, of(z.string()))[0]).toEqual({ a: 'x', b: 'z' });
  });

  it('loses what nobody asked for, unless it is kept for whoever mends it', () => {
    expect(put({ a: 'x', b: 'z', c: 1 }, of(z.string()))).toEqual([{ a: 'x', b: 'z' }, '#/c key-dropped']);
    expect(put({ a: 'x', b: 'z', c: 1 }, of(z.string()), { dropsUnknown: false })).toEqual([{ a: 'x', b: 'z', c: 1 }]);
    expect(put({ a: 'x', b: 'z', c: 1 }, z.looseObject({ a: z.string(), b: z.string() }))).toEqual([{ a: 'x', b: 'z', c: 1 }]);
  });

  it('is put into the one field that takes it, and into none of two', () => {
    expect(put(['x'], z.strictObject({ list: z.array(z.string()), b: z.string() }))).toEqual([{ list: ['x'] }, '# wrapped']);
    expect(put(['x'], z.strictObject({ one: z.array(z.string()), two: z.array(z.string()) }))).toEqual([['x']]);
    expect(put('x', z.strictObject({ only: z.string() }))).toEqual([{ only: 'x' }, '# wrapped']);
    expect(put('x', z.strictObject({ only: z.string(), n: z.number() }))).toEqual(['x']);
  });
}); // biome-ignore format: tables

describe('who is asked next', () => {
  const model = (id: string, provider = 'p') => ({ card: { provider, id } });
  const [a, b, c, d] = [model('a'), model('b'), model('c'), model('d')];
  const past = (...calls: [string, PastCall['kind'], PastCall['why']?][]): PastCall[] =>
    calls.map(([id, kind, why = 'unfit'], index) => ({ ordinal: index + 1, kind, provider: 'p', model: id, why }));
  const next = (...calls: Parameters<typeof past>) => {
    const planned = planNextCall(past(...calls), [a, b, c, d]);
    return planned && `${planned.kind} ${planned.models.map(({ card }) => card.id).join('')}`;
  };
  it.each<[string, Parameters<typeof past>, string | undefined]>([
    ['everybody at first', [], 'fresh abcd'],
    ['the same to mend what does not fit', [['a', 'fresh']], 'repair a'],
    ['the same to mend what cannot be read', [['a', 'fresh', 'unreadable']], 'repair a'],
    ['the same with more room', [['a', 'fresh', 'cut']], 'longer a'],
    ['others where it said no', [['a', 'fresh', 'refused']], 'fresh bcd'],
    ['others where it said nothing', [['a', 'fresh', 'empty']], 'fresh bcd'],
    ['others after one repair', [['a', 'fresh'], ['a', 'repair']], 'fresh bcd'],
    ['others after more room', [['a', 'fresh', 'cut'], ['a', 'longer', 'cut']], 'fresh bcd'],
    ['others once something was mended', [['a', 'fresh'], ['a', 'repair'], ['b', 'fresh']], 'fresh cd'],
    ['the last one to mend where nothing was yet', [['a', 'fresh', 'refused'], ['b', 'fresh']], 'repair b'],
    ['nobody after four calls', [['a', 'fresh'], ['a', 'repair'], ['b', 'fresh'], ['c', 'fresh']], undefined],
    ['nobody after three models', [['a', 'fresh', 'refused'], ['b', 'fresh', 'refused'], ['c', 'fresh', 'refused']], undefined],
    ['others where the model is gone', [['gone', 'fresh']], 'fresh abcd'],
  ])('%s', (_who, calls, planned) => expect(next(...calls)).toBe(planned));

  it('is nobody where all were asked, and the same name of another provider is another', () => {
    expect(anotherModel(past(['a', 'fresh']), [a])).toBeUndefined();
    expect(anotherModel(past(['a', 'fresh']), [a, model('a', 'q')])).toEqual({ kind: 'fresh', models: [model('a', 'q')] });
  });
}); // biome-ignore format: tables

describe('in words', () => {
  it('fixes are counted, places are pointers, faults are the first ten', () => {
    const fix = (rule: 'wrapped' | 'text-cut') => ({ pointer: '#', rule });
    expect(namesOfFixes([fix('text-cut'), fix('wrapped'), fix('text-cut')])).toEqual(['text-cut x2', 'wrapped']);
    expect([pointerTo([]), pointerTo(['a/b~c', 0])]).toEqual(['#', '#/a~1b~0c/0']);
    const faults = Array.from({ length: 11 }, (_, index) => ({ pointer: `#/${index}`, detail: 'is wrong' }));
    expect(faultsInWords(faults)).toBe(faults.slice(0, 10).map(({ pointer }) => `${pointer}: is wrong`).join('; '));
  });

  const schema = z.strictObject({ a: z.string() });
  const answer = (text: string) => ({ text, ended: 'stop', usage: { inputTokens: 0, outputTokens: 0 }, warnings: ['old'] }) as const;
  it('the record of a call says how far its answer could be used', () => {
    expect(readText(answer('{"a":"x"}'), { schema }, 'fresh')).toMatchObject({ warnings: ['old'], answered: { answered: 'as-is' } });
    expect(readText(answer('{"a":"x"}'), { schema }, 'fresh').answered).not.toHaveProperty('fixes');
    expect(readText(answer('so {"a":"x"}'), { schema }, 'longer').answered).toEqual({ answered: 'fixed', fixes: ['text-around-removed'] });
    expect(readText(answer('{"a":"x"}'), { schema }, 'repair').answered).toEqual({ answered: 'repaired' });
    const none = readText(answer('{"b":"x"}'), { schema }, 'repair');
    expect(none.answered).toMatchObject({ answered: 'invalid' });
    expect(none.warnings).toEqual([expect.stringMatching(/^This answer was of no use \(unfit\): #\/a/), 'old']);
  });

  const request = { prompt: 'Write.', source: { purpose: 'SEO', language: 'en', facts: {}, feedback: [] }, system: '', schema, maximumOutputTokens: 9 } as const;
  const reading = (value: unknown, faults: { pointer: string; detail: string }[]) => ({ isValid: false, why: 'unfit', faults, value, fixes: [] }) as const;
  it('a repair names each place with its value where that is short', () => {
    const long = 'x'.repeat(399);
    const { prompt } = repairRequest(request, reading({ 'a/b': 'v', long, list: [1] }, [
      { pointer: '#/a~1b', detail: 'one' }, { pointer: '#/long', detail: 'two' }, { pointer: '#/list/0/x', detail: 'three' }, { pointer: '#', detail: 'four' },
    ]));
    const [, faults = ''] = prompt.split('<<<DATA faults');
    expect(JSON.parse(faults.slice(faults.indexOf('['), faults.indexOf('\n<<<')))).toEqual([
      { at: '#/a~1b', problem: 'one', value: 'v' }, { at: '#/long', problem: 'two' }, { at: '#/list/0/x', problem: 'three' }, { at: '#', problem: 'four' },
    ]);
    expect(prompt.startsWith('Write.\n\nAn answer to this request was already written')).toBe(true);
    expect(prompt).toContain('<<<DATA last-answer');
  });

  it('a repair tells twenty faults at most, and an answer that is not too long', () => {
    const faults = Array.from({ length: 21 }, (_, index) => ({ pointer: `#/${index}`, detail: `fault ${index}.` }));
    const { prompt } = repairRequest(request, reading({ a: 'x'.repeat(60_000) }, faults));
    expect([prompt.includes('fault 19.'), prompt.includes('fault 20.'), prompt.includes('last-answer')]).toEqual([true, false, false]);
    expect(repairRequest(request, reading(undefined, faults)).prompt).not.toContain('last-answer');
  });
}); // biome-ignore format: requests at a glance

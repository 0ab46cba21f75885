// What models really write, shape by shape: read where it says what was asked for, refused with the place where it does not.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { agentOutputSchemas } from '../../contracts/agent-outputs.ts';
import { sampleOutputs } from '../../export/testing/sample-outputs.ts';
import { namesOfFixes, type Reading } from './answer-reading.ts';
import { readAnswer } from './read-answer.ts';

const read = (text: string, schema: z.ZodType, ended: 'stop' | 'length' = 'stop'): Reading<unknown> =>
  readAnswer({ text, ended }, schema);
const seen = (reading: Reading<unknown>): unknown =>
  reading.isValid
    ? { output: reading.output, fixes: namesOfFixes(reading.fixes) }
    : { why: reading.why, at: reading.faults.map(({ pointer }) => pointer) };

const note = z.strictObject({
  title: z.string().min(1).max(40),
  points: z.array(z.string().min(1).max(60)).min(2).max(3),
});
const good = { title: 'L’été d’Anna', points: ['« Oui »', 'Non'] };
const goodText = JSON.stringify(good);
const takes = (text: string, fixes: string[], schema: z.ZodType = note, output: unknown = good) =>
  expect(seen(read(text, schema))).toEqual({ output, fixes });

describe('an answer in other clothes', () => {
  it('is taken as it is where it is as asked', () => takes(goodText, []));

  it.each([
    ['in a fence with a remark', `Voici :\n\`\`\`json\n${goodText}\n\`\`\`\nDites-moi si cela convient !`, ['text-around-removed']],
    ['after reasoning with braces', `<think>Maybe {"title": "draft"} or {x}.</think>\n${goodText}`, ['reasoning-removed']],
    ['after reasoning whose beginning is cut', `so {a} it is</think>${goodText}`, ['reasoning-removed']],
    ['with a byte-order mark', `\uFEFF${goodText}`, []],
    ['as a JSON text', JSON.stringify(goodText), ['unwrapped']],
    ['as a JSON text of a JSON text', JSON.stringify(JSON.stringify(goodText)), ['unwrapped x2']],
    ['under a name of its own', JSON.stringify({ result: good }), ['unwrapped']],
    ['as the input of a tool', JSON.stringify({ name: 'answer', arguments: goodText }), ['unwrapped']],
    ['in a list of one', `[${goodText}]`, ['unwrapped']],
    ['filled into the schema', JSON.stringify({ type: 'object', properties: good }), ['unwrapped']],
    ['with a comma too many and a remark', goodText.replace('}', ', } // fin'), ['text-around-removed', 'json-mended']],
    ['in single quotes', "{'title': 'L’été d’Anna', 'points': ['« Oui »', 'Non']}", ['json-mended']],
    ['in typographic quotes', goodText.replaceAll('"', '”'), ['json-mended']],
    ['without its last brackets', goodText.slice(0, -2), ['json-mended']],
    ['with keys in French', '{"Titre": "L’été d’Anna", "Constats": ["« Oui »", "Non"]}', ['key-renamed x2']],
    ['with keys in another case', '{"TITLE": "L’été d’Anna", "Points": ["« Oui »", "Non"]}', ['key-renamed x2']],
    ['with a key too many', JSON.stringify({ ...good, confidence: 0.9 }), ['key-dropped']],
    ['with a list in one text', JSON.stringify({ ...good, points: '- « Oui »\n- Non' }), ['list-made']],
    ['with a list too long', JSON.stringify({ ...good, points: [...good.points, 'Peut-être', 'Jamais'] }), ['list-trimmed'], { ...good, points: [...good.points, 'Peut-être'] }],
    ['with a blank entry', JSON.stringify({ ...good, points: ['« Oui »', '', 'Non'] }), ['blank-dropped']],
    ['with __proto__ in it', `{"__proto__": {"a": 1}, ${goodText.slice(1)}`, ['key-dropped']],
  ])('is read %s', (_how, text, fixes, output: unknown = good) => takes(text, fixes as string[], note, output)); // biome-ignore format: a table

  it('keeps line ends inside of a text that its writer did not escape', () => {
    const article = z.strictObject({ markdown: z.string() });
    takes('{"markdown": "# Titre\n\nL\'été, « oui »."}', ['json-mended'], article, {
      markdown: "# Titre\n\nL'été, « oui ».",
    });
  });

  it('is the last of several that fit: a draft comes before what is meant', () => {
    const text = `Draft: ${JSON.stringify({ ...good, title: 'Draft' })}\nFinal: ${goodText}`;
    takes(text, ['text-around-removed', 'last-of-several']);
  });

  it('is a list in the object that was asked for, where only one field can take it', () => {
    const scripts = z.strictObject({ creativeBriefs: z.array(z.strictObject({ cta: z.string() })) });
    takes('[{"cta": "a"}, {"cta": "b"}]', ['wrapped'], scripts, { creativeBriefs: [{ cta: 'a' }, { cta: 'b' }] });
  });

  it('is bare text where a text is all that was asked for', () => {
    takes('Du pain, tout simplement.', ['wrapped'], z.strictObject({ text: z.string().min(1) }), {
      text: 'Du pain, tout simplement.',
    });
  });
});

describe('values in other clothes', () => {
  const numbers = z.strictObject({ n: z.int().min(0).max(5000) });
  const of = (n: unknown) => seen(read(JSON.stringify({ n }), numbers));
  it.each([
    ['35 %', 35],
    ['1 200', 1200],
    ['1\u202F200 €', 1200],
    ['5s', 5],
    ['Semaine 3', 3],
    ['environ 40', 40],
    [34.6, 35],
  ])('%j is %i', (written, n) => expect(of(written)).toMatchObject({ output: { n } }));
  it.each(['1,200', '1.200', '3 ou 4', 'beaucoup', '', 0.35])(
    '%j is no number that anybody could be sure of',
    (written) => expect(of(written)).toEqual({ why: 'unfit', at: ['#/n'] }),
  );

  const words = z.strictObject({ w: z.enum(['informational', 'commercial', 'blog', 'email', 'instagram']) });
  it.each([
    ['Informationnel', 'informational'],
    ['Instagram Reels', 'instagram'],
    ['📸 Instagram', 'instagram'],
    ['courriel', 'email'],
    ['E-mail', 'email'],
  ])('%s is the word %s', (written, w) =>
    expect(seen(read(JSON.stringify({ w: written }), words))).toMatchObject({ output: { w } }),
  );
  it.each(['blog/email', 'magazine', ''])('"%s" is no word of the list', (w) =>
    expect(seen(read(JSON.stringify({ w }), words))).toEqual({ why: 'unfit', at: ['#/w'] }),
  );

  const copy = agentOutputSchemas.Copywriter.shape.copyByChannel.element;
  const [sample] = sampleOutputs.Copywriter.copyByChannel;
  it('writes hashtags as networks take them, each once, as many as may be', () => {
    const hashtags = ['pain', '#Du bon-pain', 'C++', '#pain', 'خبز', '#2026', '#Élan'];
    const reading = read(JSON.stringify({ ...sample, hashtags }), copy);
    expect(reading).toMatchObject({
      isValid: true,
      output: { hashtags: ['#pain', '#DuBonPain', '#C', '#خبز', '#Élan'] },
    });
  });

  it('cuts a text that is a little too long at a word, and refuses one that was written to another measure', () => {
    const text = (words: number) =>
      JSON.stringify({ ...good, title: Array.from({ length: words }, () => 'mots').join(' ') });
    expect(seen(read(text(9), note))).toMatchObject({
      output: { title: 'mots mots mots mots mots mots mots mots…' },
      fixes: ['text-cut'],
    });
    expect(seen(read(text(20), note))).toEqual({ why: 'unfit', at: ['#/title'] });
  });

  it('knows a choice by the word that tells it apart', () => {
    const { slides } = sampleOutputs.MarketAnalyst.marketAnalysisReport;
    const said = {
      marketAnalysisReport: {
        titre: 'Étude',
        slides: slides.map((slide) => ({ ...slide, kind: slide.kind.toUpperCase() })),
      },
    };
    expect(seen(read(JSON.stringify(said), agentOutputSchemas.MarketAnalyst))).toMatchObject({
      output: { marketAnalysisReport: { title: 'Étude', slides: slides.map(({ kind }) => ({ kind })) } },
    });
  });
});

describe('an answer that is none', () => {
  it.each<[string, string, string, string[]]>([
    ['one entry too few', JSON.stringify({ ...good, points: ['un'] }), 'unfit', ['#/points']],
    ['a list whose blanks hide that it is too short', JSON.stringify({ ...good, points: ['un', ''] }), 'unfit', ['#/points/1']],
    ['null in a text', JSON.stringify({ ...good, title: null }), 'unfit', ['#/title']],
    ['an empty text', JSON.stringify({ ...good, title: '' }), 'unfit', ['#/title']],
    ['a place kept free', JSON.stringify({ ...good, title: '[à compléter]' }), 'unfit', ['#/title']],
    ['N/A', JSON.stringify({ ...good, title: 'N/A' }), 'unfit', ['#/title']],
    ['lorem', JSON.stringify({ ...good, points: ['Lorem ipsum dolor', 'Non'] }), 'unfit', ['#/points/0']],
    ['the lines that mark data', JSON.stringify({ ...good, title: '<<<DONNÉES brief 12ab>>>' }), 'unfit', ['#/title']],
    ['the schema itself', JSON.stringify(z.toJSONSchema(note)), 'unfit', ['#']],
    ['a refusal', 'Je suis désolé, je ne peux pas vous aider.', 'refused', ['#']],
    ['a refusal in JSON', '{"error": "I can’t help with that request."}', 'refused', ['#']],
    ['prose', 'La campagne {printemps} sera belle.', 'unreadable', ['#']],
    ['nothing', '  \n', 'empty', ['#']],
    ['five megabytes', `{"title": "${'x'.repeat(5_000_000)}"}`, 'unreadable', ['#']],
    ['a sentence that breaks off', '{"title": "L’été", "points": ["Un", "De', 'unreadable', ['#']],
  ])('%s', (_what, text, why, at) => expect(seen(read(text, note))).toEqual({ why, at })); // biome-ignore format: a table

  it('was cut off at its limit: nothing is closed that it left open', () => {
    expect(seen(read(goodText.slice(0, -2), note, 'length'))).toEqual({ why: 'cut', at: ['#'] });
    expect(seen(read(goodText, note, 'length'))).toMatchObject({ output: good });
  });

  it('keeps what is nearest to an answer, with the fields that nobody asked for, for whoever mends it', () => {
    const reading = read(JSON.stringify({ titre: 'Un', heading: 'Deux', points: ['a'] }), note);
    expect(reading).toMatchObject({ isValid: false, value: { title: 'Un', heading: 'Deux', points: ['a'] } });
    expect(seen(reading)).toEqual({ why: 'unfit', at: ['#/points', '#/heading'] });
  });

  it('has an apostrophe that mending would turn into a quote', () => {
    expect(seen(read("{'title': 'c'est l'été', 'points': ['a', 'b']}", note))).toMatchObject({ why: 'unfit' });
  });
});

import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { remembering } from './expressions.ts';

const require = createRequire(import.meta.url);
// The module may be under way to be wrapped by the boundary to dynalite: what is compared with is a fresh one.
const freshParser = (name: string): Parameters<typeof remembering>[0] => {
  const file = require.resolve(`dynalite/db/${name}`);
  const kept = require.cache[file];
  delete require.cache[file];
  const { parse } = require(file);
  if (kept) require.cache[file] = kept;
  return parse;
};

type Names = Record<string, string>;
type Values = Record<string, object>;
type Case = readonly [expression: string, names: Names, values: Values];

const open = { '#call': 'open:research.1.text-1', '#by': 'by:anna' };
const other = { '#call': 'open:strategy.2.text-1', '#by': 'by:ben' };
const cases: Record<string, readonly Case[]> = {
  conditionParser: [
    ['attribute_not_exists(pk)', {}, {}],
    [
      'attribute_exists(#call) AND (#by < :share OR NOT contains(list[2].#call, :text))',
      open,
      { ':share': { N: '3' }, ':text': { S: 'a' } },
    ],
    [
      'attribute_exists(#call) AND (#by < :share OR NOT contains(list[2].#call, :text))',
      other,
      { ':share': { N: '40' }, ':text': { S: '#by' } },
    ],
    [
      'attribute_exists(#call) AND (#by < :share OR NOT contains(list[2].#call, :text))',
      other,
      { ':share': { S: 'x' }, ':text': { B: 'AQI=' } },
    ],
    ['#call IN (:a, :b, :a)', open, { ':a': { S: 'a' }, ':b': { M: { '#call': { S: '#call' } } } }],
    ['pk = :pk AND begins_with(sk, :prefix)', {}, { ':pk': { S: 'p' }, ':prefix': { S: 'x' } }],
    ['pk = :pk AND begins_with(sk, :prefix)', {}, { ':pk': { S: 'p' }, ':prefix': { N: '1' } }],
    ['sk BETWEEN :from AND :to', {}, { ':from': { S: 'a' }, ':to': { S: 'b' } }],
    ['sk BETWEEN :from AND :to', {}, { ':from': { S: 'b' }, ':to': { S: 'a' } }],
    ['attribute_type(sk, :type)', {}, { ':type': { S: 'S' } }],
    ['attribute_type(sk, :type)', {}, { ':type': { S: 'nothing' } }],
    // Of one attribute, by one name or two
    ['#call = #by', open, {}],
    ['#call = #by', { '#call': 'same', '#by': 'same' }, {}],
    ['#call = amount', { '#call': 'amount' }, {}],
    ['#call = amount', { '#call': 'other' }, {}],
    // Wrong, and more than is needed
    ['#call = :missing', open, { ':a': { S: 'a' } }],
    ['#nobody = :a', open, { ':a': { S: 'a' } }],
    ['status = :a', {}, { ':a': { S: 'a' } }],
    ['((#call = :a))', open, { ':a': { S: 'a' } }],
    ['#call = = :a', open, { ':a': { S: 'a' } }],
    ['#call = :a', open, { ':a': { S: 'a' }, ':b': { S: 'b' } }],
    ['#call = :a', { ...open, '#call': '' }, { ':a': { S: 'a' } }],
  ],
  updateParser: [
    [
      'SET v = if_not_exists(v, :v), #call = :at ADD calls :one, #by :one',
      open,
      { ':v': { N: '1' }, ':at': { L: [] }, ':one': { N: '1' } },
    ],
    [
      'SET v = if_not_exists(v, :v), #call = :at ADD calls :one, #by :one',
      other,
      { ':v': { N: '2' }, ':at': { L: [{ S: 'x' }] }, ':one': { N: '7' } },
    ],
    [
      'SET v = if_not_exists(v, :v), #call = :at ADD calls :one, #by :one',
      other,
      { ':v': { N: '2' }, ':at': { L: [] }, ':one': { S: '7' } },
    ],
    ['SET videoJobs.#call = :job REMOVE #by', open, { ':job': { M: { a: { S: ':job' } } } }],
    ['SET videoJobs.#call = :job REMOVE #by', { '#call': 'a', '#by': 'videoJobs' }, { ':job': { M: {} } }],
    ['SET #call = :a, #by = :b', { '#call': 'one', '#by': 'one' }, { ':a': { S: 'a' }, ':b': { S: 'b' } }],
    ['DELETE tags :tags', {}, { ':tags': { SS: ['a'] } }],
  ],
  projectionParser: [
    ['pk, #call.deep[1], #by', open, {}],
    ['pk, #call.deep[1], #by', other, {}],
    ['pk, #call.deep[1], #by', { '#call': 'pk', '#by': 'b' }, {}],
  ],
};

/** What it says, with what it leaves of what is there. */
function reading(parse: Parameters<typeof remembering>[0], [expression, attrNames, attrVals]: Case) {
  const marked = (named: object) => Object.fromEntries(Object.keys(named).map((name) => [name, true as const]));
  const context = {
    ...{ attrNames, attrVals, unusedAttrNames: marked(attrNames), unusedAttrVals: marked(attrVals) },
    ...{ compare: require('dynalite/db').compare, isReserved: (name: string) => name === 'status' },
  };
  const said = (() => {
    try {
      return { tree: parse(expression, { context }) };
    } catch (error) {
      return { error: String(error) };
    }
  })();
  return { ...said, left: [Object.keys(context.unusedAttrNames), Object.keys(context.unusedAttrVals)] };
}

describe.each(Object.entries(cases))('the %s that remembers', (name, expressions) => {
  const plain = freshParser(name);

  it.each(expressions)('reads "%s" of %j and %j as dynalite does', (...asked) => {
    const parse = remembering(plain);
    for (const before of expressions) reading(parse, before);
    expect(reading(parse, asked)).toEqual(reading(plain, asked));
  });

  it('gives each request a reading of its own, with its own values', () => {
    const parse = remembering(plain);
    for (const [expression, names, values] of expressions.slice(0, 2)) {
      const [first, second] = [1, 2].map(() => reading(parse, [expression, names, structuredClone(values)]));
      expect(second).toEqual(first);
      if (first && second && 'tree' in first && 'tree' in second) expect(second.tree).not.toBe(first.tree);
    }
  });
});

it('reads an expression once, whatever the names and values', () => {
  let times = 0;
  const plain = freshParser('conditionParser');
  const parse = remembering((...asked) => {
    times += 1;
    return plain(...asked);
  });
  for (let number = 0; number < 20; number += 1)
    reading(parse, ['#call = :a', { '#call': `open:${number}` }, { ':a': { N: String(number) } }]);
  expect(times).toBe(1);
  reading(parse, ['#call = :a', { '#call': 'open' }, { ':a': { S: 'another type' } }]);
  expect(times).toBe(2);
});

import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributesText, attributeText, plainRecord } from './plain-values.ts';

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -(2 ** 53 - 1), max: 2 ** 53 - 1 }),
    fc.maxSafeInteger(),
    fc.bigInt(-(10n ** 37n), 10n ** 37n),
    fc.boolean(),
    fc.constantFrom(null, undefined, () => 'never stored'),
    fc.constantFrom(new Set(['a', 'b']), new Set([1, 2.5]), new Set([2n ** 60n])),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
}));
const records = fc.dictionary(fc.string(), value);
const options = { removeUndefinedValues: true };

describe('plain values', () => {
  it('are written as the document client writes them, whatever they are', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(JSON.parse(attributesText(record))).toEqual(JSON.parse(JSON.stringify(marshall(record, options))));
      }),
    );
  });

  it('are read as the document client reads them', () => {
    fc.assert(
      fc.property(records, (record) => {
        const text = attributesText(record);
        expect(plainRecord(JSON.parse(text))).toEqual(unmarshall(JSON.parse(text)));
      }),
    );
  });

  it('that are bytes come back as they were', () => {
    const bytes = Uint8Array.of(0, 255, 10, 13, 128);
    const [text, ofBuffer] = [attributesText({ bytes }), attributesText({ bytes: Buffer.from(bytes) })];
    expect(text).toBe('{"bytes":{"B":"AP8KDYA="}}');
    expect(ofBuffer).toBe(text);
    expect(plainRecord(JSON.parse(text))).toEqual({ bytes });
  });

  it('that are numbers beyond 2^53 are never read as others', () => {
    expect(plainRecord({ n: { N: '9007199254740993' } })).toEqual({ n: 9007199254740993n });
  });

  it.each([
    ['a number beyond 2^53', 2 ** 60, 'MAX_SAFE_INTEGER'],
    ['no number', Number.NaN, 'NaN'],
    ['an endless number', Number.POSITIVE_INFINITY, 'Infinity'],
    ['a set of nothing', new Set(), 'non-empty set'],
    ['an object of a class', new Date(0), 'Unsupported type'],
    ['a set of bytes', new Set([Uint8Array.of(1)]), 'Sets of bytes'],
    ['a map', new Map([['name', 1]]), 'maps of other classes'],
    ['nothing, alone', undefined, 'undefined'],
  ])('are refused where they cannot be stored: %s', (_name, unstorable, why) => {
    expect(() => attributeText(unstorable)).toThrow(why);
  });

  it('are nobody’s prototype, written or read', () => {
    const record = JSON.parse('{"__proto__":{"isAdmin":true},"a":{"__proto__":"b"}}');
    expect(attributesText(record)).toBe('{"a":{"M":{}}}');
    const read = plainRecord(JSON.parse('{"__proto__":{"M":{"isAdmin":{"BOOL":true}}},"a":{"S":"b"}}'));
    expect([Object.getPrototypeOf(read), Object.keys(read)]).toEqual([Object.prototype, ['a']]);
  });

  it('that no kind says are refused', () => {
    expect(() => plainRecord({ n: {} })).toThrow('No value defined');
    expect(() => plainRecord({ n: { X: '1' } })).toThrow('Unsupported type passed: X');
  });
});

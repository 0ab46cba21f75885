import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanParagraphs, cleanVerbatim, isVisible } from './clean-text.ts';

const unseen = /[\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u200B\u202E\uFEFF]|(?![\n\t])\p{Cc}/u;

describe('a cleaned text', () => {
  it.each([
    ['a no-break space of Word', 'Maison&nbsp;Lumière', 'Maison\u00A0Lumière'],
    ['a reference escaped twice', 'R&amp;amp;D &amp;eacute;t&eacute;', 'R&D été'],
    ['a reference made of references', '&&#35;&#x33;9&#59;', "'"],
    ['a numeric reference of Windows', '&#146;', '’'],
    ['what is no reference', 'AT&T; fish & chips; &unknown; R&D', 'AT&T; fish & chips; &unknown; R&D'],
    ['composed letters', 'e\u0301te\u0301', 'été'],
    ['NUL and escape sequences', 'a\u0000b\u001B[31mc', 'ab[31mc'],
    ['a control character that was escaped', 'a&#7;b&#x202E;c', 'abc'],
    ['half of an emoji', 'go \uD83D now', 'go  now'],
    ['noncharacters', 'a\uFFFEb\u{1FFFF}c', 'abc'],
    ['soft hyphens and zero-width spaces', 'Mai\u00ADson &shy;\u200BLumière\uFEFF', 'Maison Lumière'],
    ['invisible tags', `hi${String.fromCodePoint(0xe0041, 0xe0042)}`, 'hi'],
    [
      'a flag made of tags',
      '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
      '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    ],
    ['a family and a Persian word', '👨‍👩‍👧 می\u200Cخواهم', '👨‍👩‍👧 می\u200Cخواهم'],
  ])('holds %s as it is meant', (_what, sent, kept) => {
    expect(cleanLine(sent)).toBe(kept);
  });

  it('folds every end of line into a space in a line, and into one sign in paragraphs', () => {
    const sent = ' one\r\nBEGIN:VEVENT\rtwo \u2028three&#10;four\tfive\u000Bsix ';

    expect(cleanLine(sent)).toBe('one BEGIN:VEVENT two three four five six');
    expect(cleanParagraphs(sent)).toBe('one\nBEGIN:VEVENT\ntwo\nthree\nfour\tfive\nsix');
  });

  it('changes nothing more when it is cleaned again, and holds nothing unseen', () => {
    const parts = fc.constantFrom(
      '&',
      '#',
      ';',
      'amp',
      'amp;',
      '#35',
      'x26;',
      '&#0;',
      '\u0000',
      '\r',
      '\u037E',
      'e',
      '\u0301',
      '\uD83D',
      '&semi',
      ' ',
      '\u{E0041}',
      '🏴',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(parts, fc.string({ maxLength: 2 }))).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (sent) => {
        for (const clean of [cleanLine, cleanParagraphs, cleanVerbatim]) {
          const once = clean(sent);
          expect(clean(once)).toBe(once);
          expect(once).not.toMatch(unseen);
        }
        expect(cleanLine(sent)).not.toMatch(/[\n\t]/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['&amp;', '&', ';', '&#35;', '&&#35;35;', 'amp;'])('takes a body full of %j in its stride', (piece) => {
    expect(cleanParagraphs(`&${piece.repeat(945_000 / piece.length)}`).length).toBeLessThanOrEqual(945_001);
  });
});

describe('visible text', () => {
  it.each(['', ' ', '\u200D\u200D', '\u200E', '\u3164', '\u2800', '\u0301', '\uFE0F'])('is not %j', (text) => {
    expect(isVisible(cleanLine(text))).toBe(false);
  });
  it.each(['!!!', '5', 'あ', '👋', 'ـ', 'हि'])('is %j', (text) => {
    expect(isVisible(cleanLine(text))).toBe(true);
  });
});

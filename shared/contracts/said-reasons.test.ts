import { describe, expect, it } from 'vitest';
import { readWhyAsked, readWhySkipped, whyAsked, whySkipped } from './said-reasons.ts';

describe('a reason that the system gives', () => {
  it.each([
    [whyAsked.onlyOne(), { kind: 'onlyOne' }],
    [whyAsked.named(), { kind: 'named' }],
    [whyAsked.first(), { kind: 'first' }],
    [whyAsked.afterOthers(), { kind: 'afterOthers' }],
    [whyAsked.drawn(3, 'quality'), { kind: 'drawn', of: '3' }],
    [whyAsked.drawn(4, 'cost', { worth: 71, seen: 12 }), { kind: 'drawn', of: '4', worth: '71', seen: '12' }],
    [whyAsked.failedBefore('maker/a-model:free', 'busy'), { kind: 'failedBefore', model: 'maker/a-model:free' }],
    [whyAsked.restsNow('little'), { kind: 'restsNow', model: 'little' }],
    [whyAsked.leftOut('great', 'it may cost more than is left'), { kind: 'leftOut', model: 'great' }],
    ['Because I say so', undefined],
  ])('for a model is read again out of its sentence: %s', (sentence, read) => {
    expect(readWhyAsked(sentence)).toEqual(read);
  });

  it('for leaving a phase out is read again out of its sentence, and the words of a person are left as they are', () => {
    const inputs = [
      { name: 'copy', phaseId: 'copy' },
      { name: 'the scripts', phaseId: 'scriptwriting' },
    ];
    expect(readWhySkipped(whySkipped.missing(inputs))).toEqual({
      kind: 'missing',
      phaseIds: ['copy', 'scriptwriting'],
    });
    expect(readWhySkipped(whySkipped.byPerson())).toEqual({ kind: 'byPerson' });
    expect(readWhySkipped('We have films of our own')).toBeUndefined();
  });
});

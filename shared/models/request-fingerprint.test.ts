import { expect, it } from 'vitest';
import * as z from 'zod';
import { sampleText, sampleVideo } from '../../tests/support/fake-models.ts';
import { requestFingerprint } from './request-fingerprint.ts';

const model = { provider: 'provider', id: 'model' };
const ofText = (change: object = {}, of = model) => requestFingerprint('text', of, { ...sampleText, ...change });

it('is the same for the same request, whatever the order of its keys', () => {
  const { prompt, ...rest } = sampleText;
  expect(requestFingerprint('text', model, { prompt, ...rest })).toBe(ofText());
  expect(ofText({ schema: z.strictObject({ answer: z.string() }) })).toBe(ofText());
});

it('changes with everything that decides the answer', () => {
  const all = [
    ofText(),
    ofText({ prompt: 'Other' }),
    ofText({ system: 'Other' }),
    ofText({ schema: z.strictObject({ answer: z.number() }) }),
    ofText({ maximumOutputTokens: 51 }),
    ofText({ source: { ...sampleText.source, language: 'fr' } }),
    ofText({ source: { ...sampleText.source, feedback: ['shorter'] } }),
    ofText({}, { ...model, id: 'other' }),
    ofText({}, { ...model, provider: 'other' }),
  ];
  expect(new Set(all).size).toBe(all.length);
});

it('tells films apart by the bytes of their first picture, or by the request for it', () => {
  const film = (firstFrame: Uint8Array | { drawnBy: string }) =>
    requestFingerprint('video', model, { ...sampleVideo('A'), firstFrame });
  expect(film(new Uint8Array([1]))).toBe(film(new Uint8Array([1])));
  const all = [new Uint8Array([1]), new Uint8Array([2]), { drawnBy: 'one' }, { drawnBy: 'other' }].map(film);
  expect(new Set(all).size).toBe(all.length);
});

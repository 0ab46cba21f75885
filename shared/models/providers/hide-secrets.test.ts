import { describe, expect, it } from 'vitest';
import { hideSecrets } from './hide-secrets.ts';

describe('a message of a provider', () => {
  it.each([
    'Incorrect API key provided: sk-or-v1-9f8e7d6c5b4a39281706f5e4d3c2b1a0.',
    'Invalid credentials in Authorization header: Bearer hf_AbCdEfGhIjKlMnOpQrStUv',
    'API key not valid: AIzaSyA1234567890abcdefghijklmnopqrstuvw',
    'https://example.com/v1/models?key=AIzaSyA1234567890abcdefghij&alt=sse',
    'The security token AKIAIOSFODNN7EXAMPLE is not valid, signature=4f1b2c3d4e5f60718293a4b5c6d7e8f9',
    'jwt eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhc3Ryb20ifQ.c2lnbmF0dXJl expired',
    'bad key sk-proj-abc***************xyz1',
  ])('says what it says without the key in it: %s', (message) => {
    expect(hideSecrets(message)).toMatch(/…/);
    expect(hideSecrets(message)).not.toMatch(/9f8e7d6c|AbCdEfGh|SyA12345|IOSFODNN|4f1b2c3d|eyJpc3Mi|abc\*/);
  });

  it('hides what it is told to hide', () => {
    expect(hideSecrets('no access for tiny-pass', ['tiny-pass'])).toBe('no access for …');
  });

  it('keeps ordinary words, on one line, and is short', () => {
    expect(hideSecrets('Insufficient credits.\nAdd more at https://openrouter.ai/credits')).toBe(
      'Insufficient credits. Add more at https://openrouter.ai/credits',
    );
    expect(hideSecrets('long '.repeat(1000)).length).toBeLessThanOrEqual(300);
  });
});

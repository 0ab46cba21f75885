import { describe, expect, it } from 'vitest';
import { caughtFailure } from './failures.ts';

const causeOf = (errorMessage: string) => JSON.stringify({ errorType: 'Any', errorMessage });

describe('the failure of a step that Step Functions caught', () => {
  it('tells what kept the models from answering at the last try, without what looks like a key', () => {
    const said = 'OpenRouter cannot be reached (ECONNREFUSED). Check the network and OPENROUTER_BASE_URL.';
    expect(caughtFailure('ModelUnavailable', causeOf(said))).toEqual({
      name: 'ModelUnavailable',
      reason: `No model could be reached after several tries. Retry later, choose another model, or skip this phase. The last try: ${said}`,
    });
    expect(caughtFailure('ModelUnavailable', causeOf('It says: sk-or-v1-0123456789abcdef')).reason).not.toContain(
      '0123',
    );
  });

  it.each([[undefined], ['{"errorMessage":"cut o'], ['"text"'], ['{}']])(
    'bears a cause that tells nothing: %s',
    (cause) => {
      expect(caughtFailure('ModelUnavailable', cause).reason).toMatch(/skip this phase\.$/);
    },
  );

  it('keeps the text of an unexpected error to the logs', () => {
    expect(caughtFailure('TypeError', causeOf('table secret')).reason).not.toContain('secret');
  });
});

import { describe, expect, it } from 'vitest';
import { outputLabels } from '../../shared/contracts/output-labels.ts';
import { reportTexts } from '../../shared/export/report/report-texts.ts';
import { outputWords } from './words.ts';

describe('what the parts of an output are called', () => {
  it('is written down once for the application and the report', () => {
    const { en, fr } = outputLabels;
    const spokenTwice = Object.entries(outputWords.en).filter(
      ([key, text]) =>
        !(key in en) &&
        Object.entries(reportTexts.en).some(
          ([name, other]) =>
            other === text &&
            Object.entries(reportTexts.fr).some(
              ([twin, said]) => twin === name && said === outputWords.fr[key as keyof typeof outputWords.fr],
            ),
        ),
    );

    expect(spokenTwice).toEqual([]);
    expect(outputWords).toMatchObject({ en, fr });
    expect(reportTexts).toMatchObject({ en, fr });
  });
});

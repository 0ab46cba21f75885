// A brief of which a test says only what it is about.
import { briefSchema } from '../../../contracts/brief.ts';
import type { BriefReading } from '../../../contracts/brief-reading.ts';
import { readBrief } from '../read-brief.ts';

export interface Note {
  readonly language: 'fr' | 'en';
  readonly name?: string;
  readonly sector?: string;
  readonly objectives: readonly string[];
  readonly duration?: string;
  readonly tone?: string;
  readonly values?: string;
  readonly audience?: string;
}

/** Read on Thursday 26 November 2026, as all of these tests are. */
export const READ_ON = '2026-11-26';

export const readNote = ({
  language,
  name = 'x1',
  sector = 'shop',
  objectives,
  duration = '4 weeks',
  tone = 'warm',
  values = 'kind',
  audience = 'people of Cork',
}: Note): BriefReading =>
  readBrief(
    briefSchema.parse({
      name,
      language,
      briefData: {
        companyInfo: { name: 'Maison Test', sector },
        campaignGoals: {
          objectives: [...objectives],
          targetAudience: audience,
          budget: { amount: 500, currency: 'EUR' },
          duration,
        },
        brandIdentity: { tone, brandValues: values, priorityChannels: ['email'] },
      },
    }),
    READ_ON,
  );

/** What is asked of a person, about one part of a reading. */
export const askedAbout = ({ notUnderstood }: BriefReading, about: string): string[] =>
  notUnderstood.flatMap((entry) => (entry.about === about ? [entry.question] : []));

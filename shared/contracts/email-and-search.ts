// E-mails and search advertisements: deliverables of their own, in the parts and lengths that their tools ask for.
import * as z from 'zod';
import { isoDateTimeSchema, slugSchema } from './identifiers.ts';
import { lineText, paragraphText } from './text.ts';

export const emailPurposes = ['announcement', 'proof', 'reminder', 'last-call'] as const;
export const emailPurposeSchema = z.enum(emailPurposes);

/** What a mailbox shows before a mail is opened; more is cut there. */
export const longestSubject = 60;
export const longestPreheader = 110;

export const emailSchema = z.strictObject({
  id: slugSchema,
  purpose: emailPurposeSchema,
  subject: lineText(longestSubject),
  preheader: lineText(longestPreheader).describe('Shown after the subject in the list of mails'),
  body: paragraphText(4000),
  cta: lineText(60).describe('The words on the one button'),
  link: z.url().optional().describe('Where the button leads'),
  sendAt: isoDateTimeSchema,
});
export type Email = z.infer<typeof emailSchema>;

/** Responsive search advertisements (developers.google.com, read on 2026-11-26): characters, how many of each. */
export const searchAdRules = { headline: 30, description: 90, path: 15, fewestHeadlines: 3, mostHeadlines: 15, fewestDescriptions: 2, mostDescriptions: 4 } as const; // biome-ignore format: one row

const headline = lineText(searchAdRules.headline).refine(
  (text) => !text.includes('!'),
  'must have no exclamation mark',
);
export const adGroupSchema = z.strictObject({
  name: lineText(80),
  keywords: z.array(lineText(80)).min(1).max(10),
  headlines: z.array(headline).min(searchAdRules.fewestHeadlines).max(searchAdRules.mostHeadlines),
  descriptions: z
    .array(lineText(searchAdRules.description))
    .min(searchAdRules.fewestDescriptions)
    .max(searchAdRules.mostDescriptions),
  paths: z.array(lineText(searchAdRules.path)).max(2),
  finalUrl: z.url().optional(),
});
export type AdGroup = z.infer<typeof adGroupSchema>;

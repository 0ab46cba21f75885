// The languages that a campaign can be written in.
import * as z from 'zod';

export const languages = ['fr', 'en'] as const;
export const languageSchema = z.enum(languages).describe('Language of everything the agents write');
export type Language = z.infer<typeof languageSchema>;

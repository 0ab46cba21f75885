// Sentences of working documents by language.
import type { Language } from '../../../shared/contracts/brief.ts';
import { englishDocuments } from './english-documents.ts';
import { frenchDocuments } from './french-documents.ts';
import type { Frames } from './goal-bank.ts';

export const documentFrames: Record<Language, Frames> = { fr: frenchDocuments, en: englishDocuments };

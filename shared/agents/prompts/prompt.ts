// The words of an agent in one language: a file of its own with its version, so that a record says which words a text was asked for with.
import type { Language } from '../../contracts/language.ts';

export interface Prompt<Facts> {
  /** A new one for every change of the words: prompts.test.ts holds each version to its text. */
  readonly version: number;
  /** Who the model is and what it is known for. */
  readonly role: string;
  /** The work, with every limit of the schema that is sent in words. */
  readonly task: (facts: Facts) => string;
}
export type Prompts<Facts> = Readonly<Record<Language, Prompt<Facts>>>;

/**
 * The directions of a picture or a film, by its style. Models misspell words, so pictures have none: the brand's own are set beside them afterwards,
 * in shapes that cut the edges off.
 */
export interface MediaPrompt<Style extends string> extends Pick<Prompt<never>, 'version'> {
  readonly directions: Readonly<Record<Style, string>>;
}

/** What a call's record keeps: `CMO.fr@2 house@1`, or `designer.fr@2` where the rules of the house have no part. */
export const versionOf = (agent: string, language: Language, version: number, house?: number): string =>
  [`${agent}.${language}@${version}`, ...(house === undefined ? [] : [`house@${house}`])].join(' ');

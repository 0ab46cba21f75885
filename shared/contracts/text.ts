// The two kinds of text that people and programs send: a line and paragraphs. Every string of the contracts that somebody reads is
// one of them; clean-text.ts says what is done to it. Lengths count UTF-16 units: they bound what is stored, not what is published.
import * as z from 'zod';
import { cleanLine, cleanParagraphs, cleanVerbatim, isVisible } from './clean-text.ts';

const visible = (clean: (text: string) => string, maximum: number, whenEmpty: string) =>
  // All at once: each method of a schema would make a copy of it.
  z
    .string()
    .check(
      z.overwrite(clean),
      z.minLength(1, { message: whenEmpty, abort: true }),
      z.maxLength(maximum),
      z.refine(isVisible, whenEmpty),
    );

/** One line, such as a name: 1 to `maximum` characters of which at least one is seen. */
export const lineText = (maximum: number, whenEmpty = 'must not be empty') => visible(cleanLine, maximum, whenEmpty);

/** Text that may have several lines, such as feedback or an article. */
export const paragraphText = (maximum: number, whenEmpty = 'must not be empty') =>
  visible(cleanParagraphs, maximum, whenEmpty);

/** The same, where an empty text is an answer too: nothing to add. */
export const anyLine = (maximum: number) => z.string().overwrite(cleanLine).max(maximum);
export const anyParagraphs = (maximum: number) => z.string().overwrite(cleanParagraphs).max(maximum);

/** What a program asks a model: nothing in it is decoded, because `&nbsp;` may be what it is about. */
export const promptText = (maximum: number) => visible(cleanVerbatim, maximum, 'must not be empty');

/** A word after #: letters, digits and _ with at least one letter, because networks take a number for no hashtag. */
export const hashtagSchema = z
  .string()
  .overwrite(cleanLine)
  .max(100)
  .regex(
    /^#(?=.*\p{L})[\p{L}\p{M}\p{N}_\u200C]+$/u,
    'must be # followed by letters, digits or _, with at least one letter',
  );

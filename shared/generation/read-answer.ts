// What a model wrote, as a value.
import type { TextAnswer } from '../models/model.ts';

/** The answer parsed as JSON, or the text itself where it is none. Not checked against any schema. */
export function readAnswer({ text }: Pick<TextAnswer, 'text'>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// What fits a schema and is no answer all the same: a place kept free, the request sent back, a refusal in polite words.

import { choicesOf, isObject, type Shape } from '../../models/answer-shape.ts';
import { type Fault, pointerTo } from './answer-reading.ts';

const PLACEHOLDER =
  /^(?:n\.?\/?a\.?|null|none|undefined|tbd|tba|todo|xxx+|\.{3}|…|string|text|texte|à (?:compléter|définir|venir)|to be (?:completed|defined|determined))$|lorem ipsum|\[(?:à|a) compléter\]|\[(?:insert|insérer|your|votre|nom|name|lien|link|date|prix|price)\b[^\]]*\]/iu;
/** Lines by which prompts tell data from orders; no answer repeats them. */
const FENCE = /<<<\s*(?:DONNÉES|DATA|FIN|END)\b/u;

/** Places of an answer that hold nothing to publish. Only texts that may not be empty are looked at: others may well say "N/A". */
export function doubtfulPlaces(value: unknown, shape: Shape): Fault[] {
  const faults: Fault[] = [];
  look(value, shape, [], faults);
  return faults;
}

function look(value: unknown, shape: Shape, path: readonly (string | number)[], faults: Fault[]): void {
  if (typeof value === 'string') {
    const detail = doubtOf(value, shape);
    if (detail) faults.push({ pointer: pointerTo(path), detail });
  } else if (Array.isArray(value)) {
    const item = typeof shape.items === 'object' ? shape.items : {};
    value.forEach((entry, index) => void look(entry, item, [...path, index], faults));
  } else if (isObject(value)) {
    const choices = choicesOf(shape) ?? [shape];
    for (const [name, field] of Object.entries(value)) {
      const known = choices.map(({ properties }) => properties?.[name]).find((found) => found !== undefined);
      look(field, known ?? {}, [...path, name], faults);
    }
  }
}

function doubtOf(text: string, { minLength = 0, enum: words }: Shape): string | undefined {
  if (FENCE.test(text)) return 'must not repeat the lines that mark data';
  if (words || minLength === 0) return undefined;
  return PLACEHOLDER.test(text.trim()) ? 'must hold the real text, not a place kept free' : undefined;
}

const REFUSAL =
  /(?<!\p{L})(?:I(?:['’]m| am) (?:sorry|unable|not able)|I (?:can(?:['’]t|not)|won['’]t|must decline)|as an AI(?!\p{L})|je (?:suis désolée?|ne (?:peux|suis) pas|regrette)|désolée?, (?:mais )?je)(?!\p{L})/iu;

/** Whether a text says no. Looked at where there is no answer in it: only its beginning, where a refusal stands. */
export const isRefusal = (text: string): boolean => REFUSAL.test(text.slice(0, 300));

/** Whether all that a value says is no: `{"error": "I cannot help with this"}`. */
export const saysNo = (value: unknown): boolean => {
  if (typeof value === 'string') return isRefusal(value);
  if (!isObject(value)) return false;
  const texts = Object.values(value);
  return texts.length > 0 && texts.length <= 3 && texts.some((text) => typeof text === 'string' && isRefusal(text));
};

/** Whether a value is a schema instead of what it describes. */
export const isSchema = (value: unknown): boolean =>
  isObject(value) &&
  isObject(value['properties']) &&
  Object.values(value['properties']).every(
    (field) => isObject(field) && ('type' in field || 'anyOf' in field || '$ref' in field),
  );
